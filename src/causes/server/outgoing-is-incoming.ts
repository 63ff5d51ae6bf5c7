import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { Server } from '../../core/mail.ts'
import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import { isExchanger, isOnlyForFetching } from '../../knowledge/providers.ts'
import { mailRecords } from '../../probes/names/mail-records.ts'
import { capabilities } from '../../probes/server/capabilities.ts'
import { greeting } from '../../probes/server/greeting.ts'
import { publishedSettings } from '../../probes/server/published-settings.ts'
import { serverWorks } from '../lib/chart-queries.ts'
import { replyIn } from '../lib/replies.ts'
import { signedIn } from '../lib/signing-in.ts'
import { overdueMessages } from '../lib/waiting-mail.ts'
import { captivePortal } from '../network/captive-portal.ts'
import { workingPorts } from './server-port-faulty.ts'

/** Servers have one port for mail from other servers (MX), one to fetch it by, and one for people who send. */
export const outgoingIsIncoming: Cause = {
  id: 'outgoing-is-incoming',
  title: say('The outgoing server is a server for incoming mail.'),
  harm: 'stops',
  layer: 'mail-app',
  showAfterMs: 20_000,
  shadowedBy: () => [captivePortal],
  judge({ account, ...chart }) {
    const { outgoing } = account
    return outgoing && outgoing.protocol === 'smtp' ? judge({ account, ...chart }, outgoing) : absent
  },
  explain: (chart) => ({
    plain: say(
      'It only takes in mail or hands it out. It never passes on what you write. Choose the outgoing server of your provider instead.',
    ),
    details: rightOnes(chart),
  }),
}

function judge(chart: Chart, server: Server): Verdict {
  if (signedIn(chart, 'outgoing')) return absent
  const heard = chart.fact(greeting)?.outgoing
  if (heard?.speaks === 'imap' || heard?.speaks === 'pop3')
    return present(0.97, [
      say('{host}, port {port}, greets as a server for fetching mail does', {
        host: verbatim(server.host),
        port: verbatim(server.port),
      }),
    ])
  const suffers = !serverWorks(chart, 'outgoing') || overdueMessages(chart).length > 0
  if (!suffers) return absent
  if (isOnlyForFetching(server.host))
    return present(0.97, [
      say('{host} is for fetching mail, by what its provider publishes', { host: verbatim(server.host) }),
    ])
  const exchanger = chart.fact(mailRecords)?.mx.find(({ exchange }) => isSame(exchange, server.host))
  const line = exchanger
    ? say('{host} takes the mail that others send to this address (MX)', { host: verbatim(server.host) })
    : say('{host} takes the mail that other servers send to its provider (MX)', { host: verbatim(server.host) })
  // By the table of providers it is for nothing else. A small provider may have one host for everything.
  if (isExchanger(server.host)) return present(0.97, [line, ...refusal(chart)])
  const isMeant = published(chart).some(({ host }) => isSame(host, server.host))
  const offers = chart.fact(capabilities)?.outgoing
  const takesNobody = serverWorks(chart, 'outgoing') && offers?.auth.length === 0
  // One that has refused nothing may be a relay that knows its own network.
  const refused = refusal(chart)
  if (!exchanger || isMeant || !takesNobody || refused.length === 0 || workingPorts(chart, 'outgoing').length > 0)
    return absent
  return present(0.8, [line, say('It offers no way to sign in'), ...refused])
}

function refusal({ messages }: Chart): Sentence[] {
  const refused = messages.some(({ lastReply }) => lastReply !== undefined && replyIn(lastReply)?.code.startsWith('5'))
  return refused ? [say('It turned the waiting message away')] : []
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase().replace(/\.$/, '') === other.toLowerCase().replace(/\.$/, '')
}

function published(chart: Chart): readonly Server[] {
  return chart.fact(publishedSettings)?.outgoing ?? []
}

function rightOnes(chart: Chart): Sentence[] {
  const [server] = published(chart)
  return server ? [say('The provider names {host} as its outgoing server.', { host: verbatim(server.host) })] : []
}
