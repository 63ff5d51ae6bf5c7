import { absent, type Cause, present } from '../../core/cause.ts'
import { clientOf } from '../../core/client.ts'
import { say } from '../../core/sentence.ts'
import { clientHealth } from '../../probes/client/client-health.ts'
import { byUpdate } from '../lib/brought-by.ts'
import { appName, clientHealthIn, waitingFor, waitingLine, waitingMail } from '../lib/mail-app.ts'

/** Nobody sends while the app is closed, and no window says so. */
export const clientNotRunning: Cause = {
  id: 'client-not-running',
  title: say('The mail app is closed.'),
  harm: 'stops',
  layer: 'mail-app',
  broughtBy: byUpdate,
  showAfterMs: 30_000,
  judge(chart) {
    if (waitingMail(chart).length === 0 || !clientOf(chart)) return absent
    const running = clientHealthIn(chart)?.running
    if (running === undefined) return chart.observation?.running ? absent : waitingFor(chart, clientHealth)
    return running
      ? absent
      : present(0.97, [say('{app} is not running', { app: appName(chart) }), ...waitingLine(chart)])
  },
  explain: (chart) => ({
    plain: say('Your mail is waiting because {app} is not open. Open it, and the mail leaves by itself.', {
      app: appName(chart),
    }),
    details: [say('Mail that is to be sent later leaves only while the mail app is open and the Mac awake, too.')],
  }),
}
