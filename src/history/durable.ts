import Database from 'better-sqlite3'

/**
 * On the disk before anything else happens, even if the power goes: what is done next must never outlive its receipt.
 * https://www.sqlite.org/pragma.html#pragma_synchronous, and on a Mac only a full fsync empties the disk's own cache.
 */
export function onDisk<T>(db: Database.Database, work: () => T): T {
  db.pragma('synchronous = FULL')
  db.pragma('fullfsync = ON')
  try {
    return work()
  } finally {
    db.pragma('fullfsync = OFF')
    db.pragma('synchronous = NORMAL')
  }
}

/** What of a receipt must be found again. */
export interface WrittenReceipt {
  account: string
  started_at: number
  before: string
  undo_began_at: number | null
}

/**
 * Whether the file of this name holds it, as whoever comes after us would find it: on a connection of its own, since
 * ours may go on writing into a file that somebody has moved away or replaced. Throws what SQLite throws.
 */
export function isInFile(path: string, id: string, written: WrittenReceipt): boolean {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  try {
    const found = db
      .prepare<[number], WrittenReceipt>(
        'SELECT account, started_at, before, undo_began_at FROM treatment WHERE id = ?',
      )
      .get(Number(id))
    return (
      found !== undefined &&
      (Object.keys(written) as (keyof WrittenReceipt)[]).every((key) => found[key] === written[key])
    )
  } finally {
    db.close()
  }
}
