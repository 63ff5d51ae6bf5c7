import { statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { codeOf } from '../reach.ts'
import { headOf, ordinarySize } from './ordinary-file.ts'
import { copyStore, fingerprint } from './store-copy.ts'

/** A database that is open: the one of its owner, or a copy. */
export interface OpenedDatabase {
  database: Database.Database
  /** What stood at its path when it was opened, and what stands there now: where they differ, it must be opened anew. */
  identity: string
  identityNow(): string
  close(): void
}

/** Waiting for a lock blocks this thread, so not long. */
const busyTimeoutMs = 200

/**
 * Opens a database of another program for reading: where it lies while its writer is at work, and as a private copy in
 * `copies` where SQLite would write beside it or cannot open it. Throws what the file system or SQLite throws.
 */
export function openForReading(path: string, copies: string): OpenedDatabase {
  // Its own error tells "not allowed" from "not there", which SQLite's does not.
  const usesLog = headOf(path, 20)[19] === 2
  const [log, memory] = ['-wal', '-shm', '-journal'].map((suffix) => ordinarySize(path + suffix))
  // A log without its shared memory, or none at all: SQLite would have to make files beside the store. Byte 19 of the
  // header is what makes it read a log (https://www.sqlite.org/fileformat.html §1.3.3).
  if (usesLog && (log === undefined || memory === undefined)) return openCopy(path, copies)
  try {
    return openInPlace(path)
  } catch (error) {
    if (/^SQLITE_(CANTOPEN|READONLY)/.test(codeOf(error) ?? '')) return openCopy(path, copies)
    throw error
  }
}

function openInPlace(path: string): OpenedDatabase {
  const identityNow = () => String(statSync(path, { throwIfNoEntry: false })?.ino)
  const identity = identityNow()
  const database = prepare(new Database(path, { readonly: true, fileMustExist: true, timeout: busyTimeoutMs }))
  return { database, identity, identityNow, close: () => database.close() }
}

/** The copy has a name only until it is open, so that a crash leaves nothing of somebody's mail behind. */
function openCopy(path: string, copies: string): OpenedDatabase {
  const { file, identity, drop } = copyStore(path, copies)
  try {
    // Writable, for the log may have to be replayed; it is ours.
    const database = new Database(file, { fileMustExist: true, timeout: busyTimeoutMs })
    try {
      // With the log's index in memory there is no file that would have to be made later.
      database.pragma('locking_mode = EXCLUSIVE')
      prepare(database)
    } catch (error) {
      database.close()
      throw error
    }
    return { database, identity, identityNow: () => fingerprint(path), close: () => database.close() }
  } finally {
    drop()
  }
}

function prepare(database: Database.Database): Database.Database {
  try {
    database.pragma('query_only = 1')
    database.pragma('trusted_schema = 0')
    database.pragma('cell_size_check = 1')
    // What has to be sorted is not written down anywhere.
    database.pragma('temp_store = MEMORY')
    // The first read is what tells whether this is a database at all.
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
