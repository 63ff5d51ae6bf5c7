import { isFiling, type LocalAccount, type LocalFolder, lateCopies } from '../core/local-sync.ts'
import type { KnownFolder, ServerFolder, ServerView } from '../core/server-view.ts'
import type { SyncDifference, WaitedChange } from '../core/sync-report.ts'
import type { Instant, Millis } from '../core/time.ts'
import { countUids, uidsFrom, uidsWithout } from '../core/uid-ranges.ts'
import { folderWithPath, specialFolderCalled } from '../knowledge/special-folders.ts'

/** Mail apps look every quarter of an hour at the latest; what just came is nobody's fault. */
const arrivalPatience: Millis = 10 * 60_000
const nearlyFull = 0.95
/** Mail apps keep changes back for up to that long by themselves. */
const leavingPatience: Millis = 30 * 60_000

/** What the store of the mail app alone shows. `waited`: its queue, as long as it was watched. */
export function differencesHere(
  { unfiled, twins, queue }: LocalAccount,
  at: Instant,
  waited: readonly WaitedChange[] = [],
): SyncDifference[] {
  const longest = Math.max(0, ...waited.map((one) => one.waited))
  const late = lateCopies(unfiled, at).map(({ sent }) => sent)
  const isQueued = queue.some((change) => isFiling(change))
  return [
    ...(late.length > 0
      ? [
          {
            is: 'sent-not-saved' as const,
            messages: late.length,
            since: Math.min(...late),
            ...(isQueued && { isQueued }),
          },
        ]
      : []),
    ...(twins.length > 0 ? [{ is: 'sent-twice' as const, messages: twins.length }] : []),
    ...(longest > leavingPatience
      ? [
          {
            is: 'changes-not-leaving' as const,
            changes: waited.filter((one) => one.waited > leavingPatience).length,
            waited: longest,
          },
        ]
      : []),
  ]
}

/** What shows only beside the server. Sets are compared, and never counts: those differ for many good reasons. */
export function differencesBetween(local: LocalAccount, { folders, quota }: ServerView, at: Instant): SyncDifference[] {
  return [
    ...ofInbox(local, folders, at),
    ...foldersMissing(local, folders),
    ...foldersNotShown(local, folders),
    ...sentElsewhere(local, folders),
    ...(quota && quota.limit > 0 && quota.used >= quota.limit * nearlyFull
      ? [{ is: 'server-lacks-room' as const, ...quota }]
      : []),
  ]
}

function ofInbox(local: LocalAccount, folders: readonly ServerFolder[], at: Instant): SyncDifference[] {
  const { here, there } = inboxes(local, folders)
  if (!here || !there) return []
  const newest = here.highestUid ?? 0
  if (there.uidNext !== undefined && newest >= there.uidNext) return [{ is: 'renumbered' }]
  // Who has just begun to fetch an account is not behind.
  if (!here.uids || !there.uids || newest === 0) return []
  const missing = uidsWithout(there.uids.ranges, here.uids.ranges)
  const arrivals = (there.arrived ?? []).filter(({ uid }) => uid > newest)
  const arrived = arrivals.filter(({ at: since }) => since <= at - arrivalPatience)
  const newer = uidsFrom(missing, newest + 1)
  const between = uidsWithout(missing, newer)
  // What the app moves or deletes is gone here before the server hears of it, the newest too.
  const moved = movedAway(local)
  return [
    ...(arrived.length > 0 && countUids(newer) - (arrivals.length - arrived.length) > moved
      ? [
          {
            is: 'inbox-behind' as const,
            messages: countUids(newer),
            since: Math.min(...arrived.map(({ at: since }) => since)),
          },
        ]
      : []),
    ...(countUids(between) > moved ? [{ is: 'index-damaged' as const, messages: countUids(between) }] : []),
  ]
}

function movedAway({ queue }: LocalAccount): number {
  const moves = queue.filter(({ what }) => what === 'transfer' || what === 'delete' || what === 'other')
  return moves.reduce((sum, { messages }) => sum + messages, 0)
}

/** A folder that was just made or renamed is not known to the server by its name yet. */
const isRenaming = ({ queue }: LocalAccount) => queue.some(({ what }) => what === 'folder')

function foldersMissing(local: LocalAccount, folders: readonly ServerFolder[]): SyncDifference[] {
  if (isRenaming(local)) return []
  return local.folders.flatMap((one): SyncDifference[] => {
    if (one.use === 'inbox' || !one.messages || isForLater(one)) return []
    const there = folderWithPath(one.path, folders, ({ path }) => path)
    return there && !there.isOnlyParent ? [] : [{ is: 'folder-missing', folder: one.path }]
  })
}

/** An account's own outbox, and what is to be sent later, are the app's alone. */
function isForLater({ path }: LocalFolder): boolean {
  const name = path.split('/').at(-1) ?? ''
  return specialFolderCalled(name) === 'outbox' || name === 'SendLater'
}

function foldersNotShown(local: LocalAccount, folders: readonly ServerFolder[]): SyncDifference[] {
  if (isRenaming(local)) return []
  return folders.flatMap(({ path, messages, isPicked, use, subscribed }): SyncDifference[] => {
    // Of Sent, Drafts and Trash an app may use others; those are told by themselves.
    if (!messages || isPicked || use !== 'other') return []
    if (folderWithPath(path, local.folders, (one) => one.path)) return []
    return [{ is: 'folder-not-shown', folder: path, subscribed }]
  })
}

function sentElsewhere(local: LocalAccount, folders: readonly ServerFolder[]): SyncDifference[] {
  const own = local.folders.filter(({ use, messages }) => use === 'sent' && messages)
  const marked = folders.filter(({ use, isGuessed }) => use === 'sent' && !isGuessed)
  const [folder, server] = [own[0], marked[0]]
  if (!folder || !server) return []
  const isShared = own.some(({ path }) => folderWithPath(path, marked, (one) => one.path))
  return isShared ? [] : [{ is: 'sent-folder-elsewhere', folder: folder.path, server: server.path }]
}

/** What of both looks is the same: mail that is on its way is seen once, and not again a while later. */
export function seenTwice(first: readonly SyncDifference[], second: readonly SyncDifference[]): SyncDifference[] {
  return second.filter((one) => first.some((other) => keyOf(one) === keyOf(other)))
}

function keyOf(difference: SyncDifference): string {
  const is = difference.is === 'dead-idle-connection' ? 'inbox-behind' : difference.is
  return JSON.stringify([is, 'folder' in difference ? difference.folder : ''])
}

/** An app that is connected waits for word of new mail, and has missed it: the connection is dead, and nobody noticed. */
export function whileConnected(differences: readonly SyncDifference[]): SyncDifference[] {
  return differences.map((one) => (one.is === 'inbox-behind' ? { ...one, is: 'dead-idle-connection' } : one))
}

/** INBOX on both sides. Where the app only picks it from another folder, as Gmail's from All Mail, that one. */
function inboxes(local: LocalAccount, folders: readonly ServerFolder[]) {
  const here = local.folders.find(({ use }) => use === 'inbox')
  const there =
    here?.partOf === undefined
      ? folders.find(({ use }) => use === 'inbox')
      : folderWithPath(here.partOf, folders, ({ path }) => path)
  return { here, there }
}

/** What the server is to be asked about: where new mail comes in, with what the app knows of it. */
export function knownFoldersOf({ folders }: LocalAccount): KnownFolder[] {
  const inbox = folders.find(({ use }) => use === 'inbox')
  if (!inbox?.uids) return []
  const { path, partOf, messages, highestUid, uids } = inbox
  return [
    {
      path: partOf ?? path,
      uids,
      ...(highestUid !== undefined && { highestUid }),
      ...(messages !== undefined && partOf === undefined && { messages }),
    },
  ]
}

/** Whether it can be told at all if new mail is missing. */
export function isInboxCompared(local: LocalAccount, { folders }: ServerView): boolean {
  const { here, there } = inboxes(local, folders)
  if (!here || !there) return false
  const newest = here.highestUid ?? 0
  if (there.uidNext !== undefined && newest >= there.uidNext) return true
  if (newest === 0 && there.messages !== 0) return false
  if (here.uids && there.uids) return true
  // The server was not asked for more, since its numbers are the app's.
  return here.uids !== undefined && there.uidNext === newest + 1 && there.messages === here.messages
}
