/**
 * Made-up accounts on both sides, a minute apart, with mail arriving, moving and being deleted meanwhile: of a thousand
 * that are well, nothing is told; of each kind of fault that is planted, it is, whatever else is going on.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LocalAccount, LocalFolder, QueuedChange } from '../../src/core/local-sync.ts'
import type { ServerFolder, ServerView } from '../../src/core/server-view.ts'
import { differenceKinds, type SyncDifference, type WaitedChange } from '../../src/core/sync-report.ts'
import { foldUids, uidsFrom } from '../../src/core/uid-ranges.ts'
import {
  differencesBetween,
  differencesHere,
  knownFoldersOf,
  seenTwice,
  whileConnected,
} from '../../src/sync/differences.ts'

const minute = 60_000
const began = Date.parse('2026-11-20T10:00:00Z')

/** What lies in one folder: UIDs that the app knows, those that the server has, and since when. */
interface Folder {
  path: string
  /** Who has it; both, unless told. */
  only?: 'here' | 'there'
  use: LocalFolder['use']
  here: Set<number>
  server: Map<number, number>
  next: number
  /** The app hears no more of it. */
  isStuck?: boolean
  more: Partial<ServerFolder>
}

interface Pair {
  folders: Folder[]
  queue: QueuedChange[]
  waited: WaitedChange[]
  unfiled: number[]
  twins: number
  quota: { used: number; limit: number }
  isGmail: boolean
  isConnected: boolean
  /** The server does not let itself be asked. */
  isSilent: boolean
  /** The server has begun to number anew. */
  restart?: number
  /** Nothing is moved here at the moment: a single message that is missing may always have been moved. */
  isCalm: boolean
}

type Random = (below: number) => number

function inboxOf(pair: Pair): Folder {
  const [inbox] = pair.folders
  if (!inbox) throw new Error('no inbox')
  return inbox
}

function folder(path: string, use: Folder['use'], count: number, random: Random, more: Folder['more'] = {}): Folder {
  const uids: number[] = []
  for (let uid = 1; uids.length < count; uid += 1 + (random(9) === 0 ? random(4) : 0)) uids.push(uid)
  const server = new Map(uids.map((uid) => [uid, began - 86_400_000]))
  return { path, use, here: new Set(uids), server, next: (uids.at(-1) ?? 0) + 1, more }
}

function healthyPair(random: Random, isCalm = false): Pair {
  const pair: Pair = {
    folders: [
      folder('INBOX', 'inbox', 20 + random(200), random),
      folder('Sent Messages', 'sent', 5 + random(20), random, { use: 'sent' }),
      folder('Trash', 'trash', random(9), random, { use: 'trash' }),
      folder('Family/Holidays', 'other', random(9), random),
    ],
    queue: [],
    waited: [],
    unfiled: random(4) === 0 ? [began - random(8) * minute] : [],
    twins: 0,
    quota: { used: random(94), limit: 100 },
    isGmail: random(3) === 0,
    isConnected: random(2) === 0,
    isSilent: false,
    isCalm,
  }
  for (let turns = 3 + random(12); turns > 0; turns -= 1) happen(pair, random, began)
  return pair
}

const pick = <T>(all: Iterable<T>, random: Random): T | undefined => {
  const list = [...all]
  return list[random(Math.max(1, list.length))]
}

/** One thing that goes on in every mailbox, and is nobody's fault. */
function happen(pair: Pair, random: Random, at: number): void {
  const inbox = inboxOf(pair)
  const uid = pick(inbox.server.keys(), random)
  switch (random(6)) {
    case 0: {
      // Arrived a moment ago; the app may know it already, with all that came before.
      inbox.server.set(inbox.next, at - random(8) * minute)
      inbox.next += 1 + random(2)
      if (random(2) === 0) fetchNew(inbox)
      break
    }
    case 1:
      // Deleted or moved by another device.
      if (uid !== undefined && (!pair.isCalm || inbox.here.has(uid))) inbox.server.delete(uid)
      break
    case 2:
      // Moved here, and not told yet.
      if (!pair.isCalm && uid !== undefined && inbox.here.delete(uid))
        pair.queue.push({ row: pair.queue.length + 1, what: random(2) === 0 ? 'transfer' : 'delete', messages: 1 })
      break
    case 3:
      // Moved here, and told.
      if (uid !== undefined && inbox.here.delete(uid)) inbox.server.delete(uid)
      break
    case 4: {
      const change: QueuedChange = { row: 100 + pair.queue.length, what: 'flags', messages: 1 + random(5) }
      pair.queue.push(change)
      pair.waited.push({ key: `${change.row}`, waited: random(29) * minute, seenAt: at })
      break
    }
    default:
      // Sent, and filed.
      pair.folders[1]?.here.add(pair.folders[1].next)
      pair.folders[1]?.server.set(pair.folders[1].next++, at)
  }
}

function fetchNew({ here, server, isStuck }: Folder): void {
  if (isStuck) return
  const newest = Math.max(0, ...here)
  for (const uid of server.keys()) if (uid > newest) here.add(uid)
}

function localOf(pair: Pair): LocalAccount {
  const own = pair.folders.filter(({ only }) => only !== 'there')
  const folders = own.map(({ path, use, here }): LocalFolder => {
    const ranges = foldUids([...here])
    const uids = use === 'inbox' ? { highestUid: ranges.at(-1)?.[1] ?? 0, uids: { from: 1, ranges } } : {}
    const partOf = pair.isGmail && use === 'inbox' ? { partOf: '[Gmail]/All Mail' } : {}
    return { path, use, messages: here.size, ...uids, ...partOf }
  })
  const unfiled = pair.unfiled.map((sent, row) => ({ row, sent }))
  const twins = Array.from({ length: pair.twins }, (_, at) => ({ uids: [at * 2 + 1, at * 2 + 2] }))
  return { account: 'a', folders, queue: pair.queue, unfiled, twins }
}

/** As a server tells of it, who is asked no more than `known`. */
function serverOf(pair: Pair, known: ReturnType<typeof knownFoldersOf>): ServerView {
  const folders = pair.folders.flatMap((one): ServerFolder[] => {
    if (one.only === 'here') return []
    const isInbox = one.use === 'inbox'
    const path = isInbox && pair.isGmail ? '[Gmail]/All Mail' : one.path
    const ranges = foldUids([...one.server.keys()])
    const asked = known.find((other) => other.path === path)
    const newer = asked && [...one.server].filter(([uid]) => uid > (asked.highestUid ?? 0))
    const told: ServerFolder = {
      path,
      use: isInbox && !pair.isGmail ? 'inbox' : 'other',
      subscribed: true,
      messages: one.server.size,
      uidNext: isInbox && pair.restart !== undefined ? pair.restart : one.next,
      ...(asked && { uids: { from: asked.uids.from, ranges: uidsFrom(ranges, asked.uids.from) } }),
      ...(newer && { arrived: newer.slice(0, 20).map(([uid, at]) => ({ uid, at })) }),
      ...(path === '[Gmail]/All Mail' && { isPicked: true as const }),
      ...one.more,
    }
    return isInbox && pair.isGmail
      ? [told, { path: 'INBOX', use: 'inbox', subscribed: true, messages: 3, uidNext: 900 }]
      : [told]
  })
  return { folders, quota: pair.quota }
}

function look(pair: Pair, at: number): SyncDifference[] {
  const local = localOf(pair)
  const here = differencesHere(local, at, pair.waited)
  if (pair.isSilent) return here
  const between = differencesBetween(local, serverOf(pair, knownFoldersOf(local)), at)
  return [...here, ...(pair.isConnected ? whileConnected(between) : between)]
}

/** Both looks, as `checkSync` takes them. */
function found(pair: Pair, random: Random): string[] {
  const first = look(pair, began)
  for (let turns = random(8); turns > 0; turns -= 1) happen(pair, random, began + minute)
  if (first.length === 0) return []
  return seenTwice(first, look(pair, began + minute)).map(({ is }) => is)
}

/** Numbers that are the same in every run. */
function randomFrom(seed: number): Random {
  let state = seed + 1
  return (below) => {
    // Numerical Recipes' linear congruential generator; its high bits are the good ones.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

test('of a thousand healthy pairs nothing is told', () => {
  const told: string[] = []
  for (let seed = 0; seed < 1_000; seed += 1) {
    const random = randomFrom(seed)
    const pair = healthyPair(random)
    if (random(10) === 0) pair.isSilent = true
    told.push(...found(pair, random).map((is) => `${seed}: ${is}`))
  }
  expect(told).toEqual([])
})

test('nor of any pair that chance makes up', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const random = randomFrom(seed)
      expect(found(healthyPair(random), random)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

/** New mail of so many minutes ago that the app does not get to know. */
function unseen(pair: Pair, count: number, minutes: number, step = 1): void {
  const inbox = inboxOf(pair)
  fetchNew(inbox)
  for (let n = 0; n < count; n += 1) {
    inbox.server.set(inbox.next, began - minutes * minute)
    inbox.next += step
  }
  // Whatever comes meanwhile, it does not get to know either.
  inbox.isStuck = true
}

/** Mail between what is known that the app has no row of. */
function hole(pair: Pair, from: number, count: number): void {
  const inbox = inboxOf(pair)
  const known = [...inbox.server.keys()].filter((uid) => inbox.here.has(uid)).sort((one, other) => one - other)
  // The newest stay, so that it lies between.
  for (const uid of known.slice(0, -3).slice(from, from + count)) inbox.here.delete(uid)
}

function waits(pair: Pair, what: QueuedChange['what'], minutes: number): void {
  pair.queue.unshift({ row: 9_000, what, messages: 1 })
  pair.waited.push({ key: what === 'folder' ? 'folder:9000' : '9000', waited: minutes * minute, seenAt: began })
}

function add(pair: Pair, path: string, only: 'here' | 'there', more: Partial<ServerFolder> = {}): void {
  pair.folders.push({ ...folder(path, 'other', 4, () => 1, more), only })
}

function sentElsewhere(pair: Pair, path: string): void {
  const [, own] = pair.folders
  if (own) Object.assign(own, { only: 'here', here: new Set([1, 2]) })
  add(pair, path, 'there', { use: 'sent' })
}

const [alone, linked] = [false, true].map((isConnected) => (pair: Pair) => Object.assign(pair, { isConnected })) as [
  (pair: Pair) => Pair,
  (pair: Pair) => Pair,
]
const numberAnew = (pair: Pair, restart: number) => Object.assign(inboxOf(pair), { server: new Map() }) && { restart }

const faults: readonly [what: string, is: SyncDifference['is'], plant: (pair: Pair) => void, busy?: true][] = [
  ['one new message of eleven minutes ago', 'inbox-behind', (pair) => unseen(alone(pair), 1, 11)],
  ['a handful of them, of hours ago', 'inbox-behind', (pair) => unseen(alone(pair), 5, 180)],
  ['with numbers left out between them', 'inbox-behind', (pair) => unseen(alone(pair), 5, 30, 7)],
  ['more than the server tells the times of', 'inbox-behind', (pair) => unseen(alone(pair), 60, 30)],
  ['while others are moved', 'inbox-behind', (pair) => unseen(alone(pair), 60, 30), true],
  ['of Gmail', 'inbox-behind', (pair) => unseen(Object.assign(alone(pair), { isGmail: true }), 3, 30)],
  ['a connection that has died', 'dead-idle-connection', (pair) => unseen(linked(pair), 1, 11)],
  ['the same, with much behind it', 'dead-idle-connection', (pair) => unseen(linked(pair), 70, 600), true],
  ['to Gmail', 'dead-idle-connection', (pair) => unseen(Object.assign(linked(pair), { isGmail: true }), 2, 45)],
  ['one message missing in the list', 'index-damaged', (pair) => hole(pair, 5, 1)],
  ['a stretch of them', 'index-damaged', (pair) => hole(pair, 4, 12)],
  ['the oldest', 'index-damaged', (pair) => hole(pair, 0, 2)],
  ['two stretches', 'index-damaged', (pair) => [hole(pair, 2, 2), hole(pair, 8, 3)]],
  ['of Gmail’s All Mail', 'index-damaged', (pair) => hole(Object.assign(pair, { isGmail: true }), 3, 2)],
  ['numbers that begin anew', 'renumbered', (pair) => Object.assign(pair, numberAnew(pair, 4))],
  ['numbers that begin anew in an empty inbox', 'renumbered', (pair) => Object.assign(pair, numberAnew(pair, 1))],
  ['a folder that is gone there', 'folder-missing', (pair) => add(pair, 'Club', 'here')],
  ['one within another', 'folder-missing', (pair) => add(pair, 'Club/2026/Minutes', 'here')],
  ['one with a name in another script', 'folder-missing', (pair) => add(pair, 'Café ☕', 'here')],
  ['one that can hold no mail there', 'folder-missing', (pair) => blockFolder(pair)],
  ['one called nearly as another', 'folder-missing', (pair) => add(pair, 'Family/Holiday', 'here')],
  ['a folder that is not shown', 'folder-not-shown', (pair) => add(pair, 'Invoices', 'there')],
  [
    'one that nobody subscribed to',
    'folder-not-shown',
    (pair) => add(pair, 'Invoices', 'there', { subscribed: false }),
  ],
  ['one below the inbox', 'folder-not-shown', (pair) => add(pair, 'INBOX/Invoices', 'there')],
  ['another folder for what is sent', 'sent-folder-elsewhere', (pair) => sentElsewhere(pair, 'Sent')],
  ['one with a German name', 'sent-folder-elsewhere', (pair) => sentElsewhere(pair, 'Gesendet')],
  ['a copy that is not filed', 'sent-not-saved', (pair) => pair.unfiled.push(began - 11 * minute)],
  ['several, the last a moment ago', 'sent-not-saved', (pair) => pair.unfiled.push(began - 90 * minute, began)],
  ['one, while the server is silent', 'sent-not-saved', (pair) => leaveUnfiled(pair)],
  ['one message that was sent twice', 'sent-twice', (pair) => Object.assign(pair, { twins: 1 })],
  ['every message twice', 'sent-twice', (pair) => Object.assign(pair, { twins: 40 })],
  ['a flag that is not told', 'changes-not-leaving', (pair) => waits(pair, 'flags', 31)],
  ['a message that is moved here only', 'changes-not-leaving', (pair) => waits(pair, 'transfer', 45)],
  ['a folder that was renamed here only', 'changes-not-leaving', (pair) => waits(pair, 'folder', 300)],
  ['a nearly full mailbox', 'server-lacks-room', (pair) => Object.assign(pair, { quota: { used: 95, limit: 100 } })],
  [
    'one that is over its limit',
    'server-lacks-room',
    (pair) => Object.assign(pair, { quota: { used: 11, limit: 10 } }),
  ],
]

function blockFolder(pair: Pair): void {
  const [, , , own] = pair.folders
  if (own) Object.assign(own, { here: new Set([1]), more: { isOnlyParent: true } })
}

function leaveUnfiled(pair: Pair): void {
  pair.unfiled.push(began - 20 * minute)
  pair.isSilent = true
}

test('there are thirty faults and more, of every kind', () => {
  expect(faults.length).toBeGreaterThanOrEqual(30)
  expect(new Set(faults.map(([, is]) => is))).toEqual(new Set(differenceKinds))
})

test.each(faults)('%s: %s', (_, is, plant, isBusy) => {
  for (let seed = 0; seed < 50; seed += 1) {
    const random = randomFrom(seed)
    const pair = healthyPair(random, isBusy !== true)
    plant(pair)
    expect(found(pair, random), `seed ${seed}`).toContain(is)
  }
})
