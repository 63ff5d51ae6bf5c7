import { equal } from 'node:assert/strict'
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { AppleMailStore } from '../../../src/world/simulated/apps/apple-mail/apple-mail-store.ts'
import type { KilledApp } from './real-remedy.ts'

const index = 'Library/Mail/V10/MailData/Envelope Index'

/** Apple Mail that was ended in the middle of something: two messages wait, and its log is not yet in its index. */
export const mail: KilledApp = {
  client: 'apple-mail',
  make(home) {
    const store = new AppleMailStore(home)
    const outbox = store.addMailbox(`local://${store.local}/Outbox`)
    for (const subject of ['One', 'Two']) {
      const row = store.addMessage({ mailbox: outbox, at: Date.parse('2026-11-20T09:30:00Z'), subject })
      store.writeFile(row, `From: me@example.org\nTo: you@example.org\nSubject: ${subject}\n\nHello\n`)
    }
    // Without its shared memory it is read from a copy, as after any sudden end.
    asItIs(home, () => store.close())
  },
  anew: { path: index, contents: (home) => opened(home, (db) => db.serialize()) },
  /** Mail works on in its new index; the same messages wait. */
  change(home) {
    const db = new Database(join(home, index))
    db.exec('CREATE TABLE later (id INTEGER PRIMARY KEY)')
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.close()
    return index
  },
  holds: (home) =>
    opened(home, (db) => {
      equal(db.pragma('quick_check', { simple: true }), 'ok')
      equal(db.prepare('SELECT count(*) FROM messages').pluck().get(), 2)
    }),
}

/** Keeps index and log as they are now, whatever closing them does. */
function asItIs(home: string, close: () => void): void {
  const names = [index, `${index}-wal`]
  const folder = mkdtempSync(join(tmpdir(), 'outbox-doctor-kill-'))
  names.forEach((name, at) => {
    copyFileSync(join(home, name), join(folder, String(at)))
  })
  close()
  rmSync(join(home, `${index}-shm`), { force: true })
  names.forEach((name, at) => {
    copyFileSync(join(folder, String(at)), join(home, name))
  })
  rmSync(folder, { recursive: true })
}

/** A copy of the index: opening it where it lies would change it. */
function opened<T>(home: string, look: (db: Database.Database) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'outbox-doctor-kill-'))
  for (const end of ['', '-wal'])
    if (existsSync(join(home, index + end))) copyFileSync(join(home, index + end), join(folder, `index${end}`))
  const db = new Database(join(folder, 'index'))
  try {
    return look(db)
  } finally {
    db.close()
    rmSync(folder, { recursive: true })
  }
}
