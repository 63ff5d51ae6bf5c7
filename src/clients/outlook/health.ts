import { say } from '../../core/sentence.ts'
import type { HealthWords } from '../health.ts'

export const outlookHealth: HealthWords = {
  goOnline: say('In Outlook: the Outlook menu, “Work Offline”, without the tick.'),
  accountOnline: say(
    'In Outlook: the Outlook menu, “Work Offline”, without the tick. Then click the account and press “Send & Receive”.',
  ),
  harmlessParts: /\bOLE\.framework\b/,
}
