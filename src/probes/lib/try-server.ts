import type { LineProtocol, Role, Server } from '../../core/mail.ts'
import type { ProbeContext } from '../../core/probe.ts'
import type { Millis } from '../../core/time.ts'
import { converse } from '../../wire/converse.ts'
import { authOf } from '../../wire/keywords.ts'
import { isTrustworthy, judgedChain } from '../tls/certificate.ts'

/** What a server that nobody is set up for yet gave, up to where a mail app would sign in. Nothing secret was said. */
export interface ServerTrial {
  /** Encrypted as it was to be. */
  secured: boolean
  /** The certificate names the host, and this Mac trusts it. */
  trustworthy: boolean
  /** Ways to sign in behind the encryption, upper case; empty where it did not come so far. */
  auth: readonly string[]
  /** Where it answered. */
  address?: string
}

const timeoutMs: Millis = 8_000

const nothing: ServerTrial = { secured: false, trustworthy: false, auth: [] }

/** One session without signing in. Throws only when aborted. */
export async function tryServer(
  world: ProbeContext['world'],
  role: Role,
  server: Server & { protocol: LineProtocol },
  signal: AbortSignal,
): Promise<ServerTrial> {
  const found = await world.net.lookup(server.host, signal)
  if (found.outcome !== 'answered') return nothing
  const conversation = converse({ world, signal }, role, server, found.records, { timeoutMs })
  const [address, secured, capable] = await Promise.all([
    conversation.opened,
    conversation.secured,
    conversation.capable,
  ])
  signal.throwIfAborted()
  const handshake = secured?.handshake
  if (handshake?.outcome !== 'secured') return nothing
  const shown = await judgedChain({ world }, handshake.chain, server.host, signal)
  const spoke = capable !== undefined && !capable.refusal && !capable.broken
  return {
    secured: true,
    trustworthy: isTrustworthy(shown, server.host),
    auth: spoke ? authOf(capable.after, server.protocol) : [],
    ...(address !== undefined && { address }),
  }
}
