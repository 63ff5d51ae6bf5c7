import { closeSync, openSync, readSync } from 'node:fs'
import { type ArchiveEntry, entryName } from './archive-entry.ts'

/** Whether each entry has the same name in its own header (APPNOTE.TXT §4.3.7) as in the directory. */
export function namesAgree(path: string, entries: readonly ArchiveEntry[]): boolean {
  const file = openSync(path, 'r')
  try {
    return entries.every(({ at, name }) => nameAt(file, at, Buffer.byteLength(name)) === name)
  } finally {
    closeSync(file)
  }
}

function nameAt(file: number, at: number, likelyBytes: number): string {
  // The name may be written with other accents, and then is some bytes longer.
  const bytes = Buffer.alloc(30 + likelyBytes * 3 + 64)
  const head = bytes.subarray(0, readSync(file, bytes, 0, bytes.length, at))
  if (head.length < 30) return ''
  return entryName(head.subarray(30, 30 + head.readUInt16LE(26)))
}
