import type { LocalFolder } from '../../core/local-sync.ts'
import type { ForeignDatabase, SqlValue } from '../../core/mac-powers.ts'
import { foldUids } from '../../core/uid-ranges.ts'
import { safeInteger } from '../store-kit/safe-integer.ts'
import { cellText, type IndexColumns, isIndexedSearch } from './columns.ts'

/** How to learn which UIDs of a mailbox Mail knows; each is led to its rows by an index. */
export interface UidQueries {
  highest: string
  newest: string
}

const ofServer: UidQueries = {
  highest: 'SELECT max(remote_id) AS uid FROM server_messages WHERE mailbox = ?',
  newest: 'SELECT remote_id AS uid FROM server_messages WHERE mailbox = ? ORDER BY remote_id DESC LIMIT ?',
}
/** Older builds have no picture of the server beside the messages. */
const ofMessages: UidQueries = {
  highest: 'SELECT max(remote_id) AS uid FROM messages WHERE remote_mailbox = ?',
  newest: 'SELECT remote_id AS uid FROM messages WHERE remote_mailbox = ? ORDER BY remote_id DESC LIMIT ?',
}

/** `undefined` where Mail's index gives no UIDs without walking through everything. */
export function uidQueries(store: ForeignDatabase, columns: IndexColumns): UidQueries | undefined {
  const able = ({ highest, newest }: UidQueries) => isIndexedSearch(store, highest) && isIndexedSearch(store, newest)
  if (columns.has('server_messages', 'mailbox', 'remote_id') && able(ofServer)) return ofServer
  if (columns.has('messages', 'remote_mailbox', 'remote_id') && able(ofMessages)) return ofMessages
  return undefined
}

export interface CountedMailbox {
  messages?: number
  unread?: number
  /** The mailbox whose messages this one picks by a label. */
  source?: number
}

/** What the table of the mailboxes counts itself, by ROWID. */
export function countedMailboxes(store: ForeignDatabase, columns: IndexColumns): Map<number, CountedMailbox> {
  const of = (column: string) => columns.orNull('mailboxes', column)
  const sql = `SELECT ROWID AS id, ${of('total_count')}, ${of('deleted_count')}, ${of('unread_count')}, ${of('source')} FROM mailboxes LIMIT 20000`
  return new Map(store.rows(sql).map((row) => [safeInteger(row.id) ?? -1, counted(row)]))
}

function counted(row: Readonly<Record<string, SqlValue>>): CountedMailbox {
  const [total, unread, source] = [row.total_count, row.unread_count, row.source].map((cell) => safeInteger(cell))
  const messages = total === undefined ? undefined : Math.max(0, total - (safeInteger(row.deleted_count) ?? 0))
  return {
    ...(messages !== undefined && { messages }),
    ...(unread !== undefined && { unread }),
    ...(source !== undefined && { source }),
  }
}

/** The highest UID of every mailbox, by its ROWID: one seek each. */
export function highestUids(store: ForeignDatabase, { highest }: UidQueries): Map<number, number> {
  const one = highest.replace('?', 'b.ROWID')
  const rows = store.rows(`SELECT b.ROWID AS id, (${one}) AS highest FROM mailboxes b LIMIT 20000`)
  return new Map(
    rows.flatMap((row) => {
      const [id, uid] = [safeInteger(row.id), safeInteger(row.highest)]
      return id === undefined || uid === undefined ? [] : [[id, uid] as const]
    }),
  )
}

/** The UIDs of a mailbox as ranges, so many at the most, the highest first. They come in one cell: rows of their own are slow. */
export function knownUids(
  store: ForeignDatabase,
  { newest }: UidQueries,
  mailbox: number,
  most: number,
): NonNullable<LocalFolder['uids']> {
  const [row] = store.rows(`SELECT json_group_array(uid) AS uids FROM (${newest})`, mailbox, most)
  const listed: unknown = JSON.parse(cellText(row?.uids) ?? '[]')
  const uids = Array.isArray(listed) ? listed.filter((uid) => typeof uid === 'number' && Number.isSafeInteger(uid)) : []
  const ranges = foldUids(uids)
  // All of them where there are fewer than were asked for.
  return { from: uids.length < most ? 1 : (ranges[0]?.[0] ?? 1), ranges }
}
