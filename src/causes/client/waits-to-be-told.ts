import { absent, type Cause, present } from '../../core/cause.ts'
import { say, verbatim } from '../../core/sentence.ts'
import { clientSockets } from '../../probes/client/client-sockets.ts'
import { atRest, ofTheMessage } from '../lib/app-at-rest.ts'
import {
  appName,
  clientIn,
  noWayOutCauses,
  ownConnection,
  ownConnectionEvidence,
  socketOf,
  waitingFor,
  waitingLine,
} from '../lib/mail-app.ts'
import { overdueMessages } from '../lib/waiting-mail.ts'
import { filterBlocksClient } from '../path/filter-blocks-client.ts'

/** Some apps leave what was put off in their outbox until somebody says so: nothing is broken, and nothing will happen. */
export const waitsToBeTold: Cause = {
  id: 'waits-to-be-told',
  title: say('The mail app sends this only when you tell it to.'),
  harm: 'stops',
  layer: 'mail-app',
  showAfterMs: 120_000,
  shadowedBy: () => [...noWayOutCauses(), ...atRest(), ...ofTheMessage(), filterBlocksClient],
  judge(chart) {
    if (!clientIn(chart)?.can.sendsWhenTold || overdueMessages(chart).length === 0) return absent
    const way = ownConnection(chart)
    if (way !== 'works') return way === 'fails' ? absent : way
    const socket = socketOf(chart, 'outgoing')
    if (!socket) return waitingFor(chart, clientSockets)
    if (socket.state !== 'none') return absent
    return present(0.7, [
      say('{app} has no connection to {host}', { app: appName(chart), host: verbatim(socket.host) }),
      say('{app} leaves what was put off in its outbox until somebody sends it', { app: appName(chart) }),
      ownConnectionEvidence(chart),
      ...waitingLine(chart),
    ])
  },
  explain: (chart) => ({
    plain: say(
      'Nothing is broken: {app} keeps it until you tell it to send. It does not try again by itself what was to be sent later, or could not be sent at once.',
      { app: appName(chart) },
    ),
    details: [clientIn(chart)?.can.sendsWhenTold?.how ?? say('Look in its menus for a way to send what waits.')],
  }),
}
