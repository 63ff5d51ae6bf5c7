import type { Chart } from '../../core/chart.ts'
import { type PerServer, type Role, serversOf } from '../../core/mail.ts'
import type { Address } from '../../core/network.ts'
import { type Probe, type ProbeContext, type Skipped, skipped, type Telling } from '../../core/probe.ts'
import { joinSentences as inRow, type Sentence, say, verbatim, withArgs, withoutRepeats } from '../../core/sentence.ts'
import type { Conversation, LineServer } from '../../wire/conversation.ts'
import { converse } from '../../wire/converse.ts'
import { serverName } from '../names/server-name.ts'

/** One server of the account that speaks in lines and has an address. */
export interface ServerConversation {
  role: Role
  server: LineServer
  addresses: readonly Address[]
  /** The one session with it that all probes of this examination share. */
  conversation: Conversation
}

/** The account's servers that speak in lines; Exchange is asked elsewhere. */
export function lineServersOf(account: Chart['account']): { role: Role; server: LineServer }[] {
  return serversOf(account).flatMap(({ role, server }) =>
    server.protocol === 'exchange' ? [] : [{ role, server: { ...server, protocol: server.protocol } }],
  )
}

/** For `when`: whether there is anything to say to a server line by line. */
export function hasLineServer({ account }: Pick<ProbeContext, 'account'>): boolean {
  return lineServersOf(account).length > 0
}

const conversations: Record<Role, object> = { outgoing: {}, incoming: {} }

/** The servers that can be visited, each with its one conversation, which the first to come begins. */
export function serverConversations(exam: ProbeContext): ServerConversation[] {
  return lineServersOf(exam.account).flatMap(({ role, server }) => {
    const addresses = exam.chart.fact(serverName)?.[role]?.addresses ?? []
    if (addresses.length === 0) return []
    const conversation = exam.once(conversations[role], () => converse(exam, role, server, addresses))
    return [{ role, server, addresses, conversation }]
  })
}

/**
 * Asks each server at once and tells each answer as soon as it is there: a silent one holds nobody up. A server with
 * no answer is left out; when that goes for all of them, the probe is skipped because of `otherwise`.
 */
export async function askEach<T>(
  exam: ProbeContext,
  sofar: (fact: PerServer<T>) => void,
  otherwise: Probe<never> | Probe<unknown>,
  ask: (visit: ServerConversation) => Promise<T | undefined>,
): Promise<PerServer<T> | Skipped> {
  const all = serverConversations(exam)
  if (all.length === 0) return skipped(serverName)
  let fact: PerServer<T> = {}
  let waiting = all.length
  await Promise.all(
    all.map(async (visit) => {
      const answer = await ask(visit)
      waiting -= 1
      if (answer === undefined) return
      fact = { ...fact, [visit.role]: answer }
      if (waiting > 0) sofar(fact)
    }),
  )
  return Object.keys(fact).length > 0 ? fact : skipped(otherwise as Probe<unknown>)
}

/** One line for all servers: bad when one is, good when all are. */
export function describeEach<T>(fact: PerServer<T>, chart: Chart, tell: (one: T) => Telling): Telling {
  return together(chart, (role) => {
    const one = fact[role]
    return one === undefined ? undefined : tell(one)
  })
}

/** As `tellEach`, and bad for each server of the account that the fact does not know (yet). */
export function describeEvery<T>(fact: PerServer<T>, chart: Chart, tell: (one: T) => Telling): Telling {
  return together(chart, (role, { host }) => {
    const one = fact[role]
    return one === undefined ? { tone: 'bad', line: say('nothing from {host}', { host: verbatim(host) }) } : tell(one)
  })
}

const hosts: Record<Role, (host: string) => Sentence> = {
  outgoing: (host) => say('{host} (for sending)', { host: verbatim(host) }),
  incoming: (host) => say('{host} (for receiving)', { host: verbatim(host) }),
}

function together(chart: Chart, tell: (role: Role, server: LineServer) => Telling | undefined): Telling {
  const servers = lineServersOf(chart.account)
  const told = servers.flatMap(({ role, server }) => {
    const telling = tell(role, server)
    return telling ? [{ ...telling, role }] : []
  })
  const tones = told.map(({ tone }) => tone)
  const tone = tones.includes('bad') ? 'bad' : tones.every((one) => one === 'good') ? 'good' : 'plain'
  const lines = withoutRepeats(told.map(({ line }) => line))
  // Where one host does both, its name alone would not tell which is meant.
  const sameHost = new Set(servers.map(({ server }) => server.host)).size < servers.length
  const line = sameHost && lines.length > 1 ? byPurpose(told, servers[0]?.server.host ?? '') : inARow(lines)
  return { tone, line }
}

function inARow(lines: readonly Sentence[]): Sentence {
  return inRow(lines, '; ')
}

/** `mail.example.org (for sending) greets in 20 ms; mail.example.org (for receiving) says nothing`. */
function byPurpose(told: readonly { role: Role; line: Sentence }[], host: string): Sentence {
  return inARow(told.map(({ role, line }) => withArgs(line, (arg) => (arg.text === host ? hosts[role](host) : arg))))
}
