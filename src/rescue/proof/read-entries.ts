import { statSync } from 'node:fs'
import { readRange } from '../read-range.ts'
import { contentLines } from './content-lines.ts'
import { type FileItems, numbersOf } from './folder-file.ts'

/** What stands before and after the entries of a file. */
export interface EntryFileFrame {
  readonly first: string
  readonly last: string
}

/**
 * Those entries of a calendar or of cards that another reader does not find as they were meant, by their numbers; all of
 * them where the file holds anything else, or its frame is not whole.
 */
export function failedEntries(path: string, items: FileItems, { first, last }: EntryFileFrame): number[] {
  const text = (start: number, end: number) => Buffer.concat([...readRange(path, start, end)]).toString('utf8')
  let at = Buffer.byteLength(first)
  if (text(0, at) !== first) return numbersOf(items)
  const failed: number[] = []
  for (const { number, end, bytes, tells = [] } of items()) {
    if (end - bytes !== at) return numbersOf(items)
    if (!isAsMeant(text(at, end), tells)) failed.push(number)
    at = end
  }
  const { size } = statSync(path)
  return size === at + Buffer.byteLength(last) && text(at, size) === last ? failed : numbersOf(items)
}

function isAsMeant(text: string, tells: readonly (readonly [string, string])[]): boolean {
  try {
    const lines = contentLines(text)
    return tells.every(([name, value]) => lines.some((one) => one.name === name && one.value === value))
  } catch {
    // What cannot be read is not what was meant.
    return false
  }
}
