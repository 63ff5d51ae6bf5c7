import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../src/history/database.ts'
import { DatabaseError } from '../../src/history/database-error.ts'
import { openHistory } from '../../src/history/history.ts'
import { migrationsFolder, migrationsIn, versionOf } from '../../src/history/migrations.ts'
import { ownFolder } from './folder.ts'

const newest = migrationsIn(migrationsFolder).length

function opened(path: string, options = {}): Database.Database {
  const db = openDatabase(path, options)
  onTestFinished(() => {
    db.close()
  })
  return db
}

function troubleWith(path: string, options = {}): DatabaseError {
  try {
    openDatabase(path, options).close()
  } catch (error) {
    if (error instanceof DatabaseError) return error
    throw error
  }
  throw new Error('It opened.')
}

/** The released migrations and these after them. */
function withMigrations(...more: string[]): { migrations: string } {
  const migrations = join(ownFolder(), 'migrations')
  cpSync(migrationsFolder, migrations, { recursive: true })
  for (const [index, sql] of more.entries()) {
    writeFileSync(join(migrations, `${String(newest + 1 + index).padStart(4, '0')}-more.sql`), sql)
  }
  return { migrations }
}

describe('opening', () => {
  test('makes the folder and a database that only its owner can read', () => {
    const path = join(ownFolder(), 'deep/er/history.sqlite')
    const db = opened(path)
    expect(versionOf(db)).toBe(newest)
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(db.pragma('synchronous', { simple: true })).toBe(1)
    expect(db.pragma('busy_timeout', { simple: true })).toBe(5000)
    expect(statSync(path).mode & 0o077).toBe(0)
  })

  test('every table is strict', () => {
    const tables = opened(':memory:').pragma('table_list') as { name: string; strict: number }[]
    const lax = tables.filter(({ name, strict }) => !name.startsWith('sqlite_') && strict !== 1)
    expect(lax).toEqual([])
  })

  test('opens again what it made, and keeps its salt', () => {
    const path = join(ownFolder(), 'history.sqlite')
    const first = openDatabase(path)
    const salt = first.prepare('SELECT salt FROM installation').get()
    first.close()
    expect(opened(path).prepare('SELECT salt FROM installation').get()).toEqual(salt)
  })

  test('refuses a database from the future politely', () => {
    const path = join(ownFolder(), 'history.sqlite')
    const db = openDatabase(path)
    db.pragma(`user_version = ${newest + 1}`)
    db.close()
    const trouble = troubleWith(path)
    expect(trouble.kind).toBe('from-the-future')
    expect(trouble.message).toMatch(/written by a newer Outbox Doctor; please update/)
  })

  test('leaves the database of another program alone', () => {
    const path = join(ownFolder(), 'other.sqlite')
    const other = new Database(path)
    other.exec('CREATE TABLE theirs (x)')
    other.close()
    expect(troubleWith(path).kind).toBe('not-ours')
    const again = new Database(path)
    expect(again.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['theirs'])
    again.close()
  })

  test('says so when the file is no database', () => {
    const path = join(ownFolder(), 'history.sqlite')
    writeFileSync(path, 'This is a letter to my aunt.\n'.repeat(100))
    expect(troubleWith(path).kind).toBe('damaged')
  })

  test('says so when the folder cannot be written', () => {
    const folder = ownFolder()
    writeFileSync(join(folder, 'file'), '')
    expect(troubleWith(join(folder, 'file/history.sqlite')).kind).toBe('unwritable')
    expect(troubleWith(folder).kind).toBe('unwritable')
  })

  test.skipIf(process.getuid?.() === 0)('says so when the folder is read-only', () => {
    const folder = ownFolder()
    chmodSync(folder, 0o500)
    expect(troubleWith(join(folder, 'history.sqlite')).kind).toBe('unwritable')
  })

  test('says so when another program holds it', () => {
    const path = join(ownFolder(), 'history.sqlite')
    const holder = opened(path)
    holder.pragma('locking_mode = EXCLUSIVE')
    holder.exec('BEGIN EXCLUSIVE')
    expect(troubleWith(path, { busyTimeoutMs: 1 }).kind).toBe('locked')
  })
})

describe('what stands in the place of a history', () => {
  const ours = (path: string, change: string) => {
    openDatabase(path).close()
    const db = new Database(path)
    db.exec(change)
    db.close()
  }
  const odd: [string, (path: string) => void, DatabaseError['kind']][] = [
    ['a pipe', (path) => execFileSync('mkfifo', [path]), 'no-file'],
    ['a link to a device', (path) => symlinkSync('/dev/zero', path), 'no-file'],
    ['a folder', (path) => mkdirSync(path), 'unwritable'],
    ['a link to itself', (path) => symlinkSync(path, path), 'unwritable'],
    ['a pipe for its log', (path) => execFileSync('mkfifo', [`${path}-wal`]), 'no-file'],
    ['a link for its shared memory', (path) => symlinkSync('/dev/zero', `${path}-shm`), 'no-file'],
    ['a letter', (path) => writeFileSync(path, 'Dear aunt, '.repeat(1_000)), 'damaged'],
    ['a version below zero', (path) => ours(path, 'PRAGMA user_version = -1'), 'odd'],
    ['the lowest version', (path) => ours(path, 'PRAGMA user_version = -2147483648'), 'odd'],
    ['tables of no version', (path) => ours(path, 'PRAGMA user_version = 0'), 'odd'],
    ['no table of ours', (path) => ours(path, 'DROP TABLE installation'), 'odd'],
    ['a table missing', (path) => ours(path, 'DROP TABLE pause'), 'odd'],
    ['another program’s number', (path) => ours(path, 'PRAGMA application_id = 7'), 'not-ours'],
  ]

  test.each(odd)('%s gets a sentence and stays as it is', (_, put, kind) => {
    const path = join(ownFolder(), 'history.sqlite')
    put(path)
    const before = lstatSync(path, { throwIfNoEntry: false })
    const bytes = before?.isFile() ? readFileSync(path) : undefined
    let trouble: unknown
    try {
      openHistory(path).close()
    } catch (error) {
      trouble = error
    }
    expect(trouble).toBeInstanceOf(DatabaseError)
    expect(trouble).toMatchObject({ kind })
    expect((trouble as DatabaseError).message).toMatch(/^[A-Z].*\.$/)
    if (before) expect(lstatSync(path).mode).toBe(before.mode)
    if (bytes) expect(readFileSync(path).equals(bytes)).toBe(true)
  })

  test('one that others could read is closed to them, and so is all beside it, from the first byte', () => {
    const path = join(ownFolder(), 'history.sqlite')
    const before = process.umask(0)
    onTestFinished(() => void process.umask(before))
    openDatabase(path, withMigrations()).close()
    chmodSync(path, 0o644)
    writeFileSync(`${path}-treating`, '', { mode: 0o644 })
    const history = openHistory(path)
    onTestFinished(() => history.close())
    const release = history.treatments.claim()
    const modes = () => readdirSync(join(path, '..')).map((name) => statSync(join(path, '..', name)).mode & 0o077)
    expect(new Set(modes())).toEqual(new Set([0]))
    release?.()
    const old = openDatabase(path, withMigrations('CREATE TABLE more (x INTEGER) STRICT'))
    onTestFinished(() => {
      old.close()
    })
    expect(readdirSync(join(path, '..')).some((name) => name.endsWith('-copy'))).toBe(true)
    expect(new Set(modes())).toEqual(new Set([0]))
  })
})

describe('migrating', () => {
  test('keeps a copy of the older database, whole and private', () => {
    const folder = ownFolder()
    const path = join(folder, 'history.sqlite')
    const old = openDatabase(path)
    old.exec("INSERT INTO word (text) VALUES ('kept')")
    old.close()
    const db = opened(path, withMigrations('DELETE FROM word; CREATE TABLE more (x INTEGER) STRICT;'))
    expect(versionOf(db)).toBe(newest + 1)
    const copy = new Database(`${path}.v${newest}-copy`, { readonly: true })
    expect(copy.prepare('SELECT text FROM word').pluck().all()).toEqual(['kept'])
    expect(versionOf(copy)).toBe(newest)
    copy.close()
    expect(statSync(`${path}.v${newest}-copy`).mode & 0o077).toBe(0)
  })

  test('keeps the three newest copies', () => {
    const folder = ownFolder()
    const path = join(folder, 'history.sqlite')
    const steps = Array.from({ length: 5 }, (_, step) => `CREATE TABLE t${step} (x INTEGER) STRICT;`)
    for (const many of [0, 1, 2, 3, 4, 5]) openDatabase(path, withMigrations(...steps.slice(0, many))).close()
    const copies = readdirSync(folder).filter((name) => name.includes('copy'))
    expect(copies.sort()).toEqual([2, 3, 4].map((more) => `history.sqlite.v${newest + more}-copy`).sort())
  })

  test('a step that fails leaves the database as it was', () => {
    const path = join(ownFolder(), 'history.sqlite')
    openDatabase(path).close()
    const broken = withMigrations('CREATE TABLE half (x INTEGER) STRICT; INSERT INTO nowhere VALUES (1);')
    expect(() => openDatabase(path, broken)).toThrow(/nowhere/)
    const db = opened(path)
    expect(versionOf(db)).toBe(newest)
    expect(db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").pluck().get()).toBe(0)
  })

  test('a numbering with a gap is a fault of ours', () => {
    const folder = join(ownFolder(), 'gap')
    mkdirSync(folder)
    writeFileSync(join(folder, '0002-late.sql'), '')
    expect(() => migrationsIn(folder)).toThrow(/out of order/)
  })
})
