import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { codeOf } from '../reach.ts'
import { copyStore, dropCopy, fingerprint } from './store-copy.ts'

/** A database that is open: the one of its owner, or a copy. */
export interface Opened {
  database: Database.Database
  /** Differs once the file behind it is another, so that it must be opened anew. */
  identity(): string
  close(): void
}

/** Waiting for a lock blocks this process, so not long. */
const patience = 200
/**
 * Opens a database of another program for reading: where it lies while its writer is at work, and as a private copy
 * where SQLite would write beside it or cannot open it. Throws what the file system or SQLite throws.
 */
export function openForReading(path: string): Opened {
  // Its own error tells "not allowed" from "not there", which SQLite's does not.
  closeSync(openSync(path, 'r'))
  if (wouldBeWritten(path)) return openCopy(path)
  try {
    return openInPlace(path)
  } catch (error) {
    if (/^SQLITE_(CANTOPEN|READONLY)/.test(codeOf(error) ?? '')) return openCopy(path)
    throw error
  }
}

/** A log without its shared memory, or none at all: SQLite would have to make files beside the store. */
function wouldBeWritten(path: string): boolean {
  return usesLog(path) && !(existsSync(`${path}-wal`) && existsSync(`${path}-shm`))
}

/** Byte 19 of the header is what makes SQLite read a log (https://www.sqlite.org/fileformat.html §1.3.3). */
function usesLog(path: string): boolean {
  const header = new Uint8Array(20)
  const file = openSync(path, 'r')
  try {
    readSync(file, header, 0, 20, 0)
  } finally {
    closeSync(file)
  }
  return header[19] === 2
}

function openInPlace(path: string): Opened {
  const database = prepare(new Database(path, { readonly: true, fileMustExist: true, timeout: patience }))
  return {
    database,
    identity: () => String(statSync(path, { throwIfNoEntry: false })?.ino),
    close: () => database.close(),
  }
}

function openCopy(path: string): Opened {
  const { folder, file } = copyStore(path)
  try {
    // Writable, for the log may have to be replayed; it is ours.
    const database = prepare(new Database(file, { fileMustExist: true, timeout: patience }))
    const close = () => {
      database.close()
      dropCopy(folder)
    }
    return { database, identity: () => fingerprint(path), close }
  } catch (error) {
    dropCopy(folder)
    throw error
  }
}

function prepare(database: Database.Database): Database.Database {
  try {
    database.pragma('query_only = 1')
    database.pragma('trusted_schema = 0')
    database.pragma('cell_size_check = 1')
    // The first read is what tells whether this is a database at all.
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
