import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import { say, verbatim } from '../../core/sentence.ts'
import { atRest, ofTheMessage } from '../lib/app-at-rest.ts'
import { byAnotherWay } from '../lib/brought-by.ts'
import { filterAtWork, productOf } from '../lib/filter-at-work.ts'
import {
  appName,
  changeLine,
  latestChange,
  neverOfferedMessages,
  noWayOutCauses,
  ownConnectionEvidence,
  socketOf,
  waitingLine,
} from '../lib/mail-app.ts'
import { isVerdict, type SocketDifference, sendingRole, socketDifference } from '../lib/socket-difference.ts'
import { filterBlocksClient } from '../path/filter-blocks-client.ts'

const hour = 3_600_000
/** A healthy app needs up to this long to be back after waking up or joining another network. */
const recovering = 60_000

/** After sleep or another network, mail apps may hold on to connections that are dead, or never try again. */
export const clientSessionStale: Cause = {
  id: 'client-session-stale',
  title: say('The mail app missed that the network is back.'),
  harm: 'stops',
  layer: 'mail-app',
  broughtBy: [...byAnotherWay, 'wake'],
  showAfterMs: 60_000,
  shadowedBy: () => [...noWayOutCauses(), ...atRest(), ...ofTheMessage(), filterBlocksClient],
  judge(chart) {
    const seen = socketDifference(chart)
    return isVerdict(seen) ? seen : judgeApart(chart, seen)
  },
  explain: (chart) => ({
    plain: say(
      'Your connection works again, but {app} has not noticed. Sending once more, or quitting it and opening it again, gets your mail on its way.',
      { app: appName(chart) },
    ),
    details: [say('This happens after sleep, or after a change of Wi-Fi or VPN.')],
  }),
}

function judgeApart(chart: Chart, seen: SocketDifference): Verdict {
  const waits = neverOfferedMessages(chart).length > 0
  const change = latestChange(chart, ['wake', 'network', 'vpn'], hour)
  if (!waits || (!change && !seen.left) || (change && chart.at - change.at < recovering)) return absent
  const filter = filterAtWork(chart)
  const { host } = socketOf(chart, sendingRole(chart)) ?? {}
  const [call] = seen.calling
  const line = call
    ? say('{app} still calls {host}, port {port}, and gets no answer', {
        app: appName(chart),
        host: verbatim(call.host),
        port: verbatim(call.port),
      })
    : seen.left
      ? say('{host} has hung up and {app} has not noticed', { host: verbatim(host ?? ''), app: appName(chart) })
      : say('{app} has no connection to {host}', { app: appName(chart), host: verbatim(host ?? '') })
  return present(
    !change ? 0.45 : seen.left ? 0.8 : call ? 0.6 : 0.65,
    [...(change ? [changeLine(chart, change)] : []), line, ownConnectionEvidence(chart), ...waitingLine(chart)],
    [
      ...(filter
        ? [
            say('{product} filters the network and could also be the one that stops it', {
              product: verbatim(productOf(filter) ?? ''),
            }),
          ]
        : []),
      ...(change ? [] : [say('No change of the network was seen before')]),
    ],
  )
}
