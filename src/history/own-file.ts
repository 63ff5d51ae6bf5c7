import { chmodSync, closeSync, constants, fstatSync, lstatSync, mkdirSync, openSync, readSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseError } from './database-error.ts'

/** Only their owner may read and write files of ours. */
const others = 0o077

/** Where the format keeps its numbers (https://www.sqlite.org/fileformat.html §1.3). */
const head = { length: 100, magic: 'SQLite format 3', applicationId: 68 }

/** What belongs to a database besides its main file. */
const companions = ['-wal', '-shm', '-journal']

/**
 * Makes the file where there is none, private from the first byte, and looks at what stands there before SQLite opens it.
 * Returns the application's number in its head, 0 for an empty file. Never blocks, and changes nothing that was there.
 * Throws `DatabaseError`, and what the file system says.
 */
export function makeFile(path: string): number {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  for (const companion of companions) holdOrdinary(path, path + companion)
  // Not blocking: a pipe with nobody at its other end would keep us for ever.
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_NONBLOCK, 0o600)
  try {
    const stat = fstatSync(file)
    if (!stat.isFile()) throw new DatabaseError('no-file', path)
    if (stat.size === 0) return 0
    const bytes = Buffer.alloc(head.length)
    readSync(file, bytes, 0, head.length, 0)
    if (bytes.toString('latin1', 0, head.magic.length) !== head.magic) throw new DatabaseError('damaged', path)
    return bytes.readInt32BE(head.applicationId)
  } finally {
    closeSync(file)
  }
}

/** Takes from everybody else what an older version, or a copy by hand, left open. Only for what is known to be ours. */
export function makePrivate(path: string): void {
  for (const suffix of ['', ...companions]) {
    const stat = lstatSync(path + suffix, { throwIfNoEntry: false })
    const open = stat?.isFile() && (stat.mode & others) !== 0 && stat.uid === process.getuid?.()
    if (open) chmodSync(path + suffix, 0o600)
  }
}

function holdOrdinary(path: string, companion: string): void {
  const stat = lstatSync(companion, { throwIfNoEntry: false })
  if (stat && !stat.isFile()) throw new DatabaseError('no-file', path)
}
