import type { MailClient } from '../../clients/client.ts'
import { clientNameOf, knownClient } from '../../clients/known-clients.ts'
import { absent, type Cause, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import { clientOf } from '../../core/client.ts'
import type { Message, Role } from '../../core/mail.ts'
import type { Change } from '../../core/network.ts'
import type { Probe } from '../../core/probe.ts'
import { minutesAgo } from '../../core/quantities.ts'
import { type Arg, joinSentences, type Sentence, say, verbatim } from '../../core/sentence.ts'
import type { Millis } from '../../core/time.ts'
import { clientHealth } from '../../probes/client/client-health.ts'
import { type ClientSockets, clientSockets } from '../../probes/client/client-sockets.ts'
import type { ClientHealth } from '../../probes/lib/client-health-fact.ts'
import { capabilities } from '../../probes/server/capabilities.ts'
import { exchangeEndpoints } from '../../probes/server/exchange-endpoints.ts'
import { greeting } from '../../probes/server/greeting.ts'
import { signIn } from '../../probes/sign-in/sign-in.ts'
import { encryption } from '../../probes/tls/encryption.ts'
import { captivePortal } from '../network/captive-portal.ts'
import { noNetwork } from '../network/no-network.ts'
import { serverWorks } from './chart-queries.ts'
import { overdueMessages } from './waiting-mail.ts'

/** What the judges of the mail app ask of a chart. Nothing here decides a cause. */

/** Nothing can be said of the app while the network itself is at fault. */
export const noWayOutCauses = (): readonly Cause[] => [noNetwork, captivePortal]

/** The mail app itself, where it is known which. */
export function clientIn(chart: Chart): MailClient | undefined {
  return knownClient(clientOf(chart))
}

/** As its users call it. */
export function appName(chart: Chart): Arg {
  return clientNameOf(clientOf(chart))
}

export function clientHealthIn(chart: Chart): ClientHealth | undefined {
  return chart.fact(clientHealth)
}

/** Every message that is not waiting by design, however short it waits. */
export function waitingMail({ messages }: Chart): readonly Message[] {
  return messages.filter(({ state }) => state === 'waiting')
}

/** `2 messages are waiting`; nothing where none is known to. */
export function waitingLine(chart: Chart): Sentence[] {
  const { length } = waitingMail(chart)
  if (length === 0) return []
  return length === 1 ? [say('1 message is waiting')] : [say('{length} messages are waiting', { length })]
}

/** Whether nothing waits for sure: then a switch that is off is how the user wants it. */
export function nothingWaits(chart: Chart): boolean {
  return waitingMail(chart).length === 0 && chart.observation?.outbox.seen === true
}

/** Messages that the app should have tried to send by now, and of which no server has said a word. */
export function neverOfferedMessages(chart: Chart): readonly Message[] {
  return overdueMessages(chart).filter(({ lastReply }) => lastReply === undefined)
}

/** How far the app itself has come with one of the account's servers. */
export function socketOf(chart: Chart, role: Role): NonNullable<ClientSockets['servers']['outgoing']> | undefined {
  return chart.fact(clientSockets)?.servers[role]
}

/** Whether our own way to where this account sends works up to signing in; a verdict where nobody found out. */
export function ownConnection(chart: Chart): 'works' | 'fails' | Verdict {
  const { incoming, outgoing } = chart.account
  if (!outgoing && incoming?.protocol === 'exchange') {
    const ews = chart.fact(exchangeEndpoints)?.endpoints.find(({ name }) => name === 'ews')
    return ews ? (ews.outcome === 'there' ? 'works' : 'fails') : waitingFor(chart, exchangeEndpoints)
  }
  // Where it sends to may be hidden from us; then the server it receives from speaks for the way.
  const role = !outgoing && chart.account.hidden?.includes('outgoing') ? 'incoming' : 'outgoing'
  if (!chart.account[role]) return 'fails'
  if (serverWorks(chart, role)) return chart.fact(signIn)?.[role]?.outcome === 'refused' ? 'fails' : 'works'
  const open = waitingFor(chart, greeting, encryption, capabilities)
  return open.is === 'undecided' ? open : 'fails'
}

/** Undecided for want of those probes that could still tell; what was skipped had no question to ask. */
export function waitingFor(chart: Chart, ...asked: readonly Probe<unknown>[]): Verdict {
  const missing = asked.filter((probe) => (chart.finding(probe)?.state ?? 'unknown') === 'unknown').map(({ id }) => id)
  return missing.length > 0 ? { is: 'undecided', missing } : absent
}

/** The latest of these changes, when it is not older than this. */
export function latestChange(chart: Chart, kinds: readonly Change['what'][], maxAgeMs: Millis): Change | undefined {
  return chart.changes.findLast(({ what, at }) => kinds.includes(what) && at <= chart.at && chart.at - at <= maxAgeMs)
}

/** `LuLu was updated; that was 12 minutes ago`. */
export function changeLine(chart: Chart, { at, line }: Change): Sentence {
  return joinSentences([line, say('that was {ago}', { ago: minutesAgo(chart.at - at) })], '; ')
}

/** What the app itself is seen doing, at the socket of one of the account's servers. */
export function unansweredCallLine(chart: Chart, { host, port }: { host: string; port: number }): Sentence {
  return say('{app} calls {host}, port {port}, and gets no answer', {
    app: appName(chart),
    host: verbatim(host),
    port: verbatim(port),
  })
}

/** The proof that it is about the app: what it cannot reach, we can. */
export function ownConnectionEvidence(chart: Chart): Sentence {
  const host = chart.account.outgoing?.host ?? chart.account.incoming?.host
  return host
    ? say('Outbox Doctor itself reaches {host} and gets as far as signing in', { host: verbatim(host) })
    : say('Outbox Doctor itself reaches the server and gets as far as signing in')
}
