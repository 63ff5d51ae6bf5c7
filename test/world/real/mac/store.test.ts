import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ForeignDatabase } from '../../../../src/core/mac-powers.ts'
import { Unknown } from '../../../../src/core/probe.ts'
import { openForeignDatabase } from '../../../../src/world/real/mac/store.ts'

let folder: string
let file: string
const toClose: { close(): void }[] = []

let temporary: string

beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'store-copies-'))
  folder = mkdtempSync(join(tmpdir(), 'store-test-'))
  file = join(folder, 'Envelope Index')
})

afterEach(() => {
  for (const one of toClose.splice(0)) one.close()
  for (const one of [folder, temporary]) rmSync(one, { recursive: true, force: true })
})

function writer(path = file): Database.Database {
  const database = new Database(path)
  toClose.push(database)
  database.pragma('journal_mode = WAL')
  database.exec('CREATE TABLE IF NOT EXISTS messages (ROWID INTEGER PRIMARY KEY, id INTEGER, name TEXT)')
  return database
}

async function opened(): Promise<ForeignDatabase> {
  const looked = await openForeignDatabase(file, temporary)
  if (!looked.seen) throw new Error(`${looked.why} ${looked.detail}`)
  toClose.push(looked.value)
  return looked.value
}

const digest = (path: string) => (existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : '')
const bytes = () => ['', '-wal', '-journal'].map((suffix) => digest(file + suffix))
const names = (store: ForeignDatabase) => store.rows('SELECT name FROM messages ORDER BY ROWID').map((row) => row.name)
const copies = () => readdirSync(temporary)

describe("another program's store", () => {
  test('shows what its writer has not yet moved out of the log, and leaves every byte', async () => {
    const mail = writer()
    mail.exec("INSERT INTO messages VALUES (1, 1, 'one')")
    const before = bytes()
    const store = await opened()
    expect(names(store)).toEqual(['one'])
    const version = store.version()
    expect(store.version()).toBe(version)
    expect(bytes()).toEqual(before)
    mail.exec("INSERT INTO messages VALUES (2, 2, 'two')")
    expect(store.version()).not.toBe(version)
    expect(names(store)).toEqual(['one', 'two'])
  })

  test('is not written beside when its writer has gone: a private copy is read, and dropped', async () => {
    writer().exec("INSERT INTO messages VALUES (1, 1, 'one')")
    for (const one of toClose.splice(0)) one.close()
    expect(readdirSync(folder)).toEqual(['Envelope Index'])
    const before = bytes()
    const store = await opened()
    expect(names(store)).toEqual(['one'])
    expect(readdirSync(folder)).toEqual(['Envelope Index'])
    // It has no name any more, so that a crash leaves nothing behind.
    expect(copies()).toEqual([])
    const version = store.version()
    const mail = writer()
    mail.exec("INSERT INTO messages VALUES (2, 2, 'two')")
    expect(store.version()).not.toBe(version)
    expect(names(store)).toEqual(['one', 'two'])
    expect(bytes()).not.toEqual(before)
    for (const one of toClose.splice(0)) one.close()
    expect(copies()).toEqual([])
  })

  test('shows a log that only the writer left behind, from a copy', async () => {
    const mail = writer()
    mail.exec("INSERT INTO messages VALUES (1, 1, 'one')")
    const crashed = join(folder, 'crashed')
    for (const suffix of ['', '-wal']) writeFileSync(crashed + suffix, readFileSync(file + suffix))
    file = crashed
    const before = bytes()
    expect(names(await opened())).toEqual(['one'])
    expect(bytes()).toEqual(before)
    expect(existsSync(`${crashed}-shm`)).toBe(false)
  })

  test('is opened anew when another file took its place', async () => {
    writer().exec("INSERT INTO messages VALUES (1, 1, 'old')")
    const store = await opened()
    expect(names(store)).toEqual(['old'])
    const version = store.version()
    for (const suffix of ['', '-wal', '-shm']) renameSync(file + suffix, `${file}-aside${suffix}`)
    writer().exec("INSERT INTO messages VALUES (1, 1, 'new')")
    expect(store.version()).not.toBe(version)
    expect(names(store)).toEqual(['new'])
  })

  test('that was moved away says so, once it is asked', async () => {
    writer()
    const store = await opened()
    for (const suffix of ['', '-wal', '-shm']) renameSync(file + suffix, `${file}-aside${suffix}`)
    expect(() => store.version()).toThrow(Unknown)
  })

  test('keeps numbers beyond 2^53 as they are', async () => {
    writer().exec("INSERT INTO messages VALUES (1, -9200000000000000001, NULL), (2, 7, x'00ff')")
    expect((await opened()).rows('SELECT id, name FROM messages ORDER BY ROWID')).toEqual([
      { id: -9200000000000000001n, name: null },
      { id: 7, name: Buffer.from([0, 255]) },
    ])
  })

  test('tells its columns, and never touches a virtual table of a kind not known', async () => {
    const mail = writer()
    mail.unsafeMode(true)
    mail.exec(`PRAGMA writable_schema = ON;
      INSERT INTO sqlite_schema VALUES ('table', 'Files', 'Files', 0, 'CREATE VIRTUAL TABLE Files USING FilesVTabModule(x)');
      PRAGMA writable_schema = OFF`)
    const store = await opened()
    expect(store.columns('messages')).toEqual(['ROWID', 'id', 'name'])
    expect(store.columns('MESSAGES')).toEqual(['ROWID', 'id', 'name'])
    expect(store.columns('Files')).toEqual([])
    expect(store.columns('nothing"; --')).toEqual([])
    expect(() => store.rows('SELECT * FROM Files')).toThrow(Unknown)
  })

  test('tells how a statement would be run', async () => {
    writer()
    const store = await opened()
    expect(store.plan('SELECT * FROM messages WHERE ROWID = ?')).toEqual([expect.stringContaining('SEARCH')])
    expect(store.plan('SELECT * FROM messages WHERE name = ?')).toEqual([expect.stringContaining('SCAN')])
  })

  test('cannot be written to through us', async () => {
    writer()
    const store = await opened()
    expect(() => store.rows("INSERT INTO messages VALUES (9, 9, 'x') RETURNING ROWID")).toThrow(Unknown)
  })

  test('is missing, damaged, no file or locked, and says which', async () => {
    expect(await openForeignDatabase(file, temporary)).toEqual({ seen: false, why: 'missing', detail: 'ENOENT' })
    writeFileSync(file, 'not a database at all, but long enough to be taken for one'.repeat(20))
    expect(await openForeignDatabase(file, temporary)).toMatchObject({
      seen: false,
      why: 'damaged',
      detail: 'SQLITE_NOTADB',
    })
    expect(await openForeignDatabase(folder, temporary)).toMatchObject({ seen: false })
    rmSync(file)
    const mail = new Database(file)
    toClose.push(mail)
    mail.exec('CREATE TABLE messages (name TEXT); BEGIN EXCLUSIVE; INSERT INTO messages VALUES (1)')
    expect(await openForeignDatabase(file, temporary)).toMatchObject({ seen: false, why: 'locked' })
  })

  test('spoilt anywhere never does worse than not being read', async () => {
    const mail = new Database(file)
    mail.exec('CREATE TABLE messages (ROWID INTEGER PRIMARY KEY, id INTEGER, name TEXT)')
    const add = mail.prepare('INSERT INTO messages VALUES (?, ?, ?)')
    for (let at = 1; at <= 300; at += 1) add.run(at, at, `subject ${at}`)
    mail.close()
    const whole = readFileSync(file)
    // The header decides the most.
    const place = fc.oneof(fc.nat(whole.length - 1), fc.nat(99), fc.constantFrom(18, 19))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(place, fc.oneof(fc.nat(255), fc.nat(2))), { minLength: 1, maxLength: 40 }),
        fc.option(fc.nat(whole.length)),
        async (flips, cut) => {
          const spoilt = Buffer.from(whole)
          for (const [at, value] of flips) spoilt[at] = value
          writeFileSync(file, spoilt.subarray(0, cut ?? whole.length))
          const before = bytes()
          const looked = await openForeignDatabase(file, temporary)
          if (looked.seen) {
            for (const read of [() => looked.value.columns('messages'), () => names(looked.value)]) {
              try {
                read()
              } catch (error) {
                expect(error).toBeInstanceOf(Unknown)
              }
            }
            looked.value.close()
          }
          expect(bytes()).toEqual(before)
        },
      ),
      { numRuns: 200 },
    )
  })
})
