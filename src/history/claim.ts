import Database from 'better-sqlite3'
import { makeFile, makePrivate } from './own-file.ts'

/**
 * A lock that only one process at a time has, and that the system takes away from one that dies, however it dies: an
 * exclusive transaction in an empty database of its own beside the history, which nothing is ever written to. A row
 * with a process number in it would outlive a crash, and the number may be another program's by then.
 */
export function claimBeside(path: string): () => (() => void) | undefined {
  let held = false
  return () => {
    if (held) return undefined
    const release = path === ':memory:' ? () => {} : lock(`${path}-treating`)
    if (!release) return undefined
    held = true
    return () => {
      if (!held) return
      held = false
      release()
    }
  }
}

/** Two that ask at the very same moment would both be told that the other has it; one of them comes through so. */
const collisionMs = 20

function lock(path: string): (() => void) | undefined {
  makeFile(path)
  makePrivate(path)
  const db = new Database(path, { timeout: collisionMs })
  try {
    db.exec('BEGIN EXCLUSIVE')
    return () => db.close()
  } catch (error) {
    db.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return undefined
    throw error
  }
}
