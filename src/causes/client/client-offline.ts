import { absent, type Cause, present } from '../../core/cause.ts'
import { say } from '../../core/sentence.ts'
import { appName, clientHealthIn, clientIn, nothingWaits, waitingLine, waitingMail } from '../lib/mail-app.ts'
import { clientNotRunning } from './client-not-running.ts'

/** Chosen in a menu once, perhaps by accident, and kept over every restart. */
export const clientOffline: Cause = {
  id: 'client-offline',
  title: say('The mail app is switched offline.'),
  harm: 'stops',
  layer: 'mail-app',
  showAfterMs: 60_000,
  shadowedBy: () => [clientNotRunning],
  judge(chart) {
    if (clientHealthIn(chart)?.offline !== true || nothingWaits(chart)) return absent
    const weight = waitingMail(chart).length > 0 ? 0.96 : 0.6
    return present(weight, [say('{app} is set to work offline', { app: appName(chart) }), ...waitingLine(chart)])
  },
  explain: (chart) => ({
    plain: say(
      '{app} has been told to work offline, so it keeps your mail until you take it online again. Nothing is wrong with your connection.',
      { app: appName(chart) },
    ),
    details: [
      clientIn(chart)?.health.goOnline ??
        say('In the mail app: look in its menus for “Work Offline”, and take it online.'),
    ],
  }),
}

/** As above, for one account. */
export const accountOffline: Cause = {
  id: 'account-offline',
  title: say('The account is switched offline.'),
  harm: 'stops',
  layer: 'mail-app',
  showAfterMs: 60_000,
  shadowedBy: () => [clientNotRunning, clientOffline],
  judge(chart) {
    const account = clientHealthIn(chart)?.account
    if (!account || (account.enabled && account.offline !== true) || nothingWaits(chart)) return absent
    const weight = waitingMail(chart).length > 0 ? 0.95 : 0.6
    const line = account.enabled
      ? say('{app} has this account switched offline', { app: appName(chart) })
      : say('{app} has this account switched off', { app: appName(chart) })
    return present(weight, [line, ...waitingLine(chart)])
  },
  explain: (chart) => ({
    plain: say(
      'This account is switched off in {app} while the others go on. Its mail waits until you switch it on again.',
      { app: appName(chart) },
    ),
    details: [
      clientIn(chart)?.health.accountOnline ??
        say('In the mail app: look in its menus for “Work Offline”, and take it online.'),
    ],
  }),
}
