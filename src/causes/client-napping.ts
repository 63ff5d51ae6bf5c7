import { absent, type Cause, present } from '../core/cause.ts'
import { apart, isVerdict } from './apart-from-us.ts'
import { atRest, ofTheMessage } from './app-at-rest.ts'
import { clientSessionStale } from './client-session-stale.ts'
import { filterBlocksClient } from './filter-blocks-client.ts'
import { appName, health, network, ownProof, waitingLine } from './mail-app.ts'

/** App Nap slows a hidden app's timers within minutes; mail that waits this long is past what that explains. */
const long = 15 * 60_000

export const clientNapping: Cause = {
  id: 'client-napping',
  title: 'macOS put the mail app to sleep in the background.',
  harm: 'delays',
  patience: 120_000,
  shadowedBy: () => [...network(), ...atRest(), ...ofTheMessage(), clientSessionStale, filterBlocksClient],
  judge(chart) {
    const hidden = health(chart)?.hiddenFor
    if (hidden === undefined || hidden < long) return absent
    const seen = apart(chart)
    if (isVerdict(seen)) return seen
    if (!seen.idle) return absent
    return present(
      0.4,
      [
        `${appName(chart)} has been hidden for ${Math.round(hidden / 60_000)} min`,
        `${appName(chart)} has no connection for sending`,
        ownProof(chart),
        ...waitingLine(chart),
      ],
      ['Whether macOS has slowed it down cannot be seen directly'],
    )
  },
  explain: (chart) => ({
    plain: `${appName(chart)} has been in the background for so long that macOS lets it rest to save energy. Bring it to the front, and it goes on sending.`,
    details: [],
  }),
}
