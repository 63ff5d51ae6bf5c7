import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { AppleMail } from '../../src/clients/apple-mail/apple-mail.ts'
import type { ObservationWithSubjects } from '../../src/core/client.ts'
import { render } from '../../src/core/render.ts'
import { rendered } from '../../src/core/rendered.ts'
import { AppleAccountsStore } from '../../src/world/simulated/apps/apple-mail/apple-accounts-store.ts'
import { AppleMailStore } from '../../src/world/simulated/apps/apple-mail/apple-mail-store.ts'
import { FakeMail, never, now } from './apple-mail/mac.ts'
import { MadeUpMac } from './outlook/made-up-mac.ts'

const huge = 8 * 1024 ** 3
/** On a machine that is busy with other tests. An 8 GB file took 30 s once, a pipe for ever. */
const longestMs = 10_000

type Put = (path: string) => void | Promise<void>

/** What may stand in the place of a file. */
const odd: Record<string, Put> = {
  'a pipe': (path) => void execFileSync('mkfifo', [path]),
  'a socket': async (path) => {
    // The longest path of a socket is short: it is made elsewhere.
    const short = join(mkdtempSync(join(tmpdir(), 's-')), 's')
    const server = createServer().listen(short)
    await new Promise((resolve) => server.once('listening', resolve))
    renameSync(short, path)
    onTestFinished(() => {
      server.close()
      rmSync(dirname(short), { recursive: true, force: true })
    })
  },
  'a link to a device that never ends': (path) => symlinkSync('/dev/zero', path),
  'a link to a device that holds nothing': (path) => symlinkSync('/dev/null', path),
  'a link to itself': (path) => symlinkSync(basename(path), path),
  'a link to nothing': (path) => symlinkSync('nothing', path),
  'a link out of its folder': (path) => symlinkSync('/etc/passwd', path),
  'a folder': (path) => mkdirSync(path),
  'nothing in it': (path) => writeFileSync(path, ''),
  'one byte': (path) => writeFileSync(path, 'S'),
  'a letter': (path) => writeFileSync(path, 'Dear aunt, '.repeat(5_000)),
  'something packed': (path) => writeFileSync(path, gzipSync(Buffer.alloc(100_000, 'x'))),
  '8 GB of nothing': (path) => {
    writeFileSync(path, '')
    truncateSync(path, huge)
  },
  '8 GB after the head of a database with a log': (path) => {
    const head = Buffer.alloc(4_096)
    head.write('SQLite format 3\0', 'latin1')
    // Page size 4096, and a log (https://www.sqlite.org/fileformat.html §1.3).
    head.set([0x10, 0, 2, 2, 0, 0x40, 0x20, 0x20], 16)
    writeFileSync(path, head)
    truncateSync(path, huge)
  },
  'the database of another program': (path) => {
    const other = new Database(path)
    other.exec('CREATE TABLE theirs (x)')
    other.close()
  },
  'a list that unfolds without end': (path) => writeFileSync(path, nestedList(60)),
  'brackets without end': (path) => writeFileSync(path, `<plist>${'<array>'.repeat(9_000)}`),
}

/** Kinds that no file but the store itself has to be tried with. */
const simple = ['a pipe', 'a link to a device that never ends', 'a folder', '8 GB of nothing', 'a letter']

/** A binary property list of some hundred bytes that unfolds into 2^depth strings. */
function nestedList(depth: number): Buffer {
  const objects = Array.from({ length: depth }, (_, at) => Buffer.from([0xa2, at + 1, at + 1]))
  objects.push(Buffer.from([0x51, 0x61]))
  const offsets = objects.map((_, at) => 8 + objects.slice(0, at).reduce((sum, one) => sum + one.length, 0))
  const trailer = Buffer.alloc(32)
  trailer[6] = 2
  trailer[7] = 1
  trailer.writeBigUInt64BE(BigInt(objects.length), 8)
  trailer.writeBigUInt64BE(BigInt(8 + objects.reduce((sum, one) => sum + one.length, 0)), 24)
  const table = Buffer.concat(offsets.map((at) => Buffer.from([at >> 8, at & 255])))
  return Buffer.concat([Buffer.from('bplist00'), ...objects, table, trailer])
}

const mailPlaces = {
  index: 'Library/Mail/V10/MailData/Envelope Index',
  log: 'Library/Mail/V10/MailData/Envelope Index-wal',
  journal: 'Library/Mail/V10/MailData/Envelope Index-journal',
  'word of the version': 'Library/Mail/PersistenceInfo.plist',
  'list of accounts': 'Library/Accounts/Accounts4.sqlite',
  'folder of the index': 'Library/Mail/V10/MailData',
  folder: 'Library/Mail',
}
const office = 'Library/Group Containers/UBF8T346G9.Office'
const profile = `${office}/Outlook/Outlook 15 Profiles/Main Profile`
const outlookPlaces = {
  store: `${profile}/Data/Outlook.sqlite`,
  log: `${profile}/Data/Outlook.sqlite-wal`,
  'list of profiles': `${office}/OutlookProfile.plist`,
  preferences: 'Library/Containers/com.microsoft.Outlook/Data/Library/Preferences/com.microsoft.Outlook.plist',
  'folder of the store': `${profile}/Data`,
  folder: `${office}/Outlook/Outlook 15 Profiles`,
}

const casesOf = (places: Record<string, string>) =>
  Object.entries(places).flatMap(([name, path], at) =>
    (at === 0 ? Object.keys(odd) : [...simple, ...(path.endsWith('.plist') ? Object.keys(odd).slice(-2) : [])]).map(
      (kind) => [name, kind, path] as const,
    ),
  )

/** Puts it in the place of what stands there. */
async function replace(home: string, path: string, kind: string) {
  const place = join(home, path)
  rmSync(place, { recursive: true, force: true })
  mkdirSync(dirname(place), { recursive: true })
  await odd[kind]?.(place)
}

/** Everything below a folder with its kind, size, time and, where that is quick, its bytes. */
function standing(home: string): string[] {
  return readdirSync(home, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.endsWith('-shm') && !/(^|\/)temporary$/.test(name))
    .map((name) => {
      const stat = lstatSync(join(home, name))
      const small = stat.isFile() && stat.size < 2 ** 22
      return [
        name,
        stat.mode,
        stat.isDirectory() ? '' : `${stat.size} ${stat.mtimeMs}`,
        small && digest(join(home, name)),
      ]
        .map(String)
        .join(' ')
    })
    .sort()
}

const digest = (path: string) => readFileSync(path).toString('base64')

/** Holds that a look comes back, writes nothing, and never calls an outbox empty that holds a message. */
async function held(home: string, look: () => Promise<ObservationWithSubjects>) {
  const before = standing(home)
  const began = performance.now()
  const { outbox, unseen } = await look()
  expect(performance.now() - began).toBeLessThan(longestMs)
  expect(standing(home)).toEqual(before)
  if (outbox.seen) expect(outbox.messages).toHaveLength(1)
  else expect(unseen.length).toBeGreaterThan(0)
  return outbox
}

describe('Apple Mail', () => {
  const cases = casesOf(mailPlaces)

  test.each(cases)('whose %s is %s is never called clear, and left as it is', async (name, kind, path) => {
    const mail = new FakeMail()
    mail.running = false
    const home = mkdtempSync(join(tmpdir(), 'odd-'))
    onTestFinished(() => rmSync(home, { recursive: true, force: true }))
    const [store, accounts] = [new AppleMailStore(home), new AppleAccountsStore(home)]
    store.addMessage({ mailbox: store.addMailbox(`local://${store.local}/Outbox`), at: now - 60_000 })
    accounts.close()
    // A log in its place is one that Mail has left behind.
    store.close()
    await replace(home, path, kind)
    const client = new AppleMail()
    onTestFinished(() => client.close())
    const outbox = await held(home, () => client.read(mail.mac(home), now, never))
    const is = name === 'index' && !['a link to nothing', 'a link to itself'].includes(kind)
    if (is && !outbox.seen) expect(render(outbox.why)).not.toContain('never have been used')
  })

  test('they are many', () => {
    expect(cases.length + casesOf(outlookPlaces).length).toBeGreaterThan(80)
  })
})

describe('Outlook', () => {
  test.each(casesOf(outlookPlaces))(
    'whose %s is %s is never called clear, and left as it is',
    async (_, kind, path) => {
      const mac = new MadeUpMac()
      mac.preferences.IsRunningNewOutlook = '0'
      const store = mac.store()
      const uid = store.addAccount({ email: 'ada@example.org', kind: 'imap', server: 'imap.example.org' })
      store.addMessage({ folder: store.addFolders(uid).outbox, account: uid, at: now - 60_000 })
      store.close()
      await replace(mac.home, path, kind)
      await held(mac.home, () => mac.look())
    },
  )
})

test.skipIf(process.getuid?.() === 0)('a store that may not be read is forbidden', async () => {
  const home = mkdtempSync(join(tmpdir(), 'odd-'))
  const store = new AppleMailStore(home)
  store.close()
  chmodSync(store.path, 0)
  const mail = new FakeMail()
  mail.running = false
  const client = new AppleMail()
  const { outbox } = await client.read(mail.mac(home), now, never)
  expect(rendered(outbox)).toMatchObject({ seen: false, why: expect.stringContaining('Full Disk Access') })
  rmSync(home, { recursive: true, force: true })
})

test.each([
  ['a file', (path: string) => writeFileSync(path, 'in the way')],
  ['a link to nothing', (path: string) => symlinkSync('/nowhere/at/all', path)],
  ['a pipe', (path: string) => void execFileSync('mkfifo', [path])],
])('a place for copies that is %s is said as that', async (_, put) => {
  const home = mkdtempSync(join(tmpdir(), 'odd-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const store = new AppleMailStore(home)
  store.addMessage({ mailbox: store.addMailbox(`local://${store.local}/Outbox`), at: now })
  store.close()
  put(join(home, 'temporary'))
  const mail = new FakeMail()
  mail.running = false
  const client = new AppleMail()
  onTestFinished(() => client.close())
  const { outbox } = await client.read(mail.mac(home), now, never)
  expect(rendered(outbox)).toMatchObject({
    seen: false,
    why: expect.stringContaining('no room or no place for the copy'),
  })
})
