import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import type { Files } from '../../../src/core/mac-powers.ts'
import { render } from '../../../src/core/render.ts'
import { rendered } from '../../../src/core/rendered.ts'
import { foreignName } from '../../../src/core/sentence.ts'
import { writeDefaultProfile } from '../../../src/world/simulated/apps/outlook/outlook-home.ts'
import { closeQuietly, type OutlookStore, touchStore } from '../../../src/world/simulated/apps/outlook/outlook-store.ts'
import { day, MadeUpMac, messagesOf, minute, now } from './made-up-mac.ts'

const exchange = {
  email: 'ada@example.org',
  kind: 'exchange',
  ews: 'https://outlook.office365.com/EWS/Exchange.asmx',
  user: 'ada@example.org',
} as const
const imap = { email: 'ada@example.net', kind: 'imap', server: 'mail.example.net', port: 993, user: 'ada' } as const

/** A Mac with legacy Outlook and one account. */
function macWith(account: Parameters<OutlookStore['addAccount']>[0] = exchange) {
  const mac = new MadeUpMac()
  const store = mac.store()
  mac.preferences.IsRunningNewOutlook = '0'
  const uid = store.addAccount(account)
  return { mac, store, uid, folders: store.addFolders(uid) }
}

function replace(file: string, put: () => void) {
  rmSync(file)
  put()
}

function hashes(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('-shm'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => `${file} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`)
}

describe('an Exchange account', () => {
  test('shows its waiting messages with what a diagnosis needs', async () => {
    const { mac, store, uid, folders } = macWith()
    for (const age of [2 * minute, 40 * minute, 3 * day])
      store.addMessage({
        folder: folders.outbox,
        account: uid,
        at: now - age,
        size: 5_000_000,
        from: 'ada@example.org',
        to: ['one@example.com', 'two@example.com'],
      })
    const seen = await mac.look()
    expect(seen).toMatchObject({ client: 'outlook', mode: 'legacy', running: false, version: '16.103.2' })
    expect(seen.accounts).toHaveLength(1)
    expect(seen.accounts[0]).toMatchObject({
      email: 'ada@example.org',
      offline: false,
      incoming: { protocol: 'exchange', host: 'outlook.office365.com', port: 443, security: 'tls' },
    })
    expect(seen.accounts[0]?.hidden).toBeUndefined()
    const messages = messagesOf(seen)
    expect(messages.map(({ waitingSince }) => now - waitingSince)).toEqual([2 * minute, 40 * minute, 3 * day])
    expect(new Set(messages.map(({ id }) => id)).size).toBe(3)
    expect(messages[0]).toMatchObject({
      account: seen.accounts[0]?.id,
      rawSize: 5_000_000,
      recipients: ['one@example.com', 'two@example.com'],
      sender: 'ada@example.org',
      state: 'waiting',
      copyInSent: false,
    })
    expect(seen.unseen).toEqual([])
  })

  test('shows subjects as short and harmless lines, and goes without them', async () => {
    const { mac, store, uid, folders } = macWith()
    const place = { folder: folders.outbox, account: uid, at: now - minute }
    store.addMessage({ ...place, subject: 'Dinner\n\u202eon\u0007 Friday' })
    store.addMessage({ ...place, subject: 'é'.repeat(100_000) })
    store.addMessage({ ...place, columns: { Message_NormalizedSubject: null } })
    const [first, second, third] = messagesOf(await mac.look())
    expect(first?.subject).toBe('Dinner on Friday')
    expect([...(second?.subject ?? '')]).toHaveLength(200)
    expect(third).not.toHaveProperty('subject')
    store.db.exec('ALTER TABLE Mail RENAME COLUMN Message_NormalizedSubject TO Message_Other')
    const without = messagesOf(await mac.look())
    expect(without).toHaveLength(3)
    expect(without.map(({ subject }) => subject)).toEqual([undefined, undefined, undefined])
  })

  test('is empty when nothing waits', async () => {
    const { mac, store, uid, folders } = macWith()
    store.addMessage({ folder: folders.inbox, account: uid, at: now - day })
    expect(messagesOf(await mac.look())).toEqual([])
  })

  test('shows what only the log of its writer holds, and follows it', async () => {
    const { mac, store, uid, folders } = macWith()
    store.checkpoint()
    const id = store.addMessage({ folder: folders.outbox, account: uid, at: now - minute })
    const first = messagesOf(await mac.look())
    expect(first).toHaveLength(1)
    store.addMessage({ folder: folders.outbox, account: uid, at: now })
    const second = messagesOf(await mac.look(now + minute))
    expect(second).toHaveLength(2)
    expect(second[0]?.id).toBe(first[0]?.id)
    store.move(id, folders.sent)
    expect(messagesOf(await mac.look(now + 2 * minute))).toHaveLength(1)
  })

  test('leaves hidden and deleted messages out, and takes NULL for visible', async () => {
    const { mac, store, uid, folders } = macWith()
    const add = (columns: Record<string, number | null>) =>
      store.addMessage({ folder: folders.outbox, account: uid, at: now - minute, columns })
    add({ Message_Hidden: 1 })
    add({ Message_MarkedForDelete: 1 })
    add({ Message_Hidden: null, Message_MarkedForDelete: null, Message_IsOutgoingMessage: 0, Message_Sent: 1 })
    expect(messagesOf(await mac.look())).toHaveLength(1)
  })

  test('is told switched offline, and so is the whole app', async () => {
    const { mac, store } = macWith({ ...exchange, offline: true })
    store.setOffline(true)
    expect(await mac.look()).toMatchObject({ offline: true, accounts: [{ offline: true }] })
    store.setOffline(false)
    expect((await mac.look()).offline).toBe(false)
  })

  test('tells the weight of the largest Sent folder', async () => {
    const { mac, store, uid, folders } = macWith()
    for (let n = 0; n < 5; n++) store.addMessage({ folder: folders.sent, account: uid, at: now - day, size: 100 })
    expect((await mac.look()).sent).toEqual({ messages: 5, bytes: 500 })
  })
})

describe('an IMAP account', () => {
  test('sends through the outbox of On My Computer', async () => {
    const { mac, store } = macWith(imap)
    const local = store.addFolders(0)
    store.addMessage({ folder: local.outbox, at: now - minute, from: 'ada@example.net' })
    const seen = await mac.look()
    expect(messagesOf(seen)).toMatchObject([{ account: seen.accounts[0]?.id }])
    expect(seen.accounts[0]).toMatchObject({
      incoming: { protocol: 'imap', host: 'mail.example.net', port: 993, security: 'tls', username: 'ada' },
      // No file holds its outgoing server.
      hidden: ['outgoing'],
    })
  })

  test('among several, is the one of the sender', async () => {
    const { mac, store } = macWith(imap)
    store.addAccount({ ...imap, email: 'Grace@Example.com' })
    const local = store.addFolders(0)
    store.addMessage({ folder: local.outbox, at: now, from: 'grace@example.com' })
    store.addMessage({ folder: local.outbox, at: now, from: 'nobody@example.com' })
    const seen = await mac.look()
    expect(messagesOf(seen).map(({ account }) => account)).toEqual([seen.accounts[1]?.id, undefined])
  })

  test('of a known provider is assumed to use its outgoing server, and that is said', async () => {
    const { mac } = macWith({ ...imap, email: 'ada@gmail.com', server: 'imap.gmail.com' })
    const seen = await mac.look()
    expect(seen.accounts[0]).toMatchObject({ outgoing: { host: 'smtp.gmail.com' }, hidden: ['outgoing'] })
    expect(rendered(seen.unseen).join()).toMatch(/outgoing servers/)
  })
})

test('a message of an account that is gone has none', async () => {
  const { mac, store, folders } = macWith()
  store.addMessage({ folder: folders.outbox, account: 14 * 2 ** 32 + 77, at: now })
  expect(messagesOf(await mac.look())[0]).not.toHaveProperty('account')
})

describe('the profile', () => {
  test('is the one named in the list, though another is fresher', async () => {
    const mac = new MadeUpMac()
    mac.preferences.IsRunningNewOutlook = '0'
    const [named, other] = [mac.store('Büro'), mac.store('Main Profile')]
    named.addMessage({ folder: named.addFolders().outbox, at: now })
    other.addFolders()
    touchStore(named, now - day)
    touchStore(other, now)
    writeDefaultProfile(mac.home, 'Bu\u0308ro')
    expect(messagesOf(await mac.look())).toHaveLength(1)
    expect(mac.outlook.watches.join()).toContain('Büro/Data')
  })

  test('without a list is the freshest', async () => {
    const mac = new MadeUpMac()
    mac.preferences.IsRunningNewOutlook = '0'
    const [old, fresh] = [mac.store('Main Profile'), mac.store('Main Identity')]
    old.addMessage({ folder: old.addFolders().outbox, at: now })
    fresh.addFolders()
    touchStore(old, now - day)
    touchStore(fresh, now - minute)
    expect(messagesOf(await mac.look())).toEqual([])
    expect((await mac.look()).changed).toBe(now - minute)
  })
})

describe('dates', () => {
  test.each([
    ['unset', 978_307_200],
    ['missing', null],
    ['zero', 0],
    ['far ahead', 4_000_000_000],
    ['text', 'yesterday'],
    ['negative', -1],
  ])('that are %s leave the moment of our first sight', async (_, modified) => {
    const { mac, store, folders } = macWith()
    store.addMessage({ folder: folders.outbox, at: now, columns: { Record_ModDate: modified } })
    expect(messagesOf(await mac.look())[0]?.waitingSince).toBe(now)
    store.addFolder(0)
    expect(messagesOf(await mac.look(now + 5 * minute))[0]?.waitingSince).toBe(now)
  })

  test('since 2001 are understood', async () => {
    const { mac, store, folders } = macWith()
    const modified = (now - day) / 1000 - 978_307_200
    store.addMessage({ folder: folders.outbox, at: now, columns: { Record_ModDate: modified } })
    expect(messagesOf(await mac.look())[0]?.waitingSince).toBe(now - day)
  })

  test('never move the beginning of waiting on', async () => {
    const { mac, store, folders } = macWith()
    const id = store.addMessage({ folder: folders.outbox, at: now - 10 * minute })
    await mac.look()
    store.db.prepare('UPDATE Mail SET Record_ModDate = ? WHERE Record_RecordID = ?').run((now + minute) / 1000, id)
    expect(messagesOf(await mac.look(now + minute))[0]?.waitingSince).toBeLessThanOrEqual(now)
  })
})

describe('a scheduled message', () => {
  test('is not stuck until its time has come', async () => {
    const { mac, store, folders } = macWith()
    store.addMessage({ folder: folders.outbox, at: now - day, scheduled: now + day })
    expect(messagesOf(await mac.look())[0]?.state).toBe('scheduled')
    expect(messagesOf(await mac.look(now + day + minute))[0]?.state).toBe('waiting')
  })

  test.each([
    '../../../../outside.olk15Message',
    'Messages/%2e%2e/%2e%2e/x.olk15Message',
    '/etc/passwd',
    'Messages//x',
    '%zz',
    'Messages/\0',
    '',
  ])('is never looked for at %j', async (path) => {
    const { mac, store, folders } = macWith()
    store.addMessage({ folder: folders.outbox, at: now, columns: { PathToDataFile: path } })
    const read: string[] = []
    const { files } = mac
    mac.files = {
      ...files,
      read: (name, most, signal) => {
        read.push(name)
        return files.read(name, most, signal)
      },
    }
    expect(messagesOf(await mac.look())).toMatchObject([{ state: 'waiting' }])
    expect(read.filter((name) => /passwd|outside|x\.olk|\/x$/.test(name))).toEqual([])
  })

  test('is waiting where its file is gone', async () => {
    const { mac, store, folders } = macWith()
    store.addMessage({ folder: folders.outbox, at: now, scheduled: now + day })
    rmSync(join(store.data, 'Messages'), { recursive: true })
    expect(messagesOf(await mac.look())[0]?.state).toBe('waiting')
  })
})

describe('a message that vanishes', () => {
  test('into Drafts has come back, until it is sent or thrown away', async () => {
    const { mac, store, folders } = macWith()
    const id = store.addMessage({ folder: folders.outbox, at: now - minute })
    const [waiting] = messagesOf(await mac.look())
    store.move(id, folders.drafts)
    const seen = await mac.look(now + minute)
    expect(messagesOf(seen)).toEqual([])
    expect(seen.returned).toEqual([waiting?.id])
    expect((await mac.look(now + 2 * minute)).returned).toEqual([waiting?.id])
    store.remove(id)
    expect((await mac.look(now + 3 * minute)).returned).toBeUndefined()
  })

  test('into Sent has left', async () => {
    const { mac, store, folders } = macWith()
    const id = store.addMessage({ folder: folders.outbox, at: now - minute, messageId: '<a@b>' })
    await mac.look()
    store.remove(id)
    store.addMessage({ folder: folders.sent, at: now, messageId: '<a@b>' })
    store.addMessage({ folder: folders.drafts, at: now, messageId: '<c@d>' })
    expect((await mac.look(now + minute)).returned).toBeUndefined()
  })

  test('and is copied into Drafts under a new number has come back', async () => {
    const { mac, store, folders } = macWith()
    const id = store.addMessage({ folder: folders.outbox, at: now - minute, messageId: '<a@b>' })
    await mac.look()
    store.remove(id)
    store.addMessage({ folder: folders.drafts, at: now, messageId: '<a@b>' })
    expect((await mac.look(now + minute)).returned).toHaveLength(1)
  })

  test('for good, between two looks, is simply gone', async () => {
    const { mac, store, folders } = macWith()
    const id = store.addMessage({ folder: folders.outbox, at: now - minute })
    await mac.look()
    store.remove(id)
    const seen = await mac.look(now + minute)
    expect(messagesOf(seen)).toEqual([])
    expect(seen.returned).toBeUndefined()
  })
})

test('a message whose copy stands in Sent is told so', async () => {
  const { mac, store, folders } = macWith()
  store.addMessage({ folder: folders.outbox, at: now, messageId: '<a@b>' })
  store.addMessage({ folder: folders.sent, at: now, messageId: '<a@b>' })
  expect(messagesOf(await mac.look())[0]?.copyInSent).toBe(true)
})

describe('that no copy stands in Sent is said only where it is proven:', () => {
  const forget = (store: OutlookStore, folder: number) =>
    store.db.prepare('DELETE FROM Folders WHERE Record_RecordID = ?').run(folder)

  test('not where the account’s Sent folder is missing from the store', async () => {
    const { mac, store, uid, folders } = macWith()
    const other = store.addFolders(store.addAccount(imap))
    store.addMessage({ folder: folders.outbox, account: uid, at: now })
    store.addMessage({ folder: other.outbox, at: now })
    forget(store, folders.sent)
    expect(messagesOf(await mac.look()).map(({ copyInSent }) => copyInSent)).toEqual([undefined, false])
  })

  test('from On My Computer not where any account’s is missing', async () => {
    const { mac, store, folders } = macWith()
    const local = store.addFolders()
    store.addMessage({ folder: local.outbox, at: now })
    expect(messagesOf(await mac.look())[0]?.copyInSent).toBe(false)
    forget(store, folders.sent)
    store.addMessage({ folder: local.outbox, at: now })
    const seen = messagesOf(await mac.look(now + minute))
    expect(seen.map(({ copyInSent }) => copyInSent)).toEqual([undefined, undefined])
  })

  test('not where more came after it than is gone through', async () => {
    const { mac, store, uid, folders } = macWith()
    const first = store.addMessage({ folder: folders.outbox, account: uid, at: now })
    const many = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
      INSERT INTO Mail (Record_RecordID, Record_FolderID) SELECT ? + i, ? FROM n`
    store.db.prepare(many).run(3_000, first, folders.inbox)
    expect(messagesOf(await mac.look())[0]?.copyInSent).toBe(false)
    store.addMessage({ folder: folders.inbox, at: now })
    expect(messagesOf(await mac.look(now + minute))[0]).not.toHaveProperty('copyInSent')
  })
})

test('folders are known by their number, whatever their name', async () => {
  const mac = new MadeUpMac()
  mac.preferences.IsRunningNewOutlook = '0'
  const store = mac.store()
  store.addFolder(2, 0, 'Placeholder_Outbox_Placeholder')
  const german = store.addFolder(2, 0, 'Postausgang ')
  store.addFolder(3, 0, 'Outbox')
  store.addMessage({ folder: german, at: now })
  expect(messagesOf(await mac.look())).toHaveLength(1)
})

describe('a store that cannot be read', () => {
  const empty = (mac: MadeUpMac) =>
    mac.look().then(({ outbox }) => (outbox.seen ? `seen with ${outbox.messages.length}` : render(outbox.why)))

  test('for want of permission says which', async () => {
    const { mac } = macWith()
    const denied: Files['list'] = async () => ({ seen: false, why: 'forbidden', detail: foreignName('EPERM') })
    mac.files = { ...mac.files, list: denied, read: denied as never, store: denied as never }
    expect(await empty(mac)).toMatch(/Full Disk Access/)
  })

  test('though its folder can be listed', async () => {
    const { mac } = macWith()
    mac.files = { ...mac.files, store: async () => ({ seen: false, why: 'forbidden' }) }
    expect(await empty(mac)).toMatch(/Full Disk Access/)
  })

  test('because Outlook was never used', async () => {
    const seen = await new MadeUpMac().look()
    expect(seen).toMatchObject({ accounts: [], outbox: { seen: false } })
    expect(rendered(seen.outbox)).toMatchObject({ why: expect.stringMatching(/never have been used/) })
  })

  test('because it is locked', async () => {
    const { mac, store, folders } = macWith()
    store.addMessage({ folder: folders.outbox, at: now })
    closeQuietly(store)
    const file = join(store.data, 'Outlook.sqlite')
    const db = new Database(file)
    db.pragma('journal_mode = DELETE')
    db.exec('BEGIN EXCLUSIVE')
    expect(await empty(mac)).toMatch(/in use/)
    db.exec('COMMIT')
    db.close()
    expect(messagesOf(await mac.look())).toHaveLength(1)
  })

  test.each([
    ['half-written', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 9_000))],
    ['empty', (file: string) => writeFileSync(file, '')],
    ['something else', (file: string) => writeFileSync(file, 'not a database at all, just words. '.repeat(200))],
    ['a link to elsewhere', (file: string) => replace(file, () => symlinkSync('/etc/passwd', file))],
    ['a folder', (file: string) => replace(file, () => mkdirSync(file))],
  ])('because it is %s', async (_, harm) => {
    const { mac, store, folders } = macWith()
    store.addMessage({ folder: folders.outbox, at: now })
    closeQuietly(store)
    harm(join(store.data, 'Outlook.sqlite'))
    expect(await empty(mac)).not.toMatch(/seen with/)
  })

  test.each([
    ['no table of mail', 'DROP TABLE Mail'],
    ['no folders', 'DROP TABLE Folders'],
    ['no type of folders', 'ALTER TABLE Folders DROP COLUMN Folder_SpecialFolderType'],
    ['no folder of a message', 'DROP INDEX MailIndex_TimeWindow; ALTER TABLE Mail DROP COLUMN Record_FolderID'],
    ['no outbox', 'DELETE FROM Folders WHERE Folder_SpecialFolderType = 2'],
  ])('because it has %s', async (_, sql) => {
    const { mac, store, folders } = macWith()
    store.addMessage({ folder: folders.outbox, at: now })
    store.db.exec(sql)
    expect(await empty(mac)).not.toMatch(/seen with/)
  })
})

describe('a store of a future version', () => {
  test('is read where the columns needed are there', async () => {
    const { mac, store, folders } = macWith()
    store.db.pragma('user_version = 9999999')
    store.db.exec(`ALTER TABLE Mail DROP COLUMN Message_Hidden; ALTER TABLE Mail DROP COLUMN Message_Size;
      ALTER TABLE Mail DROP COLUMN Message_MessageID; ALTER TABLE Mail ADD COLUMN Message_New TEXT`)
    store.db.prepare('INSERT INTO Mail (Record_FolderID, Record_ModDate) VALUES (?, ?)').run(folders.outbox, now / 1000)
    expect(messagesOf(await mac.look())).toHaveLength(1)
    const { store: looked } = await mac.survey()
    expect(looked.seen && looked.value.schema).toBe(9_999_999)
  })

  test('without accounts still shows the outbox', async () => {
    const { mac, store, uid, folders } = macWith()
    store.addMessage({ folder: folders.outbox, account: uid, at: now })
    store.db.exec('DROP TABLE AccountsMail')
    const seen = await mac.look()
    expect(messagesOf(seen)).toHaveLength(1)
    expect(messagesOf(seen)[0]?.account).toBeDefined()
    expect(seen.accounts).toEqual([])
    expect(rendered(seen.unseen).join()).toMatch(/list of accounts/)
  })

  test('without the index shows the newest records', async () => {
    const { mac, store, folders } = macWith()
    store.db.exec('DROP INDEX MailIndex_TimeWindow')
    store.addMessage({ folder: folders.outbox, at: now })
    expect(messagesOf(await mac.look())).toHaveLength(1)
  })
})

test('nothing of the store is written, whether its owner is at work or not', async () => {
  const { mac, store, uid, folders } = macWith()
  store.addMessage({ folder: folders.outbox, account: uid, at: now, scheduled: now + day })
  const busy = hashes(mac.home)
  await mac.look()
  expect(hashes(mac.home)).toEqual(busy)
  mac.outlook.close()
  closeQuietly(store)
  const quiet = hashes(mac.home)
  expect(messagesOf(await mac.look())).toHaveLength(1)
  chmodSync(store.data, 0o555)
  await mac.look(now + minute)
  chmodSync(store.data, 0o755)
  expect(hashes(mac.home)).toEqual(quiet)
})
