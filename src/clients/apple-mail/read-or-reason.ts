import { Unknown } from '../../core/probe.ts'
import { joinSentences, type Sentence, say } from '../../core/sentence.ts'
import { fileFailures } from '../file-failure.ts'
import { Damaged } from './damaged.ts'

/** Something of Mail's that was looked at, or the sentence that says why it could not be seen. */
export type ReadOrReason<T> = { seen: true; value: T; beside?: readonly Sentence[] } | { seen: false; why: Sentence }

/** The sentences of everything that was not seen. */
export function reasonsUnread(...sights: readonly (ReadOrReason<unknown> | undefined)[]): Sentence[] {
  return sights.flatMap((sight) => (!sight ? [] : sight.seen ? (sight.beside ?? []) : [sight.why]))
}

/** Why a file of Mail's gave nothing, in a sentence. `subject`: "Mail’s index", "The list of accounts". */
export const fileFailureSentence = fileFailures({
  missing: (subject) => say('{subject} was not found: Apple Mail may never have been used on this Mac.', { subject }),
})

/** Why reading an open store failed. It speaks in sentences itself; anything else is damage, or a fault of ours. */
export function storeFailureSentence(subject: Sentence, error: unknown): Sentence {
  if (error instanceof Unknown) return joinSentences([fileFailureSentence(subject, 'failed'), error.words])
  return fileFailureSentence(subject, error instanceof Damaged ? 'damaged' : 'failed')
}
