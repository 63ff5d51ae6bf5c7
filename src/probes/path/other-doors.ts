import type { Chart } from '../../core/chart.ts'
import type { PerServer, Role, Security, Server } from '../../core/mail.ts'
import { type Probe, type ProbeContext, skipped, type Telling } from '../../core/probe.ts'
import { listOf, say, verbatim } from '../../core/sentence.ts'
import type { Millis } from '../../core/time.ts'
import { mailPortsOf } from '../../knowledge/mail-ports.ts'
import type { LineServer } from '../../wire/conversation.ts'
import { converse } from '../../wire/converse.ts'
import { authOf } from '../../wire/keywords.ts'
import { describeEach, hasLineServer, type ServerConversation, serverConversations } from '../lib/per-server.ts'
import { capabilities } from '../server/capabilities.ts'
import { greeting } from '../server/greeting.ts'
import { encryption } from '../tls/encryption.ts'
import { serverPorts } from './server-ports.ts'

/** What the other ports for the same service give, on the host whose own port was reached and does not do. */
export type OtherDoors = PerServer<{
  host: string
  /** As the account is set up. */
  port: number
  doors: readonly OtherDoor[]
}>

export interface OtherDoor {
  port: number
  security: Security
  /** Encrypted, and what it can was said: a mail app would come as far as signing in. */
  works: boolean
  /** Encrypted, at least. */
  secured: boolean
  /** Ways to sign in, upper case. */
  auth: readonly string[]
}

type One = NonNullable<OtherDoors['outgoing']>

/** A healthy server needs a second; this is for somebody who already waits. */
const timeoutMs: Millis = 6_000

export const otherDoors: Probe<OtherDoors> = {
  id: 'other-doors',
  question: say('Does another port of the same server work?'),
  budget: 8_000,
  after: [serverPorts, greeting, encryption, capabilities],
  when: hasLineServer,
  ask: async (exam) => {
    const sick = serverConversations(exam).filter(({ role, server }) => isFaulty(exam.chart, role, server))
    // Where the port that is set up does, no others are tried.
    if (sick.length === 0) return skipped(encryption)
    const found = await Promise.all(sick.map(async (visit) => [visit.role, await look(exam, visit)] as const))
    return Object.fromEntries(found)
  },
  describe: (fact, chart) => describeEach(fact, chart, tell),
}

/** Reached, and then no word, no encryption or no way to sign in. */
export function isFaulty(chart: Chart, role: Role, server: Server): boolean {
  const tls = chart.fact(encryption)?.[role]
  if (fallsSilent(chart, role)) return !tls?.otherMode?.works
  if (tls?.outcome === 'closed' || tls?.outcome === 'reset' || tls?.outcome === 'silent' || tls?.outcome === 'failed')
    return !tls.otherMode?.works && !tls.second?.large
  return (tls?.outcome === 'secured' || tls?.outcome === 'clear') && offersNoSignIn(chart, role, server)
}

/** Nobody speaks there; or what was begun ends before anybody could sign in, by hanging up or in silence. */
export function fallsSilent(chart: Chart, role: Role): 'mute' | 'gone' | 'stalled' | undefined {
  const heard = chart.fact(greeting)?.[role]?.outcome
  if (heard === 'silent') return 'mute'
  // Where encryption itself fails, what the server can is not even asked.
  const broken = chart.fact(capabilities)?.[role]?.broken
  if ([heard, broken].some((one) => one === 'closed' || one === 'reset')) return 'gone'
  return broken === 'silent' ? 'stalled' : undefined
}

/** Sending without signing in is a setting of its own. IMAP and POP have commands for it that need no entry. */
export function offersNoSignIn(chart: Chart, role: Role, { protocol, auth, security }: Server): boolean {
  const offers = chart.fact(capabilities)?.[role]
  return (
    protocol === 'smtp' &&
    auth !== 'none' &&
    // In the clear and with no way to sign in set, it may be a relay that knows its own network.
    (security !== 'none' || auth !== undefined) &&
    offers !== undefined &&
    offers.auth.length === 0 &&
    !offers.refusal &&
    !offers.broken &&
    // In the clear a server rightly hides how to sign in.
    !offers.after.includes('STARTTLS')
  )
}

async function look(exam: ProbeContext, { role, server, conversation }: ServerConversation): Promise<One> {
  const { host, port, protocol } = server
  const open = new Set(
    (exam.chart.fact(serverPorts)?.[role]?.tries ?? []).filter(({ reach }) => reach === 'open').map((one) => one.port),
  )
  const others = mailPortsOf(protocol).filter((way) => way.port !== port && open.has(way.port))
  const address = await conversation.opened
  const doors = address ? await Promise.all(others.map((way) => knock(exam, role, { ...server, ...way }, address))) : []
  return { host, port, doors }
}

async function knock(exam: ProbeContext, role: Role, server: LineServer, address: string): Promise<OtherDoor> {
  const addresses = [{ address, family: address.includes(':') ? 6 : 4 } as const]
  const conversation = converse(exam, role, server, addresses, { timeoutMs })
  const [secured, capable] = await Promise.all([conversation.secured, conversation.capable])
  const isSecured = secured?.handshake?.outcome === 'secured'
  const auth = isSecured && capable ? authOf(capable.after, server.protocol) : []
  const spoke = capable !== undefined && !capable.refusal && !capable.broken
  const works = isSecured && spoke && (server.protocol !== 'smtp' || auth.length > 0)
  return { port: server.port, security: server.security, secured: isSecured, works, auth }
}

function tell({ host, doors }: One): Telling {
  const good = doors.filter(({ works }) => works).map(({ port }) => port)
  if (good.length > 0)
    return {
      tone: 'plain',
      line: say('{host} takes sign-ins on port {good}', {
        host: verbatim(host),
        good: listOf(good.map(verbatim), ', '),
      }),
    }
  return { tone: 'plain', line: say('No other door of {host} does', { host: verbatim(host) }) }
}
