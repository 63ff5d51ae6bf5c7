import { createHash } from 'node:crypto'
import type { EntryShows } from '../entries/what-it-tells.ts'
import type { ItemFacts } from '../journal.ts'
import { readRange } from '../read-range.ts'
import type { ExpectedParts } from '../source.ts'

/** An item in a file that holds a whole folder, as little of it as is needed: there may be a million. */
export interface InFolderFile {
  /** Of its entry in the journal. */
  readonly number: number
  readonly end: number
  readonly bytes: number
  readonly sha256: string
  readonly tells?: EntryShows
  readonly expected?: ExpectedParts
  /** What a row of a table shows. */
  readonly cells?: Pick<ItemFacts, 'from' | 'to' | 'subject' | 'messageId'>
}

/** In the order of the file. */
export function inFileOrder(items: readonly InFolderFile[]): InFolderFile[] {
  return [...items].sort((one, other) => one.end - other.end)
}

/** Those whose bytes are not where they were written, or are others, by their numbers. */
export function failedByBytes(path: string, items: readonly InFolderFile[]): number[] {
  return items.flatMap(({ number, end, bytes, sha256 }) => {
    const hash = createHash('sha256')
    for (const piece of readRange(path, end - bytes, end)) hash.update(piece)
    return hash.digest('hex') === sha256 ? [] : [number]
  })
}
