import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LocalAccount, LocalFolder, UidRange } from '../../src/core/local-sync.ts'
import { render } from '../../src/core/render.ts'
import type { ServerFolder, ServerView } from '../../src/core/server-view.ts'
import type { SyncDifference } from '../../src/core/sync-report.ts'
import { countUids, foldUids, uidsFrom, uidsWithout } from '../../src/core/uid-ranges.ts'
import {
  differencesBetween,
  differencesHere,
  isInboxCompared,
  knownFoldersOf,
  seenTwice,
} from '../../src/sync/differences.ts'
import { tellDifference } from '../../src/sync/tell-difference.ts'

const minute = 60_000
const now = Date.parse('2026-11-20T10:00:00Z')

const localInbox = (ranges: readonly UidRange[] = [[1, 90]], more: Partial<LocalFolder> = {}): LocalFolder => ({
  path: 'INBOX',
  use: 'inbox',
  messages: countUids(ranges),
  highestUid: ranges.at(-1)?.[1] ?? 0,
  uids: { from: 1, ranges },
  ...more,
})
const serverInbox = (ranges: readonly UidRange[], arrived = 20, more: Partial<ServerFolder> = {}): ServerFolder => ({
  path: 'INBOX',
  use: 'inbox',
  subscribed: true,
  messages: countUids(ranges),
  uidNext: (ranges.at(-1)?.[1] ?? 0) + 1,
  uids: { from: 1, ranges },
  arrived: uidsFrom(ranges, 91).flatMap(([first, last]) =>
    [first, last].map((uid) => ({ uid, at: now - arrived * minute })),
  ),
  ...more,
})
const local = (folders: readonly LocalFolder[], more: Partial<LocalAccount> = {}): LocalAccount => ({
  account: 'a',
  folders,
  queue: [],
  unfiled: [],
  twins: [],
  ...more,
})
const between = (one: LocalAccount, folders: readonly ServerFolder[], more: Partial<ServerView> = {}) =>
  differencesBetween(one, { folders, ...more }, now)
const ids = (all: readonly SyncDifference[]) => all.map(({ is }) => is)

describe('the inbox', () => {
  test('is behind by what came ten minutes ago and more', () => {
    expect(between(local([localInbox()]), [serverInbox([[1, 95]], 20)])).toEqual([
      { is: 'inbox-behind', messages: 5, since: now - 20 * minute },
    ])
    expect(between(local([localInbox()]), [serverInbox([[1, 95]], 9)])).toEqual([])
  })

  test('is not said to be behind where the server does not tell when something came', () => {
    expect(between(local([localInbox()]), [serverInbox([[1, 95]], 20, { arrived: [] })])).toEqual([])
  })

  test('is not behind by the newest, where the app has just moved as many away', () => {
    const moved = (messages: number) => ({ queue: [{ row: 1, what: 'transfer' as const, messages }] })
    expect(between(local([localInbox()], moved(5)), [serverInbox([[1, 95]], 300)])).toEqual([])
    expect(ids(between(local([localInbox()], moved(4)), [serverInbox([[1, 95]], 300)]))).toEqual(['inbox-behind'])
  })

  test('misses what lies between messages that are known, unless the app has just moved as many', () => {
    const holes = localInbox([
      [1, 40],
      [44, 90],
    ])
    expect(between(local([holes]), [serverInbox([[1, 90]])])).toEqual([{ is: 'index-damaged', messages: 3 }])
    const moved = (messages: number) => ({ queue: [{ row: 1, what: 'transfer' as const, messages }] })
    expect(between(local([holes], moved(3)), [serverInbox([[1, 90]])])).toEqual([])
    expect(ids(between(local([holes], moved(2)), [serverInbox([[1, 90]])]))).toEqual(['index-damaged'])
    const flags = { queue: [{ row: 1, what: 'flags' as const, messages: 9 }] }
    expect(ids(between(local([holes], flags), [serverInbox([[1, 90]])]))).toEqual(['index-damaged'])
  })

  test('was numbered anew where the app knows numbers that the server has not given yet', () => {
    expect(between(local([localInbox()]), [serverInbox([[1, 30]])])).toEqual([{ is: 'renumbered' }])
  })

  test('may have fewer messages on the server than here: another device has taken some away', () => {
    expect(between(local([localInbox()]), [serverInbox([[80, 90]])])).toEqual([])
  })

  test('of Gmail is compared by the folder that its messages lie in', () => {
    const gmail = local([localInbox([[1, 90]], { partOf: '[Gmail]/All Mail', messages: 12 })])
    const all = { ...serverInbox([[1, 95]]), path: '[Gmail]/All Mail', use: 'other', isPicked: true } as const
    const inbox = { ...serverInbox([[1, 4]]), uids: { from: 1, ranges: [] } }
    expect(knownFoldersOf(gmail)).toEqual([
      { path: '[Gmail]/All Mail', highestUid: 90, uids: { from: 1, ranges: [[1, 90]] } },
    ])
    expect(ids(between(gmail, [inbox, all]))).toEqual(['inbox-behind'])
    expect(isInboxCompared(gmail, { folders: [inbox] })).toBe(false)
  })

  test('that nobody has fetched yet is not behind, and not compared either', () => {
    const empty = local([localInbox([], { highestUid: 0 })])
    expect(between(empty, [serverInbox([[1, 95]], 600)])).toEqual([])
    expect(isInboxCompared(empty, { folders: [serverInbox([[1, 95]])] })).toBe(false)
    expect(isInboxCompared(empty, { folders: [serverInbox([])] })).toBe(true)
  })

  test('counts as compared only where both sides told enough', () => {
    const here = local([localInbox()])
    const { uids: _, ...untold } = serverInbox([[1, 90]])
    const { messages: __, ...uncounted } = untold
    expect(isInboxCompared(here, { folders: [serverInbox([[1, 95]])] })).toBe(true)
    expect(isInboxCompared(here, { folders: [untold] })).toBe(true)
    expect(isInboxCompared(here, { folders: [uncounted] })).toBe(false)
    expect(isInboxCompared(here, { folders: [{ ...untold, messages: 89 }] })).toBe(false)
    expect(isInboxCompared(here, { folders: [] })).toBe(false)
    const { uids: ___, ...unknown } = localInbox()
    expect(isInboxCompared(local([unknown]), { folders: [untold] })).toBe(false)
  })
})

describe('folders', () => {
  const folder = (path: string, messages = 3): LocalFolder => ({ path, use: 'other', messages })
  const there = (path: string, more: Partial<ServerFolder> = {}): ServerFolder => ({
    path,
    use: 'other',
    subscribed: true,
    messages: 3,
    ...more,
  })

  test('are missing on the server, or can hold no mail there', () => {
    expect(between(local([folder('Club')]), [])).toEqual([{ is: 'folder-missing', folder: 'Club' }])
    expect(ids(between(local([folder('Club')]), [there('Club', { isOnlyParent: true })]))).toEqual(['folder-missing'])
  })

  test.each<[string, LocalAccount, readonly ServerFolder[]]>([
    ['a folder without mail', local([folder('Club', 0)]), []],
    ['one of another writing', local([folder('Club/Öffentlich')]), [there('INBOX/club.öffentlich')]],
    ['an account’s own outbox', local([folder('Outbox')]), []],
    ['what is to be sent later', local([folder('SendLater')]), []],
    ['one that was just renamed', local([folder('Club')], { queue: [{ row: 1, what: 'folder', messages: 0 }] }), []],
    ['an empty one on the server', local([]), [there('Club', { messages: 0 })]],
    ['one whose messages were not told', local([]), [{ path: 'Club', use: 'other', subscribed: true }]],
    ['all mail', local([]), [there('[Gmail]/All Mail', { isPicked: true })]],
    ['another trash', local([]), [there('Trash', { use: 'trash' })]],
  ])('say nothing: %s', (_, one, folders) => {
    expect(between(one, folders)).toEqual([])
  })

  test('are not shown though there is mail in them', () => {
    expect(between(local([]), [there('Club', { subscribed: false })])).toEqual([
      { is: 'folder-not-shown', folder: 'Club', subscribed: false },
    ])
  })

  test('two that differ by their letters only are two', () => {
    expect(ids(between(local([folder('Work')]), [there('Work'), there('work')]))).toEqual([])
    expect(ids(between(local([folder('Work'), folder('work')]), [there('Work'), there('work')]))).toEqual([])
  })

  const sent = (path: string): LocalFolder => ({ path, use: 'sent', messages: 4 })
  const marked = (path: string) => there(path, { use: 'sent' })
  test('for what was sent may be two', () => {
    expect(
      between(local([sent('Sent Messages')]), [
        there('Sent Messages', { use: 'sent', isGuessed: true }),
        marked('Sent'),
      ]),
    ).toEqual([{ is: 'sent-folder-elsewhere', folder: 'Sent Messages', server: 'Sent' }])
    expect(between(local([sent('Sent Messages')]), [marked('Sent'), marked('Sent Messages')])).toEqual([])
    expect(between(local([sent('Sent')]), [there('Sent', { use: 'sent', isGuessed: true })])).toEqual([])
  })
})

test('a mailbox is nearly full from 95 in 100 on', () => {
  expect(ids(between(local([]), [], { quota: { used: 95, limit: 100 } }))).toEqual(['server-lacks-room'])
  expect(between(local([]), [], { quota: { used: 94, limit: 100 } })).toEqual([])
  expect(between(local([]), [], { quota: { used: 1, limit: 0 } })).toEqual([])
})

test('copies in Sent are late after ten minutes, and of one without a date nobody knows', () => {
  const unfiled = [{ row: 1, sent: now - 11 * minute }, { row: 2, sent: now - 2 * minute }, { row: 3 }]
  expect(differencesHere(local([], { unfiled }), now)).toEqual([
    { is: 'sent-not-saved', messages: 1, since: now - 11 * minute },
  ])
  const queue = [{ row: 9, what: 'file' as const, messages: 1, into: 'sent' as const }]
  expect(differencesHere(local([], { unfiled, queue }), now)).toMatchObject([{ is: 'sent-not-saved', isQueued: true }])
  const drafts = [{ row: 9, what: 'file' as const, messages: 1, into: 'drafts' as const }]
  expect(differencesHere(local([], { unfiled, queue: drafts }), now)[0]).not.toHaveProperty('isQueued')
  expect(ids(differencesHere(local([], { twins: [{ uids: [1, 2] }] }), now))).toEqual(['sent-twice'])
  expect(differencesHere(local([]), now)).toEqual([])
})

test('only what both looks show is told, as the second one shows it', () => {
  const first: SyncDifference[] = [
    { is: 'inbox-behind', messages: 2, since: 1 },
    { is: 'folder-missing', folder: 'a' },
    { is: 'renumbered' },
  ]
  const second: SyncDifference[] = [
    { is: 'inbox-behind', messages: 3, since: 1 },
    { is: 'folder-missing', folder: 'b' },
  ]
  expect(seenTwice(first, second)).toEqual([{ is: 'inbox-behind', messages: 3, since: 1 }])
})

const uidSets = fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 60 }).map((uids) => foldUids(uids))

test('a thousand healthy pairs, with mail just come, and some taken away by other devices, say nothing', () => {
  const pairs = fc.tuple(uidSets, uidSets, fc.integer({ min: 0, max: 5 }))
  fc.assert(
    fc.property(pairs, ([here, gone, came]) => {
      const next = (here.at(-1)?.[1] ?? 0) + 1
      const stays = uidsWithout(here, gone)
      const there = came > 0 ? [...stays, [next, next + came - 1] as const] : stays
      const arrived = came > 0 ? [{ uid: next, at: now - 5 * minute }] : []
      const server = serverInbox(there, 5, { uidNext: next + came, arrived })
      expect(between(local([localInbox(here)]), [server])).toEqual([])
    }),
    { numRuns: 1_000 },
  )
})

test('each is told in plain words, with what to do', () => {
  const all: SyncDifference[] = [
    { is: 'inbox-behind', messages: 1, since: now },
    { is: 'index-damaged', messages: 2 },
    { is: 'renumbered' },
    { is: 'folder-missing', folder: 'Club' },
    { is: 'folder-not-shown', folder: 'Club', subscribed: true },
    { is: 'folder-not-shown', folder: 'Club', subscribed: false },
    { is: 'sent-folder-elsewhere', folder: 'Sent Messages', server: 'Sent' },
    { is: 'sent-not-saved', messages: 1, since: now },
    { is: 'sent-twice', messages: 1 },
    { is: 'server-lacks-room', used: 9, limit: 10 },
  ]
  const told = all.map((one) => tellDifference(one, 'Mail'))
  expect(new Set(told.map(({ what }) => render(what))).size).toBe(all.length - 1)
  expect(new Set(told.map(({ advice }) => render(advice))).size).toBe(all.length)
  expect(render(told[7]?.advice ?? ({ key: '', args: {} } as never))).toMatch(/^Do not send it again/)
})
