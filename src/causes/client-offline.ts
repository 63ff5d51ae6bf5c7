import { absent, type Cause, present } from '../core/cause.ts'
import { clientNotRunning } from './client-not-running.ts'
import { appName, client, health, nothingWaits, waitingLine, waitingMail } from './mail-app.ts'

/** Chosen in a menu once, perhaps by accident, and kept over every restart. */
export const clientOffline: Cause = {
  id: 'client-offline',
  title: 'The mail app is switched offline.',
  harm: 'stops',
  patience: 60_000,
  shadowedBy: () => [clientNotRunning],
  judge(chart) {
    if (health(chart)?.offline !== true || nothingWaits(chart)) return absent
    const weight = waitingMail(chart).length > 0 ? 0.96 : 0.6
    return present(weight, [`${appName(chart)} is set to work offline`, ...waitingLine(chart)])
  },
  explain: (chart) => ({
    plain: `${appName(chart)} has been told to work offline, so it keeps your mail until you take it online again. Nothing is wrong with your connection.`,
    details: [
      client(chart)?.health.goOnline ?? 'In the mail app: look in its menus for “Work Offline”, and take it online.',
    ],
  }),
}

/** As above, for one account. */
export const accountOffline: Cause = {
  id: 'account-offline',
  title: 'The account is switched offline.',
  harm: 'stops',
  patience: 60_000,
  shadowedBy: () => [clientNotRunning, clientOffline],
  judge(chart) {
    const account = health(chart)?.account
    if (!account || (account.enabled && account.offline !== true) || nothingWaits(chart)) return absent
    const weight = waitingMail(chart).length > 0 ? 0.95 : 0.6
    const line = account.enabled
      ? `${appName(chart)} has this account switched offline`
      : `${appName(chart)} has this account switched off`
    return present(weight, [line, ...waitingLine(chart)])
  },
  explain: (chart) => ({
    plain: `This account is switched off in ${appName(chart)} while the others go on. Its mail waits until you switch it on again.`,
    details: [
      client(chart)?.health.accountOnline ??
        'In the mail app: look in its menus for “Work Offline”, and take it online.',
    ],
  }),
}
