import { absent, type Cause, present } from '../core/cause.ts'
import { clientHealth } from '../probes/client-health.ts'
import { appName, clientOf, health, waitingFor, waitingLine, waitingMail } from './mail-app.ts'

/** Nobody sends while the app is closed, and no window says so. */
export const clientNotRunning: Cause = {
  id: 'client-not-running',
  title: 'The mail app is closed.',
  harm: 'stops',
  patience: 30_000,
  judge(chart) {
    if (waitingMail(chart).length === 0 || !clientOf(chart)) return absent
    const running = health(chart)?.running
    if (running === undefined) return chart.observation?.running ? absent : waitingFor(chart, clientHealth)
    return running ? absent : present(0.97, [`${appName(chart)} is not running`, ...waitingLine(chart)])
  },
  explain: (chart) => ({
    plain: `Your mail is waiting because ${appName(chart)} is not open. Open it, and the mail leaves by itself.`,
    details: ['Mail that is to be sent later leaves only while the mail app is open and the Mac awake, too.'],
  }),
}
