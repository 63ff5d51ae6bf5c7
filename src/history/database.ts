import { closeSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { asDatabaseError, DatabaseError } from './database-error.ts'
import { type Migration, migrate, migrationsFolder, migrationsIn, versionOf } from './migrations.ts'
import { makeFile, makePrivate } from './own-file.ts'

export interface DatabaseOptions {
  /** Folder of numbered SQL files. */
  migrations?: string
  /** How long to wait for another process, in milliseconds. */
  busyTimeoutMs?: number
}

const inMemory = ':memory:'
// "OutD" in the file's header, so that a database of another program is never taken for ours.
const applicationId = 0x4f757444
const copiesKept = 3

/**
 * Opens the history database, makes it where there is none, and brings an older one up to date after keeping a copy.
 * Throws `DatabaseError`.
 */
export function openDatabase(path: string, options: DatabaseOptions = {}): Database.Database {
  if (path === inMemory && options.migrations === undefined) return newInMemory()
  const steps = migrationsIn(options.migrations ?? migrationsFolder)
  let db: Database.Database | undefined
  try {
    const written = path === inMemory ? 0 : makeFile(path)
    if (written !== 0 && written !== applicationId) throw new DatabaseError('not-ours', path)
    db = new Database(path, { timeout: options.busyTimeoutMs ?? 5_000 })
    recognise(db, path, steps.length)
    if (path !== inMemory) makePrivate(path)
    db.pragma('journal_mode = WAL')
    // With WAL a power cut may cost the last examination, never the database.
    db.pragma('synchronous = NORMAL')
    // On where nothing is said; then a step that makes a table anew would take along all that refers to it.
    db.pragma('foreign_keys = OFF')
    update(db, path, steps)
    db.pragma('foreign_keys = ON')
    return db
  } catch (error) {
    db?.close()
    throw asDatabaseError(error, path)
  }
}

/** A new one in memory. The steps are taken once for all of them: each takes longer than what a scene then writes. */
function newInMemory(): Database.Database {
  blank ??= serializedBlank()
  const db = new Database(blank)
  db.prepare('UPDATE installation SET salt = randomblob(length(salt))').run()
  db.pragma('foreign_keys = ON')
  return db
}

/** A database in memory as the steps leave it, with nothing in it. */
let blank: Buffer | undefined

function serializedBlank(): Buffer {
  const db = openDatabase(inMemory, { migrations: migrationsFolder })
  const bytes = db.serialize()
  db.close()
  return bytes
}

function recognise(db: Database.Database, path: string, newest: number): void {
  const count = db.prepare('SELECT count(*) FROM sqlite_schema WHERE ? IN (name, 1)').pluck()
  // At one moment: another process may be making it.
  const { id, tables, version, whole } = db.transaction(() => ({
    id: db.pragma('application_id', { simple: true }),
    tables: count.get(1),
    version: versionOf(db),
    whole: count.get('installation') === 1,
  }))()
  if (id !== applicationId && (id !== 0 || tables !== 0)) throw new DatabaseError('not-ours', path)
  if (version > newest) throw new DatabaseError('from-the-future', path)
  if (version < 0 || whole !== version > 0 || (version === 0 && tables !== 0)) throw new DatabaseError('odd', path)
}

function update(db: Database.Database, path: string, steps: readonly Migration[]): void {
  const version = versionOf(db)
  if (version === steps.length) return
  if (version > 0 && path !== inMemory) keepCopy(db, path, version)
  db.pragma(`application_id = ${applicationId}`)
  migrate(db, steps)
}

/** A whole copy beside the database, `history.sqlite.v1-copy`; the newest few are kept. */
function keepCopy(db: Database.Database, path: string, version: number): void {
  const copy = `${path}.v${version}-copy`
  const unfinished = `${copy}.part`
  rmSync(unfinished, { force: true })
  // Private from its first byte; SQLite takes an empty file for none.
  closeSync(openSync(unfinished, 'wx', 0o600))
  db.prepare('VACUUM INTO ?').run(unfinished)
  renameSync(unfinished, copy)
  for (const old of copiesOf(path).slice(copiesKept)) rmSync(old, { force: true })
}

/** Newest version first. */
function copiesOf(path: string): string[] {
  const versionIn = (name: string) =>
    name.startsWith(`${basename(path)}.v`) ? Number(/\.v(\d+)-copy$/.exec(name)?.[1]) : Number.NaN
  return readdirSync(dirname(path))
    .filter((name) => versionIn(name) > 0)
    .sort((one, other) => versionIn(other) - versionIn(one))
    .map((name) => join(dirname(path), name))
}
