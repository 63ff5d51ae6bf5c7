import type { ImapFlow } from 'imapflow'
import type { UidRange } from '../../../../core/local-sync.ts'
import type { KnownFolder, ServerFolder } from '../../../../core/server-view.ts'
import type { Instant } from '../../../../core/time.ts'
import { foldUids, lowestOf, readUidSet, uidSet, uidsFrom, uidsWithout } from '../../../../core/uid-ranges.ts'
import type { ListedFolder } from './view-folders.ts'

/** A folder of 100,000 messages with every fifth gone. */
const mostRanges = 20_000
/** Of what came after all that is known, so many are asked how long they have been there: the oldest. */
const mostDated = 20

/**
 * The UIDs of a folder from the asker's first on, and since when the server has those beyond the asker's last. Nothing where
 * the folder's numbers say that both have the same, or the server does not tell.
 */
export async function viewUids(
  imap: ImapFlow,
  { pathThere, folder }: ListedFolder,
  known: KnownFolder,
): Promise<Pick<ServerFolder, 'uids' | 'arrived'>> {
  if (folder.isOnlyParent || isTheSame(folder, known)) return {}
  // EXAMINE: nothing that is \Recent or unread is so no less afterwards.
  await imap.mailboxOpen(pathThere, { readOnly: true })
  const ranges = await search(imap, known.uids.from)
  if (!ranges) return {}
  const missing = uidsWithout(ranges, known.uids.ranges)
  const uids = { from: known.uids.from, ranges }
  const oldest = lowestOf(uidsFrom(missing, (known.highestUid ?? 0) + 1), mostDated)
  return oldest.length === 0 ? { uids } : { uids, arrived: await arrivalsOf(imap, oldest) }
}

/** As many messages, and the newest is one that is known: no more can be asked for less. */
function isTheSame({ messages, uidNext }: ServerFolder, known: KnownFolder): boolean {
  return messages !== undefined && messages === known.messages && uidNext === (known.highestUid ?? 0) + 1
}

/** A set, numbers where the server knows no ESEARCH (RFC 4731), or nothing. `n:*` always means the last one, too. */
async function search(imap: ImapFlow, from: number): Promise<UidRange[] | undefined> {
  const found: unknown = await imap.search({ uid: `${from}:*` }, { uid: true, returnOptions: ['ALL', 'COUNT'] })
  if (Array.isArray(found)) return uidsFrom(foldUids(found.filter(Number.isSafeInteger)), from)
  if (typeof found !== 'object' || found === null) return undefined
  const { all, count } = found as { all?: string; count?: number }
  if (all === undefined) return count === 0 ? [] : undefined
  const read = readUidSet(all, mostRanges)
  return read && uidsFrom(read, from)
}

async function arrivalsOf(imap: ImapFlow, uids: readonly number[]): Promise<{ uid: number; at: Instant }[]> {
  const set = uidSet(foldUids(uids))
  const messages = await imap.fetchAll(set, { uid: true, internalDate: true }, { uid: true })
  return messages.flatMap(({ uid, internalDate }) => {
    const at = internalDate === undefined ? Number.NaN : new Date(internalDate).getTime()
    return uids.includes(uid) && Number.isFinite(at) ? [{ uid, at }] : []
  })
}
