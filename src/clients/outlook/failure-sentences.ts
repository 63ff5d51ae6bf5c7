import type { UnreadReason as Why } from '../../core/mac-powers.ts'
import { type Sentence, say } from '../../core/sentence.ts'

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
export function outlookFailureSentence(subject: Sentence, why: Why): Sentence {
  switch (why) {
    case 'missing':
      return say('{subject} was not found: Outlook may never have been used on this Mac.', { subject })
    case 'forbidden':
      return say('{subject} cannot be read without Full Disk Access.', { subject })
    case 'locked':
      return say('{subject} is in use and could not be read just now.', { subject })
    case 'damaged':
      return say('{subject} could not be read: it may be damaged.', { subject })
    case 'too-large':
      return say('{subject} is too large to be read.', { subject })
    case 'uncopied':
      return say('{subject} has to be copied to be read, and there is no room or no place for the copy on this Mac.', {
        subject,
      })
    case 'failed':
      return say('{subject} could not be read: it is not kept as Outbox Doctor knows it.', { subject })
  }
}
