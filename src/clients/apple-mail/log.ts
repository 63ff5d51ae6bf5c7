import { say } from '../../core/sentence.ts'
import type { ClientLog } from '../newest-log.ts'

/** Connection Doctor writes it. Nobody has published what its files are called: whatever ends like a log. */
export const appleMailLog: ClientLog = {
  folders: ['~/Library/Containers/com.apple.mail/Data/Library/Logs/Mail'],
  name: /\.(log|txt)$/i,
  byHand: {
    on: say('In Mail, choose Window > Connection Doctor in the menu bar, and tick “Log Connection Activity”.'),
    off: say(
      'Now untick “Log Connection Activity” in Mail’s Connection Doctor again: the log grows large and holds your mail.',
    ),
  },
}
