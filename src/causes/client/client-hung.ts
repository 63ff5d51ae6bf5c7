import { absent, type Cause, present } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import { say } from '../../core/sentence.ts'
import { byUpdate } from '../lib/brought-by.ts'
import { appName, clientHealthIn, nothingWaits, waitingLine } from '../lib/mail-app.ts'
import { clientNotRunning } from './client-not-running.ts'

/** An app that still writes into its store is busy, however late it answers. */
const alive = 120_000

export const clientHung: Cause = {
  id: 'client-hung',
  title: say('The mail app does not answer.'),
  harm: 'stops',
  layer: 'mail-app',
  broughtBy: [...byUpdate, 'wake'],
  showAfterMs: 120_000,
  shadowedBy: () => [clientNotRunning],
  judge(chart) {
    const seen = clientHealthIn(chart)
    if (!seen || seen.running === false || nothingWaits(chart)) return absent
    if (seen.dialog)
      return present(0.88, [
        say('A window of {app} is waiting for an answer', { app: appName(chart) }),
        ...waitingLine(chart),
      ])
    if (seen.answers !== 'no') return absent
    const quiet = seen.changed === undefined ? undefined : chart.at - seen.changed
    if (quiet !== undefined && quiet < alive) return absent
    return present(
      quiet === undefined ? 0.7 : 0.85,
      [
        say('{app} was asked twice how it is and did not answer in time', { app: appName(chart) }),
        ...(quiet === undefined
          ? []
          : [say('It has stored nothing for {minutes} min', { minutes: Math.round(quiet / 60_000) })]),
        ...waitingLine(chart),
      ],
      quiet === undefined ? [say('Whether it is only busy could not be seen')] : [],
    )
  },
  explain: (chart) => ({
    plain: hasDialog(chart)
      ? say('{app} shows a window and waits for you to answer it. Until then it sends nothing.', {
          app: appName(chart),
        })
      : say(
          '{app} is open but no longer reacts, so your mail does not leave. Quitting it and opening it again usually helps; the waiting mail is kept.',
          { app: appName(chart) },
        ),
    details: hasDialog(chart) ? [say('The window may be behind others or on another desktop.')] : [],
  }),
}

/** It is well, and only waits for the person. */
export const hasDialog = (chart: Chart): boolean => clientHealthIn(chart)?.dialog === true
