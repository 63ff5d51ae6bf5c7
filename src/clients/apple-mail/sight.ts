import type { ReadResult } from '../../core/mac.ts'
import { Unknown } from '../../core/probe.ts'
import { Damaged } from './damaged.ts'

/** Something of Mail's that was looked at, or the sentence that says why it could not be seen. */
export type ReadOrReason<T> = { seen: true; value: T; beside?: readonly string[] } | { seen: false; why: string }

type Why = Extract<ReadResult<unknown>, { seen: false }>['why']

/** The sentences of everything that was not seen. */
export function reasonsUnread(...sights: readonly (ReadOrReason<unknown> | undefined)[]): string[] {
  return sights.flatMap((sight) => (!sight ? [] : sight.seen ? (sight.beside ?? []) : [sight.why]))
}

/** Why a file of Mail's gave nothing, in a sentence. `what`: "Mail’s index", "the list of accounts". */
export function fileFailureSentence(what: string, why: Why): string {
  const subject = `${what.charAt(0).toUpperCase()}${what.slice(1)}`
  switch (why) {
    case 'missing':
      return `${subject} was not found: Apple Mail may never have been used on this Mac.`
    case 'forbidden':
      return `${subject} cannot be read without Full Disk Access.`
    case 'locked':
      return `${subject} is in use and could not be read just now.`
    case 'damaged':
      return `${subject} could not be read: it may be damaged.`
    case 'too-large':
      return `${subject} is too large to be read.`
    case 'uncopied':
      return `${subject} has to be copied to be read, and there is no room or no place for the copy on this Mac.`
    case 'failed':
      return `${subject} could not be read.`
  }
}

/** Why reading an open store failed. It speaks in sentences itself; anything else is damage, or a fault of ours. */
export function storeFailureSentence(what: string, error: unknown): string {
  if (error instanceof Unknown) return `${fileFailureSentence(what, 'failed')} ${error.message}`
  return fileFailureSentence(what, error instanceof Damaged ? 'damaged' : 'failed')
}
