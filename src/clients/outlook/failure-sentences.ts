import type { UnreadReason as Why } from '../../core/mac-powers.ts'
import { say } from '../../core/sentence.ts'
import { fileFailures } from '../file-failure.ts'

/** Something in the store that is not as it must be; the message names tables and columns, never content. */
export class UnfitStore extends Error {
  override name = 'Unfit'
  readonly why: Why
  constructor(why: Why, detail: string) {
    super(detail)
    this.why = why
  }
}

/** Why a thrown error kept us from reading: the classes of SQLite's errors are not ours to know, their words are. */
export function unreadReasonOf(error: unknown): Why {
  if (error instanceof UnfitStore) return error.why
  const [first, cause] = [error, error instanceof Error ? error.cause : undefined]
  const text = [first, cause].map((one) => (one instanceof Error ? one.message : '')).join(' ')
  if (/locked|busy|given up/i.test(text)) return 'locked'
  if (/authoriz|not permitted|denied|not allow|unable to open/i.test(text)) return 'forbidden'
  return /malformed|not a database|corrupt|damaged/i.test(text) ? 'damaged' : 'failed'
}

/** In a sentence. `subject`: "Outlook’s mail". */
export const outlookFailureSentence = fileFailures({
  missing: (subject) => say('{subject} was not found: Outlook may never have been used on this Mac.', { subject }),
  failed: (subject) => say('{subject} could not be read: it is not kept as Outbox Doctor knows it.', { subject }),
})
