import { createHash } from 'node:crypto'
import type { EntryShows } from '../entries/what-it-tells.ts'
import type { ItemFacts } from '../journal.ts'
import { pieceBytes, readRange } from '../read-range.ts'
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

/** Goes through the items of one file, in the order of the file, as often as it is called. */
export type FileItems = () => Iterable<InFolderFile>

export function numbersOf(items: FileItems): number[] {
  return Array.from(items(), ({ number }) => number)
}

/** Those whose bytes are not where they were written, or are others, by their numbers. */
export function failedByBytes(path: string, items: FileItems): number[] {
  const failed: number[] = []
  const held = Buffer.allocUnsafe(pieceBytes)
  for (const { number, end, bytes, sha256 } of items()) {
    const hash = createHash('sha256')
    for (const piece of readRange(path, end - bytes, end, held)) hash.update(piece)
    if (hash.digest('hex') !== sha256) failed.push(number)
  }
  return failed
}
