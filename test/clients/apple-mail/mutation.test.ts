import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { AppleMail } from '../../../src/clients/apple-mail/apple-mail.ts'
import { AppleAccountsStore } from '../../../src/world/simulated/apps/apple-mail/apple-accounts-store.ts'
import { AppleMailStore } from '../../../src/world/simulated/apps/apple-mail/apple-mail-store.ts'
import { FakeMail, hashes, never, now, temporaryHome } from './mac.ts'

const rounds = 1_000
const pageSize = 4_096
/** On a machine that is busy with other tests. */
const longest = 2_000

/** The same numbers every time (mulberry32). */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

type Contents = Readonly<Record<string, Buffer>>

const names = [
  'Library/Mail/V10/MailData/Envelope Index',
  'Library/Mail/V10/MailData/Envelope Index-wal',
  'Library/Mail/PersistenceInfo.plist',
  'Library/Accounts/Accounts4.sqlite',
  'Library/Accounts/Accounts4.sqlite-wal',
]

/** A small store with three messages that wait, half of it still in the log. */
function sample(): Contents {
  const home = temporaryHome()
  using store = new AppleMailStore(home)
  using accounts = new AppleAccountsStore(home)
  const sent = store.addMailbox('imap://A/Sent')
  const outbox = store.addMailbox('local://L/Outbox')
  for (let n = 0; n < 10; n++) store.addMessage({ mailbox: sent, at: now, subject: `Letter ${n}` })
  store.addMessage({ mailbox: outbox, at: now })
  accounts.add({
    type: 'IMAP',
    username: 'me@example.org',
    properties: { Hostname: 'imap.example.org', PortNumber: 993 },
  })
  store.checkpoint()
  accounts.checkpoint()
  store.addMessage({ mailbox: outbox, at: now })
  store.addMessage({ mailbox: store.addMailbox('imap://A/Outbox'), at: now })
  accounts.add({ type: 'SMTP', properties: { Hostname: 'smtp.example.org', SSLEnabled: true } })
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(home, name))]))
}

/** One to eight bytes of one of the files become others; most of the damage where the rows are. */
function damaged(contents: Contents, pick: (below: number) => number): Contents {
  const name = names[[0, 0, 0, 0, 0, 0, 1, 1, 2, 3, 4][pick(11)] ?? 0] ?? ''
  const bytes = Buffer.from(contents[name] ?? '')
  for (let flips = 1 + pick(8); flips > 0; flips--) {
    // Half of them at the head or the tail of a page: there stand its cells, in most of the rest nothing.
    const page = pick(Math.ceil(bytes.length / pageSize)) * pageSize
    const places = [page + pick(64), page + pageSize - 1 - pick(200), pick(bytes.length), pick(bytes.length)]
    bytes[Math.min(places[pick(4)] ?? 0, bytes.length - 1)] = pick(256)
  }
  return { ...contents, [name]: bytes }
}

/** What SQLite itself thinks of a copy: whether all is in order. */
function isWhole(contents: Contents, folder: string): boolean {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'copy')
  writeFileSync(path, contents[names[0] ?? ''] ?? '')
  writeFileSync(`${path}-wal`, contents[names[1] ?? ''] ?? '')
  rmSync(`${path}-shm`, { force: true })
  try {
    const copy = new Database(path)
    try {
      return copy.pragma('integrity_check', { simple: true }) === 'ok'
    } finally {
      copy.close()
    }
  } catch {
    return false
  }
}

// Thousands of files that nobody needs on a disk.
if (existsSync('/dev/shm')) vi.stubEnv('TMPDIR', '/dev/shm')

test(`${rounds} damaged stores: nothing is thrown, written, or believed to be empty`, {
  timeout: 300_000,
}, async () => {
  const contents = sample()
  const pick = chance(20_261_121)
  const home = temporaryHome()
  const aside = temporaryHome()
  const mail = new FakeMail()
  mail.running = false
  const counts = { seen: 0, unseen: 0, fewer: 0 }
  for (let round = 0; round < rounds; round++) {
    const broken = damaged(contents, pick)
    rmSync(home, { recursive: true, force: true })
    for (const [name, bytes] of Object.entries(broken)) {
      mkdirSync(dirname(join(home, name)), { recursive: true })
      writeFileSync(join(home, name), bytes)
    }
    const before = hashes(home)
    const client = new AppleMail()
    const began = performance.now()
    const { outbox, unseen } = await client.read(mail.mac(home), now, never)
    expect(performance.now() - began, `round ${round}`).toBeLessThan(longest)
    client.close()
    expect(hashes(home), `round ${round}`).toEqual(before)
    if (!outbox.seen) {
      counts.unseen += 1
      expect(unseen.length).toBeGreaterThan(0)
      continue
    }
    counts.seen += 1
    if (outbox.messages.length < 3) counts.fewer += 1
    // An empty outbox may only be told where the file is in order, however changed.
    if (outbox.messages.length === 0) expect(isWhole(broken, aside), `round ${round}`).toBe(true)
  }
  expect(counts.seen).toBeGreaterThan(rounds / 10)
  expect(counts.unseen).toBeGreaterThan(rounds / 20)
})
