import { absent, type Cause, present } from '../../core/cause.ts'
import { say } from '../../core/sentence.ts'
import { atRest, ofTheMessage } from '../lib/app-at-rest.ts'
import { appName, clientHealthIn, noWayOutCauses, ownConnectionEvidence, waitingLine } from '../lib/mail-app.ts'
import { isVerdict, socketDifference } from '../lib/socket-difference.ts'
import { filterBlocksClient } from '../path/filter-blocks-client.ts'
import { clientSessionStale } from './client-session-stale.ts'

/** App Nap slows a hidden app's timers within minutes; mail that waits this long is past what that explains. */
const long = 15 * 60_000

export const clientNapping: Cause = {
  id: 'client-napping',
  title: say('macOS put the mail app to sleep in the background.'),
  harm: 'delays',
  layer: 'mail-app',
  showAfterMs: 120_000,
  shadowedBy: () => [...noWayOutCauses(), ...atRest(), ...ofTheMessage(), clientSessionStale, filterBlocksClient],
  judge(chart) {
    const hidden = clientHealthIn(chart)?.hiddenFor
    if (hidden === undefined || hidden < long) return absent
    const seen = socketDifference(chart)
    if (isVerdict(seen)) return seen
    if (!seen.idle) return absent
    return present(
      0.4,
      [
        say('{app} has been hidden for {minutes} min', {
          app: appName(chart),
          minutes: Math.round(hidden / 60_000),
        }),
        say('{app} has no connection for sending', { app: appName(chart) }),
        ownConnectionEvidence(chart),
        ...waitingLine(chart),
      ],
      [say('Whether macOS has slowed it down cannot be seen directly')],
    )
  },
  explain: (chart) => ({
    plain: say(
      '{app} was there for so long that macOS lets it rest. That saves energy. Bring it to the front, and it goes on sending.',
      { app: appName(chart) },
    ),
    details: [],
  }),
}
