import type { UnreadReason } from '../core/mac-powers.ts'
import { type Sentence, say } from '../core/sentence.ts'

type FailureWords = Readonly<Record<UnreadReason, (subject: Sentence) => Sentence>>

const usual: FailureWords = {
  missing: (subject) => say('{subject} was not found.', { subject }),
  forbidden: (subject) => say('{subject} cannot be read without Full Disk Access.', { subject }),
  locked: (subject) => say('{subject} is in use and could not be read just now.', { subject }),
  damaged: (subject) => say('{subject} could not be read: it may be damaged.', { subject }),
  'too-large': (subject) => say('{subject} is too large to be read.', { subject }),
  uncopied: (subject) =>
    say('{subject} has to be copied to be read, and there is no room or no place for the copy on this Mac.', {
      subject,
    }),
  failed: (subject) => say('{subject} could not be read.', { subject }),
}

/** Why a file of a mail app's gave nothing, in a sentence, for each reason; `own`: where an app needs other words. */
export function fileFailures(own: Partial<FailureWords>): (subject: Sentence, why: UnreadReason) => Sentence {
  const words = { ...usual, ...own }
  return (subject, why) => words[why](subject)
}
