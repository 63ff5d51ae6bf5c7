import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { Outlook } from '../../../src/clients/outlook/outlook.ts'
import { writeDefaultProfile, writeOutlookPreferences } from '../../../src/world/simulated/apps/outlook/outlook-home.ts'
import { OutlookStore } from '../../../src/world/simulated/apps/outlook/outlook-store.ts'
import { day, MadeUpMac, minute, now } from './made-up-mac.ts'

const rounds = 1_000
/** In milliseconds; a look at such a small store takes some 10. */
const longest = 2_000

/** Files of a home folder with messages waiting, some of them only in the WAL. */
function fill(home: string): Map<string, Buffer> {
  const store = new OutlookStore(home)
  const uid = store.addAccount({ email: 'ada@example.org', kind: 'exchange', ews: 'https://example.org/EWS/x' })
  const folders = store.addFolders(uid)
  store.addFolders(0)
  for (let n = 0; n < 30; n++) store.addMessage({ folder: folders.sent, account: uid, at: now - day })
  store.addMessage({ folder: folders.outbox, account: uid, at: now - day, scheduled: now + day })
  store.setOffline(true)
  store.checkpoint()
  store.addMessage({ folder: folders.outbox, account: uid, at: now - minute })
  writeDefaultProfile(home, 'Main Profile')
  writeOutlookPreferences(home, { IsRunningNewOutlook: false })
  const entries = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).filter((path) => !path.endsWith('-shm'))
  const files = new Map(paths.map((path) => [path, readFileSync(path)]))
  store.close()
  return files
}

/** Mulberry32: the same damage at every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % sides
  }
}

/** Some bytes changed in one file, or its end cut off. */
function damaged(bytes: Buffer, roll: (sides: number) => number): Buffer {
  if (roll(10) === 0) return bytes.subarray(0, roll(bytes.length))
  const copy = Buffer.from(bytes)
  const flips = 1 + roll(20)
  // The beginnings of files and pages decide most.
  for (let n = 0; n < flips; n++) {
    const page = 4_096 * roll(Math.ceil(copy.length / 4_096))
    const at = roll(2) === 0 ? page + roll(120) : roll(copy.length)
    if (at < copy.length) copy[at] = roll(256)
  }
  return copy
}

/** By SQLite's own word, on a copy: nothing is wrong, and nothing waits. */
function isTrulyEmpty(data: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'outbox-doctor-oracle-'))
  try {
    for (const suffix of ['', '-wal'])
      writeFileSync(join(folder, `copy${suffix}`), readFileSync(join(data, `Outlook.sqlite${suffix}`)))
    const db = new Database(join(folder, 'copy'))
    const sound = ['Mail', 'Folders'].every(
      (table) => db.pragma(`integrity_check(${table})`, { simple: true }) === 'ok',
    )
    const waiting = db
      .prepare(`SELECT count(*) FROM Mail NOT INDEXED WHERE coalesce(Message_Hidden, 0) = 0
        AND coalesce(Message_MarkedForDelete, 0) = 0 AND Record_FolderID IN
        (SELECT Record_RecordID FROM Folders NOT INDEXED WHERE Folder_SpecialFolderType = 2)`)
      .pluck()
      .get()
    db.close()
    return sound && waiting === 0
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test(`${rounds} damaged stores: no look throws, takes long, writes, or takes damage for an empty outbox`, {
  timeout: 240_000,
}, async () => {
  const mac = new MadeUpMac()
  const files = fill(mac.home)
  const main = [...files.keys()].find((path) => path.endsWith('Outlook.sqlite')) ?? ''
  const ends = { seen: 0, empty: 0, unseen: 0 }
  for (let round = 0; round < rounds; round++) {
    const roll = dice(round)
    for (const [path, bytes] of files) writeFileSync(path, bytes)
    const paths = [...files.keys()]
    const hit = roll(3) > 0 ? [main] : [paths[roll(paths.length)] ?? main, `${main}-wal`]
    const broken = [...new Set(hit)].map((path) => ({ path, bytes: damaged(files.get(path) ?? Buffer.alloc(0), roll) }))
    for (const { path, bytes } of broken) writeFileSync(path, bytes)
    const outlook = new Outlook()
    const began = performance.now()
    const { outbox } = await outlook.read(mac, now, new AbortController().signal)
    outlook.close()
    expect(performance.now() - began, `round ${round}`).toBeLessThan(longest)
    for (const { path, bytes } of broken) expect(readFileSync(path).equals(bytes), `round ${round}`).toBe(true)
    if (!outbox.seen) ends.unseen++
    else if (outbox.messages.length > 0) ends.seen++
    else {
      ends.empty++
      expect(isTrulyEmpty(dirname(main)), `round ${round}`).toBe(true)
    }
  }
  // The damage must be neither harmless nor always fatal, or this would prove nothing.
  expect(ends.seen).toBeGreaterThan(rounds / 10)
  expect(ends.unseen).toBeGreaterThan(rounds / 10)
})
