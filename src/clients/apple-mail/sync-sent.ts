import type { SentTwins, UnfiledCopy } from '../../core/local-sync.ts'
import type { ForeignDatabase, SqlValue } from '../../core/mac-powers.ts'
import type { Instant } from '../../core/time.ts'
import { safeInteger } from '../store-kit/safe-integer.ts'
import { cellText, type IndexColumns, isIndexedSearch } from './columns.ts'
import { indexInstantOf } from './moment.ts'

/** The newest messages of Sent: what is older was filed, or nobody waits for it any more. */
const newest = 300
/** A message that was just sent may have no date of arrival yet. */
const undated = 50

const picked = 'ROWID AS id, message_id, global_message_id, remote_id, date_sent, deleted'
const inFolder = `SELECT ${picked} FROM messages WHERE mailbox = ?`
const dated = `${inFolder} AND date_received IS NOT NULL ORDER BY date_received DESC LIMIT ${newest}`
const withoutDate = `${inFolder} AND date_received IS NULL LIMIT ${undated}`
const header = 'SELECT message_id_header AS header FROM message_global_data WHERE ROWID = ?'

/**
 * Of the newest messages of a Sent folder: which have no number of the server, and which stand there twice. `undefined`
 * where this index does not tell, or only by walking through everything.
 */
export function sentCopies(
  store: ForeignDatabase,
  columns: IndexColumns,
  mailbox: number,
  at: Instant,
): { unfiled: UnfiledCopy[]; twins: SentTwins[] } | undefined {
  const able = columns.has('messages', 'remote_id', 'message_id', 'global_message_id', 'date_received')
  if (!able || !isIndexedSearch(store, dated) || !isIndexedSearch(store, withoutDate)) return undefined
  const all = [...store.rows(dated, mailbox), ...store.rows(withoutDate, mailbox)]
  const rows = all.filter(({ deleted }) => safeInteger(deleted) === 0)
  const hasHeader = columns.has('message_global_data', 'rowid', 'message_id_header')
  const filed = new Set(rows.flatMap((row) => (row.remote_id === null ? [] : (hashOf(row) ?? []))))
  const unfiled = rows.flatMap((row) => {
    const id = safeInteger(row.id)
    // The server has the same message by another row: somebody else has filed it.
    if (id === undefined || row.remote_id !== null || filed.has(hashOf(row) ?? '')) return []
    const [found] = hasHeader ? store.rows(header, row.global_message_id ?? null) : []
    const messageId = checkedMessageId(cellText(found?.header))
    return [{ row: id, ...sentOf(row, at), ...(messageId !== undefined && { messageId }) }]
  })
  return { unfiled: unfiled.toSorted((one, other) => one.row - other.row), twins: twinsAmong(rows, at) }
}

type Row = Readonly<Record<string, SqlValue>>

/** Of the Message-ID; a message without one has 0. */
function hashOf({ message_id: hash }: Row): string | undefined {
  return hash === undefined || hash === null || String(hash) === '0' ? undefined : String(hash)
}

function twinsAmong(rows: readonly Row[], at: Instant): SentTwins[] {
  const alike = new Map<string, Row[]>()
  for (const row of rows) {
    const hash = hashOf(row)
    if (row.remote_id === null || hash === undefined) continue
    alike.set(hash, [...(alike.get(hash) ?? []), row])
  }
  return [...alike.values()].flatMap((same) => {
    const uids = [...new Set(same.flatMap((row) => safeInteger(row.remote_id) ?? []))]
    return uids.length > 1 ? [{ uids, ...sentOf(same[0] ?? {}, at) }] : []
  })
}

/** Only what may be said to a server as it is. */
function checkedMessageId(header: string | undefined): string | undefined {
  return header !== undefined && /^<[\x21-\x3d\x3f-\x7e]{1,250}>$/.test(header) ? header : undefined
}

function sentOf(row: Row, at: Instant): { sent?: Instant } {
  const moment = indexInstantOf(safeInteger(row.date_sent), at)
  return moment === undefined ? {} : { sent: moment }
}
