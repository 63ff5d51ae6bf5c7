import { createHash } from 'node:crypto'
import type { ItemFacts } from '../journal.ts'
import type { WrittenFile } from '../outputs/output.ts'
import { readRange } from '../read-range.ts'
import type { ExpectedParts } from '../source.ts'

/** An item in a file that holds a whole folder. */
export interface InFolderFile {
  readonly key: string
  readonly written: WrittenFile
  readonly expected: ExpectedParts | undefined
  readonly facts: ItemFacts
}

/** In the order of the file. */
export function inFileOrder(items: readonly InFolderFile[]): InFolderFile[] {
  return [...items].sort((one, other) => one.written.end - other.written.end)
}

/** Those whose bytes are not where they were written, or are others, by their keys. */
export function failedByBytes(path: string, items: readonly InFolderFile[]): string[] {
  return items.flatMap(({ key, written: { end, bytes, sha256 } }) => {
    const hash = createHash('sha256')
    for (const piece of readRange(path, end - bytes, end)) hash.update(piece)
    return hash.digest('hex') === sha256 ? [] : [key]
  })
}
