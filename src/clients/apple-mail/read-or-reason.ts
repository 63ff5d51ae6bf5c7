import type { ReadResult } from '../../core/mac-powers.ts'
import { Unknown } from '../../core/probe.ts'
import { joinSentences, type Sentence, say } from '../../core/sentence.ts'
import { Damaged } from './damaged.ts'

/** Something of Mail's that was looked at, or the sentence that says why it could not be seen. */
export type ReadOrReason<T> = { seen: true; value: T; beside?: readonly Sentence[] } | { seen: false; why: Sentence }

type Why = Extract<ReadResult<unknown>, { seen: false }>['why']

/** The sentences of everything that was not seen. */
export function reasonsUnread(...sights: readonly (ReadOrReason<unknown> | undefined)[]): Sentence[] {
  return sights.flatMap((sight) => (!sight ? [] : sight.seen ? (sight.beside ?? []) : [sight.why]))
}

/** Why a file of Mail's gave nothing, in a sentence. `subject`: "Mail’s index", "The list of accounts". */
export function fileFailureSentence(subject: Sentence, why: Why): Sentence {
  switch (why) {
    case 'missing':
      return say('{subject} was not found: Apple Mail may never have been used on this Mac.', {
        subject,
      })
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
      return say('{subject} could not be read.', { subject })
  }
}

/** Why reading an open store failed. It speaks in sentences itself; anything else is damage, or a fault of ours. */
export function storeFailureSentence(subject: Sentence, error: unknown): Sentence {
  if (error instanceof Unknown) return joinSentences([fileFailureSentence(subject, 'failed'), error.words])
  return fileFailureSentence(subject, error instanceof Damaged ? 'damaged' : 'failed')
}
