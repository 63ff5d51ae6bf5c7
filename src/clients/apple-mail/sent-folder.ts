import type { ForeignDatabase } from '../../core/mac-powers.ts'
import { safeInteger } from '../store-kit/safe-integer.ts'
import { type IndexColumns, isIndexedSearch } from './columns.ts'
import type { Mailboxes } from './mailboxes.ts'

/** Messages whose sizes are summed up; beyond them, the newest ones stand for all. */
const weighed = 2_000

export interface SentFolder {
  messages: number
  /** Of the messages, as sent; what lies on the disk may be less. */
  bytes: number
}

/** The largest Sent folder; `undefined` where there is none or where counting would mean to walk through everything. */
export function largestSentInIndex(
  store: ForeignDatabase,
  columns: IndexColumns,
  mailboxes: Mailboxes,
): SentFolder | undefined {
  // A Gmail account keeps its messages elsewhere and labels them.
  const ways = [filed, ...(columns.has('labels', 'message_id', 'mailbox_id') ? [labelled] : [])]
  const able = ways.filter(({ count, sizes }) => isIndexedSearch(store, count) && isIndexedSearch(store, sizes))
  const folders = mailboxes.ids('sent').flatMap((id) => able.map((way) => weigh(store, way, id)))
  const [first, ...others] = folders
  return others.reduce((one, other) => (one && one.messages >= other.messages ? one : other), first)
}

interface Way {
  count: string
  sizes: string
}

const filed: Way = {
  count: 'SELECT count(*) AS messages FROM messages WHERE mailbox = ?',
  sizes: `SELECT size FROM messages WHERE mailbox = ? ORDER BY date_received DESC LIMIT ${weighed}`,
}
const labelled: Way = {
  count: 'SELECT count(*) AS messages FROM labels WHERE mailbox_id = ?',
  sizes: `SELECT m.size AS size FROM labels l CROSS JOIN messages m ON m.ROWID = l.message_id
    WHERE l.mailbox_id = ? ORDER BY l.message_id DESC LIMIT ${weighed}`,
}

function weigh(store: ForeignDatabase, { count, sizes }: Way, id: number): SentFolder {
  const messages = safeInteger(store.rows(count, id)[0]?.messages) ?? 0
  const known = store.rows(sizes, id).map(({ size }) => Math.max(0, safeInteger(size) ?? 0))
  const sum = known.reduce((total, size) => total + size, 0)
  const share = known.length > 0 ? Math.max(1, messages / known.length) : 0
  return { messages, bytes: Math.round(sum * share) }
}
