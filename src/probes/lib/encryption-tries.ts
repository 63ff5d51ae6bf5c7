import type { Role } from '../../core/mail.ts'
import type { ProbeContext } from '../../core/probe.ts'
import type { TlsRange, TlsVersion } from '../../core/world.ts'
import type { DetectedProtocol, GreetingResult, LineServer, SecuringResult } from '../../wire/conversation.ts'
import { converse } from '../../wire/converse.ts'
import { detectProtocol } from '../../wire/detect-protocol.ts'
import { appAbilities } from './app-abilities.ts'
import type { Encryption } from './encryption-fact.ts'

/** What the shared conversation found out about the port that is tried once more. */
interface TriedPort {
  role: Role
  server: LineServer
  address: string
  secured: SecuringResult | undefined
  greeted?: GreetingResult | undefined
}

type One = NonNullable<Encryption['outgoing']>

/** With the conversation's 18 s inside the budget of 24. */
const timeoutMs = 5_000

/** Tries the other mode on the same port, where what happened looks as if that one were meant. */
export async function otherModeOf(exam: ProbeContext, tried: TriedPort): Promise<One['otherMode']> {
  const mode = modeMeant(tried)
  return mode && { mode, works: await secures(exam, tried, { ...tried.server, security: mode }) }
}

/** Plain text or silence instead of a handshake: STARTTLS may be meant. Silence instead of a greeting: TLS. */
function modeMeant({ server, secured, greeted }: TriedPort): 'tls' | 'starttls' | undefined {
  if (server.security === 'tls')
    return secured?.handshake && suspect(secured.handshake.outcome) ? 'starttls' : undefined
  const spoke = greeted?.outcome === 'greeted' || greeted?.outcome === 'refused'
  return spoke || (greeted?.outcome === 'foreign' && greeted.speaks !== 'tls' && greeted.speaks !== 'unknown')
    ? undefined
    : 'tls'
}

function suspect(outcome: NonNullable<SecuringResult['handshake']>['outcome']): boolean {
  return ['not-tls', 'silent', 'closed', 'reset', 'failed'].includes(outcome)
}

/** Ours may be newer than the newest that the app takes: then it counts whether the server takes an older one, too. */
export function isAbove(version: TlsVersion, highest: TlsVersion | undefined): boolean {
  return highest !== undefined && all.indexOf(version) > all.indexOf(highest)
}

const all: readonly TlsVersion[] = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3']

/** Each version by itself, on connections of their own, where nothing in common was found or the user wants to know. */
export async function versionsTaken(exam: ProbeContext, tried: TriedPort): Promise<One['versions']> {
  const outcome = tried.secured?.handshake?.outcome
  const handshake = tried.secured?.handshake
  const beyondApp = handshake?.outcome === 'secured' && isAbove(handshake.version, appAbilities(exam).tls?.max)
  const wanted =
    outcome === 'no-common-version' || outcome === 'no-common-cipher' || beyondApp || (exam.deep && outcome)
  if (!wanted) return undefined
  return Promise.all(
    all.map(async (version) => ({
      version,
      accepted: await secures(exam, tried, tried.server, { min: version, max: version }),
    })),
  )
}

/**
 * Where encryption broke off without a word, once more as it was, and once with a short first word. One handshake
 * proves nothing about the way.
 */
export async function secondOf(exam: ProbeContext, tried: TriedPort): Promise<One['second']> {
  const outcome = tried.secured?.handshake?.outcome
  if (outcome !== 'silent' && outcome !== 'reset' && outcome !== 'closed') return undefined
  const [large, small] = await Promise.all([
    secures(exam, tried, tried.server),
    secures(exam, tried, tried.server, { min: 'TLSv1.2', max: 'TLSv1.3', small: true }),
  ])
  return { large, small }
}

/**
 * Whose words stand on the port where no encryption could begin: a server's in the clear, or those of a web page that
 * something on the way answers with. NOOP means something to mail servers alone, and does nothing there.
 */
export async function languageThere(
  exam: ProbeContext,
  { server, address, secured, greeted }: TriedPort,
): Promise<DetectedProtocol | undefined> {
  const isMute = server.security !== 'tls' && greeted?.outcome === 'silent'
  if (secured?.handshake?.outcome !== 'not-tls' && !isMute) return undefined
  const { connection } = await exam.world.net.connect(address, server.port, 1_500, exam.signal)
  if (!connection) return undefined
  try {
    const first = await connection.readLine(1_000)
    if ('line' in first) return detectProtocol(first.line)
    if (first.end !== 'silent') return undefined
    await connection.writeLine('NOOP')
    const answer = await connection.readLine(2_000)
    return 'line' in answer ? detectProtocol(answer.line) : undefined
  } finally {
    connection.close()
  }
}

async function secures(
  exam: ProbeContext,
  tried: TriedPort,
  server: LineServer,
  versions?: TlsRange,
): Promise<boolean> {
  const addresses = [{ address: tried.address, family: tried.address.includes(':') ? 6 : 4 } as const]
  const limits = { timeoutMs, ...(versions && { versions }) }
  const secured = await converse(exam, tried.role, server, addresses, limits).secured
  return secured?.handshake?.outcome === 'secured'
}
