import { clientNameOf } from '../../clients/known-clients.ts'
import { clientOf } from '../../core/client.ts'
import type { ClientSocket } from '../../core/mac-powers.ts'
import {
  type ClientId,
  type PerServer,
  type Protocol,
  type Role,
  roles,
  type Server,
  serversOf,
} from '../../core/mail.ts'
import { type Probe, type ProbeContext, skipped, type Telling, Unknown } from '../../core/probe.ts'
import { type Arg, joinSentences, type Sentence, say, verbatim, withoutRepeats } from '../../core/sentence.ts'
import type { Millis } from '../../core/time.ts'
import { clientProcess, whyProcessUnseen } from '../lib/client-process.ts'
import { serverName } from '../names/server-name.ts'
import { clientHealth } from './client-health.ts'

/**
 * How far the mail app itself has come with a server. `syn-sent`: it calls and nobody answers it. `close-wait`: the
 * server has hung up and the app has not noticed. `elsewhere`: it is connected on that port to an address that the
 * server's name does not lead to now, as with large providers, or that is another server's.
 */
export type SocketState = 'established' | 'elsewhere' | 'syn-sent' | 'close-wait' | 'none'

export interface ClientSockets {
  client: ClientId
  servers: PerServer<{ host: string; port: number; state: SocketState }>
  /** All its TCP sockets, wherever they lead. */
  count: number
}

/** A healthy call is answered long before. */
const again: Millis = 3_000

export const clientSockets: Probe<ClientSockets> = {
  id: 'client-sockets',
  question: say('Does the mail app itself reach the servers?'),
  layer: 'mail-app',
  budget: 10_000,
  after: [serverName],
  when: (exam) => clientOf(exam) !== undefined && serversOf(exam.account).length > 0,
  ask: async (exam, signal) => {
    const client = clientOf(exam)
    if (!client) throw new Unknown(say('It is not known which mail app this account is in.'))
    const process = await clientProcess(exam, client)
    if (!process.seen) throw new Unknown(whyProcessUnseen(process))
    if (!process.value) return skipped(clientHealth)
    const { pid } = process.value
    const first = await look(exam, client, pid, signal)
    if (!isCalling(first)) return first
    await exam.world.clock.wait(again, signal)
    return look(exam, client, pid, signal)
  },
  describe: tell,
}

async function look(exam: ProbeContext, client: ClientId, pid: number, signal: AbortSignal): Promise<ClientSockets> {
  const sockets = await exam.world.mac.programs.sockets(pid, signal)
  if (!sockets.seen) throw new Unknown(whyProcessUnseen(sockets))
  const servers = serversOf(exam.account).map(({ role, server }) => {
    const addresses = (exam.chart.fact(serverName)?.[role]?.addresses ?? []).map(({ address }) => address)
    return [role, { host: server.host, port: server.port, state: stateOf(sockets.value, server, addresses) }] as const
  })
  return { client, servers: Object.fromEntries(servers), count: sockets.value.length }
}

// Mail apps quietly try the other ports of a service, too (support.apple.com/HT204208).
const usual: Record<Protocol, readonly number[]> = {
  smtp: [25, 465, 587, 2525],
  imap: [143, 993],
  pop3: [110, 995],
  exchange: [443],
}

function stateOf(
  sockets: readonly ClientSocket[],
  { protocol, port }: Server,
  addresses: readonly string[],
): SocketState {
  const there = sockets.filter((one) => one.port === port || usual[protocol].includes(one.port))
  const own = addresses.map(plain)
  const states = there.filter(({ address }) => own.includes(plain(address))).map(({ state }) => state)
  if (states.some(isConnected)) return 'established'
  if (states.includes('SYN_SENT')) return 'syn-sent'
  // On 443 anything may be meant.
  if (protocol !== 'exchange' && there.some(({ state }) => isConnected(state))) return 'elsewhere'
  return states.includes('CLOSE_WAIT') ? 'close-wait' : 'none'
}

/** Connected, or just taking leave in good order. */
function isConnected(state: string): boolean {
  return state === 'ESTABLISHED' || state.startsWith('FIN_WAIT')
}

/** IPv6 without its zone, and IPv4 without the clothes of IPv6. */
function plain(address: string): string {
  return address
    .toLowerCase()
    .replace(/^::ffff:(?=[\d.]+$)/, '')
    .replace(/%.*$/, '')
}

function isCalling({ servers }: ClientSockets): boolean {
  return roles.some((role) => servers[role]?.state === 'syn-sent')
}

function tell(fact: ClientSockets): Telling {
  const name = clientNameOf(fact.client)
  const lines = roles.flatMap((role: Role) => {
    const one = fact.servers[role]
    return one ? [wording[one.state](name, one.host)] : []
  })
  const tone = isCalling(fact) ? 'bad' : 'plain'
  return { tone, line: joinSentences(withoutRepeats(lines), '; ') }
}

const wording: Record<SocketState, (app: Arg, host: string) => Sentence> = {
  established: (app, host) => say('{app} is connected to {host}', { app, host: verbatim(host) }),
  elsewhere: (app, host) => say('{app} is connected to a server of the kind of {host}', { app, host: verbatim(host) }),
  'syn-sent': (app, host) => say('{app} tries to reach {host} and gets no answer', { app, host: verbatim(host) }),
  'close-wait': (app, host) => say('{host} has hung up on {app}', { host: verbatim(host), app }),
  none: (app, host) => say('{app} has no connection to {host}', { app, host: verbatim(host) }),
}
