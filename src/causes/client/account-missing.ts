import { absent, type Cause, present } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { Message } from '../../core/mail.ts'
import { say } from '../../core/sentence.ts'
import { appName, clientHealthIn, waitingMail } from '../lib/mail-app.ts'
import { waitingCount } from '../lib/waiting-mail.ts'

/** Outlook's own number for it. */
const orphaned = /(?:^|[^\d])17199(?:[^\d]|$)/
const day = 86_400_000

/** Removed or renamed while a message was still to leave by it; nobody will ever send that one. */
export const accountMissing: Cause = {
  id: 'account-missing',
  title: say('The message belongs to an account that is gone.'),
  harm: 'stops',
  layer: 'mail-app',
  showAfterMs: 30_000,
  judge(chart) {
    const lost = orphans(chart)
    const told = waitingMail(chart).length > 0 && isTold(chart)
    if (lost.length === 0 && !told) return absent
    return present(lost.length > 0 ? 0.9 : 0.7, [
      ...(lost.length > 0
        ? [
            say('{app} has no account any more for {waiting}', {
              app: appName(chart),
              waiting: waitingCount(lost.length),
            }),
          ]
        : []),
      ...(told ? [say('Outlook reports error 17199: the account of a message is missing')] : []),
    ])
  },
  explain: (chart) => ({
    plain: say(
      '{app} no longer has that account, so the message can never leave. Open it, choose another account as the sender and send it again.',
      { app: appName(chart) },
    ),
    details: [],
  }),
}

/** Only where the app's accounts were seen at all. */
function orphans(chart: Chart): readonly Message[] {
  const accounts = chart.observation?.accounts ?? []
  if (accounts.length === 0) return []
  const known = new Set(accounts.map(({ id }) => id))
  return waitingMail(chart).filter(({ account }) => account !== undefined && !known.has(account))
}

function isTold(chart: Chart): boolean {
  return clientHealthIn(chart)?.errors.some(({ code, at }) => orphaned.test(code) && chart.at - at <= day) === true
}
