import {
  chmodSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { AppleMail } from '../../../src/clients/apple-mail/apple-mail.ts'
import type { Files, ForeignDatabase } from '../../../src/core/mac-powers.ts'
import { AppleMailStore, type FakeMailStore } from '../../../src/world/simulated/apps/apple-mail/apple-mail-store.ts'
import { storesHere } from '../stores-here.ts'
import { mailOn, seen, why } from './look.ts'
import { hashes, minute, never, now } from './mac.ts'

/** With one message that waits. */
function waitingOn(options?: FakeMailStore) {
  const mac = mailOn(options)
  const outbox = mac.store.addMailbox(`local://${mac.store.local}/Outbox`)
  const row = mac.store.addMessage({ mailbox: outbox, at: now - minute, size: 500 })
  return { ...mac, outbox, row }
}

describe('the store', () => {
  test.each(['xml', 'binary'] as const)('is found by Mail’s own word, written as %s', async (persistence) => {
    const { home, look } = waitingOn({ version: 'V9', persistence })
    new AppleMailStore(home, { version: 'V10', persistence: 'none' }).close()
    expect(seen(await look())).toHaveLength(1)
  })

  test.each([undefined, 'garbage', '<plist><dict><key>LastUsed', 'bplist00garbage'])(
    'is the newest, with %s for that word',
    async (word) => {
      const { home, look } = waitingOn({ version: 'V11', persistence: 'none' })
      if (word !== undefined) writeFileSync(join(home, 'Library/Mail/PersistenceInfo.plist'), word)
      new AppleMailStore(home, { version: 'V9', persistence: 'none' }).close()
      mkdirSync(join(home, 'Library/Mail/V12/MailData'), { recursive: true })
      expect(seen(await look())).toHaveLength(1)
    },
  )

  test('shows what stands only in the log, and every change of it', async () => {
    const { store, outbox, row, look } = waitingOn()
    expect(seen(await look())).toHaveLength(1)
    const second = store.addMessage({ mailbox: outbox, at: now })
    expect(seen(await look())).toHaveLength(2)
    store.checkpoint()
    store.remove(row)
    store.remove(second)
    expect(seen(await look())).toEqual([])
  })

  test('is not written to, in any way', async () => {
    const { home, store, outbox, look } = waitingOn()
    const before = hashes(home)
    await look()
    await look()
    expect(hashes(home)).toEqual(before)
    store.addMessage({ mailbox: outbox, at: now })
  })

  test('is read without Mail, too, and left as it was', async () => {
    const { home, store, mail, look } = waitingOn()
    store.checkpoint()
    store.close()
    mail.running = false
    const before = hashes(home)
    const observation = await look()
    expect(observation.running).toBe(false)
    expect(seen(observation)).toHaveLength(1)
    expect(hashes(home)).toEqual(before)
    expect(mail.asked).toEqual([])
  })

  test('is asked for nothing while nothing has changed', async () => {
    const { home, mail } = waitingOn()
    const mac = mail.mac(home)
    const statements: string[] = []
    const client = new AppleMail()
    onTestFinished(() => client.close())
    const files = storesHere(mac.files, home, (one) => counted(one, statements))
    await client.read({ ...mac, files }, now, never)
    expect(statements.length).toBeGreaterThan(3)
    statements.length = 0
    for (let look = 1; look < 5; look++) await client.read({ ...mac, files }, now + look, never)
    expect(statements).toEqual([])
  })
})

function counted(store: ForeignDatabase, statements: string[]): ForeignDatabase {
  return {
    columns: (table) => store.columns(table),
    plan: (sql) => store.plan(sql),
    version: () => store.version(),
    close: () => store.close(),
    rows: (sql, ...values) => {
      statements.push(sql)
      return store.rows(sql, ...values)
    },
  }
}

describe('another layout', () => {
  test.each<[string, FakeMailStore]>([
    ['columns we can do without', { without: ['messages.is_urgent', 'messages.flags', 'messages.message_id'] }],
    [
      'no Message-ID text',
      { without: ['message_global_data.message_id_header', 'message_global_data.send_later_date'] },
    ],
    ['tables we can do without', { without: ['message_global_data', 'labels', 'recipients', 'properties'] }],
    ['other columns', { more: ['messages.mailbox_kind', 'mailboxes.name'], reversed: true }],
  ])('with %s is read', async (_, options) => {
    const { look } = waitingOn(options)
    expect(seen(await look())).toHaveLength(1)
  })

  test.each(['messages.deleted', 'messages.size', 'addresses', 'subjects', 'mailboxes.url'])(
    'without %s is unknown',
    async (what) => {
      const { mail, store, look } = mailOn({ without: [what] })
      mail.running = false
      if (what !== 'mailboxes.url') store.addMailbox('local://L/Outbox')
      expect(why(await look())).toContain(`no ${what}`)
    },
  )

  test('without indexes is gone through a little way, and says so', async () => {
    const { mail, store, outbox, look } = waitingOn({ indexes: false })
    expect(seen(await look())).toHaveLength(1)
    fill(store, store.addMailbox('imap://A/INBOX'), 25_000)
    mail.running = false
    const observation = await look()
    expect(why(observation)).toContain('older messages')
    store.addMessage({ mailbox: outbox, at: now })
    const next = await look()
    expect(seen(next)).toHaveLength(1)
    expect(next.unseen).toHaveLength(1)
  })
})

function fill(store: AppleMailStore, mailbox: number, rows: number) {
  const many = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
    INSERT INTO messages (global_message_id, subject, mailbox, size) SELECT 0, 1, ?, 1000 FROM n`
  store.db.prepare(many).run(rows, mailbox)
}

describe('a rebuilt index', () => {
  test('has new ROWIDs, and the message keeps its name', async () => {
    const { store, look } = mailOn()
    const message = { at: now, size: 500, messageId: 77n }
    store.addMessage({ mailbox: store.addMailbox('local://L/Outbox'), ...message })
    const before = seen(await look())
    store.rebuild()
    store.addMailbox('imap://A/INBOX')
    store.addMessage({ mailbox: store.addMailbox('local://L/Outbox'), ...message })
    const after = seen(await look())
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  })

  test('never gives the name of one message to another', async () => {
    const { store, look } = waitingOn()
    const [before] = seen(await look())
    store.rebuild(0)
    store.addMessage({ mailbox: store.addMailbox('local://L/Outbox'), at: now, size: 900, messageId: 99n })
    expect(seen(await look())[0]?.id).not.toBe(before?.id)
  })

  test('a message keeps its name when Mail gives it another Message-ID, and tells its twin apart', async () => {
    const { store, outbox, row, look } = waitingOn()
    const [before] = seen(await look())
    store.db.prepare('UPDATE messages SET message_id = 4711 WHERE ROWID = ?').run(row)
    store.addMessage({ mailbox: outbox, at: now - minute, size: 500, messageId: 4711n })
    const ids = seen(await look()).map(({ id }) => id)
    expect(ids[0]).toBe(before?.id)
    expect(new Set(ids).size).toBe(2)
  })
})

describe('a store in trouble', () => {
  test('that was never made is told as that', async () => {
    const { home, look } = waitingOn()
    rmSync(join(home, 'Library/Mail'), { recursive: true })
    expect(why(await look())).toContain('never have been used')
  })

  test.each(['', '/V10/MailData', '/V10/MailData/Envelope Index'])(
    'that may not be read (%s) asks for the permission',
    async (path) => {
      const { home, mail, client } = waitingOn()
      const mac = mail.mac(home)
      mail.running = false
      const locked = `~/Library/Mail${path}`
      const forbid = <T>(name: string, look: Promise<T>) =>
        name === locked ? Promise.resolve({ seen: false, why: 'forbidden' } as const) : look
      const files: Files = {
        ...mac.files,
        list: (name, signal) => forbid(name, mac.files.list(name, signal)),
        store: (name, signal) => forbid(name, mac.files.store(name, signal)),
      }
      expect(why(await client.read({ ...mac, files }, now, never))).toContain('Full Disk Access')
    },
  )

  test.skipIf(process.getuid?.() === 0)('that the file system forbids asks for the permission', async () => {
    const { home, mail, look } = waitingOn()
    mail.running = false
    chmodSync(join(home, 'Library/Mail'), 0)
    onTestFinished(() => chmodSync(join(home, 'Library/Mail'), 0o700))
    expect(why(await look())).toContain('Full Disk Access')
  })

  test('that is locked is unknown, and seen again afterwards', async () => {
    const { store, mail, look } = waitingOn()
    mail.running = false
    store.checkpoint()
    store.db.pragma('journal_mode = DELETE')
    store.db.exec('BEGIN EXCLUSIVE')
    expect(why(await look())).toContain('Mail’s index')
    store.db.exec('COMMIT')
    expect(seen(await look())).toHaveLength(1)
  })

  test.each([0, 50, 4_096, 20_000])('that ends after %i bytes is unknown', async (length) => {
    const { store, mail, look } = waitingOn()
    mail.running = false
    store.checkpoint()
    store.close()
    truncateSync(store.path, length)
    expect(why(await look())).toContain('Mail’s index')
  })

  test('that is no database is unknown', async () => {
    const { store, mail, look } = waitingOn()
    mail.running = false
    store.close()
    writeFileSync(store.path, 'x'.repeat(50_000))
    expect(why(await look())).toContain('damaged')
  })

  test('that goes away under our hands is unknown, and seen when it is back', async () => {
    const { home, mail, look } = waitingOn()
    mail.running = false
    await look()
    renameSync(join(home, 'Library/Mail'), join(home, 'Library/Away'))
    expect(why(await look())).toContain('Mail’s index')
    renameSync(join(home, 'Library/Away'), join(home, 'Library/Mail'))
    expect(seen(await look())).toHaveLength(1)
  })

  test('behind a link is read where the link stays in its folder, and else not', async () => {
    const { home, store, mail, look } = waitingOn()
    mail.running = false
    store.checkpoint()
    store.close()
    renameSync(store.path, `${store.path} here`)
    symlinkSync('Envelope Index here', store.path)
    expect(seen(await look())).toHaveLength(1)
    rmSync(store.path)
    renameSync(`${store.path} here`, join(home, 'elsewhere'))
    symlinkSync(join(home, 'elsewhere'), store.path)
    expect(why(await look())).toContain('Mail’s index')
  })

  test('whose index has lost a row is not believed to be empty', async () => {
    const { store, mail, look } = waitingOn()
    mail.running = false
    store.checkpoint()
    // Every index by mailbox is emptied behind SQLite's back.
    const roots = store.db
      .prepare("SELECT rootpage FROM sqlite_schema WHERE name LIKE 'messages_mailbox_%'")
      .pluck()
      .all()
    const size = Number(store.db.pragma('page_size', { simple: true }))
    store.close()
    const bytes = readFileSync(store.path)
    // The number of cells stands in the page's head (https://www.sqlite.org/fileformat2.html §1.6).
    for (const root of roots) bytes.writeUInt16BE(0, (Number(root) - 1) * size + 3)
    writeFileSync(store.path, bytes)
    expect(new Database(store.path, { readonly: true }).pragma('integrity_check', { simple: true })).not.toBe('ok')
    expect(why(await look())).toContain('damaged')
  })
})
