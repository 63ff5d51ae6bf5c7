/**
 * How long one look takes at what a big store of Apple Mail has of five accounts, beside a first one:
 * `node_modules/.bin/node bench/local-sync.ts`
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppleMailSync } from '../src/clients/apple-mail/local-sync.ts'
import { countUids } from '../src/core/uid-ranges.ts'
import { systemClock } from '../src/world/real/clock.ts'
import { filesBelow } from '../src/world/real/mac/files.ts'
import { AppleAccountsStore } from '../src/world/simulated/apps/apple-mail/apple-accounts-store.ts'
import { AppleMailStore } from '../src/world/simulated/apps/apple-mail/apple-mail-store.ts'
import { fileMessages, queueChange } from '../src/world/simulated/apps/apple-mail/filed-rows.ts'
import { median, table } from './statistics.ts'

const messages = 1_000_000
const accountCount = 5
const foldersEach = 100
const rounds = 51
const goal = 20
const never = new AbortController().signal

const home = mkdtempSync(join(tmpdir(), 'outbox-doctor-sync-'))
const store = new AppleMailStore(home)
const accounts = new AppleAccountsStore(home)
const reader = new AppleMailSync()
try {
  fill()
  const mac = { files: filesBelow(home, systemClock) }
  const first = await timed(mac, messages / accountCount / 2)
  const times: number[] = []
  for (let round = 0; round < rounds; round++) times.push(await timed(mac, 1))
  const whole = await wholeInbox(mac)
  const reached = median(times) <= goal
  if (!reached) process.exitCode = 1
  const size = `${Math.round(statSync(store.path).size / 2 ** 20)} MB`
  const figures = [first, median(times), Math.max(...times), whole].map((ms) => ms.toFixed(1))
  const heads = ['milliseconds', 'first', 'median', 'worst', 'all UIDs of INBOX and Sent', 'size', `≤ ${goal} ms`]
  process.stdout.write(
    `${table([heads, [`${messages.toLocaleString('en')} messages`, ...figures, size, reached ? 'reached' : 'MISSED']])}\n`,
  )
} finally {
  reader.close()
  store.close()
  accounts.close()
  rmSync(home, { recursive: true, force: true })
}

/** Half of each account's mail in INBOX, a tenth in Sent, and the rest in its other folders. */
function fill() {
  store.db.pragma('wal_autocheckpoint = 1000')
  const each = messages / accountCount
  for (let account = 0; account < accountCount; account++) {
    const uuid = `5F1B9A2E-0000-4000-8000-00000000000${account}`
    accounts.add({
      type: 'IMAP',
      identifier: uuid,
      username: 'me@example.org',
      properties: { Hostname: 'imap.example.org' },
    })
    const box = (path: string) => store.addMailbox(`imap://${uuid}/${path}`)
    const inbox = box('INBOX')
    fileMessages(store, inbox, [[1, each / 2]], Date.now())
    fileMessages(store, box('Sent%20Messages'), [[1, each / 10]], Date.now())
    const rest = (each * 0.4) / foldersEach
    for (let folder = 0; folder < foldersEach; folder++)
      fileMessages(store, box(`Folder%20${folder}`), [[1, rest]], Date.now())
    for (let change = 0; change < 20; change++) queueChange(store, { type: 3, from: inbox })
  }
  store.checkpoint()
}

/** A look that sees what there is. */
async function timed(mac: { files: ReturnType<typeof filesBelow> }, least: number): Promise<number> {
  const began = performance.now()
  const looked = await reader.look(mac, Date.now(), never)
  const took = performance.now() - began
  const inbox = looked.seen ? looked.value.accounts[0]?.folders.find(({ use }) => use === 'inbox') : undefined
  if (!inbox || (inbox.highestUid ?? 0) < least) throw new Error('The look saw nothing.')
  return took
}

async function wholeInbox(mac: { files: ReturnType<typeof filesBelow> }): Promise<number> {
  const began = performance.now()
  const looked = await reader.look(mac, Date.now(), never, 100_000)
  const took = performance.now() - began
  const known = looked.seen ? looked.value.accounts[0]?.folders.find(({ use }) => use === 'inbox')?.uids : undefined
  if (countUids(known?.ranges ?? []) !== messages / accountCount / 2) throw new Error('Not every UID was read.')
  return took
}
