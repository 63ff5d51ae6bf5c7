import type { ForeignDatabase, SqlValue } from '../../core/mac-powers.ts'
import { safeInteger } from '../store-kit/safe-integer.ts'
import { type IndexColumns, isIndexedSearch } from './columns.ts'
import { Damaged } from './damaged.ts'
import type { Mailboxes } from './mailboxes.ts'

/** A row of the outbox, as the index has it. Moments in seconds, as they stand there. */
export interface OutboxRow {
  rowId: number
  mailbox: number
  messageId: string
  subject: number | undefined
  senderId: number | undefined
  sent: number | undefined
  received: number | undefined
  size: number | undefined
  flags: bigint
  sendLater: number | undefined
}

export interface OutboxRows {
  rows: readonly OutboxRow[]
  /** There may be more: an outbox is larger than what is read of it, or no index leads to its older rows. */
  more: boolean
}

/** Messages read of one outbox. */
const maxRows = 1_000
/** How far back the rows are gone through where no index leads to them; 20,000 take about 10 ms. */
const furtherBack = 20_000
/** As a check on the index, which damage may have cut short. */
const littleBack = 2_000
/** The plus keeps SQLite from going by an index on `deleted`, which nearly every message shares. */
const inOutbox = 'mailbox = ? AND +deleted = 0'
const newest = `SELECT ROWID AS id FROM messages NOT INDEXED WHERE ROWID > ? AND ${inOutbox} LIMIT ${maxRows}`

/** Every message of the outboxes and of Send Later that is not deleted. */
export function indexOutboxRows(store: ForeignDatabase, columns: IndexColumns, mailboxes: Mailboxes): OutboxRows {
  const places = mailboxes.ids('outbox', 'send-later')
  if (places.length === 0) return { rows: [], more: false }
  const reader = new RowReader(store, columns)
  const last = safeInteger(store.rows('SELECT max(ROWID) AS last FROM messages')[0]?.last ?? 0) ?? 0
  if (!isIndexedSearch(store, reader.byMailbox)) {
    const ids = places.flatMap((place) => idsOf(store.rows(newest, last - furtherBack, place)))
    return { rows: ids.flatMap((id) => reader.row(id)), more: last > furtherBack }
  }
  const version = store.version()
  const found = places.map((place) => reader.rows(place))
  const ids = new Set(found.flat().map(({ rowId }) => rowId))
  const complete = found.every((rows) => rows.length < maxRows)
  const recent = places.flatMap((place) => idsOf(store.rows(newest, last - littleBack, place)))
  // What Mail has written in between is no disagreement.
  if (complete && recent.some((id) => !ids.has(id)) && store.version() === version) throw new Damaged()
  return { rows: found.flat(), more: !complete }
}

function idsOf(rows: readonly Row[]): number[] {
  return rows.flatMap(({ id }) => safeInteger(id) ?? [])
}

type Row = Readonly<Record<string, SqlValue>>

class RowReader {
  readonly byMailbox: string
  readonly #byId: string
  readonly #store: ForeignDatabase
  readonly #later: string | undefined

  constructor(store: ForeignDatabase, columns: IndexColumns) {
    this.#store = store
    const optional = ['message_id', 'flags', 'global_message_id'].map((name) => columns.orNull('messages', name))
    const select = `SELECT ROWID AS id, mailbox, subject, sender, date_sent, date_received, size, ${optional.join(', ')}
      FROM messages`
    this.byMailbox = `${select} WHERE ${inOutbox} LIMIT ${maxRows}`
    this.#byId = `${select} WHERE ROWID = ?`
    if (columns.has('message_global_data', 'rowid', 'send_later_date'))
      this.#later = 'SELECT send_later_date FROM message_global_data WHERE ROWID = ?'
  }

  rows(mailbox: number): OutboxRow[] {
    return this.#store.rows(this.byMailbox, mailbox).map((row) => this.#read(row))
  }

  row(id: number): OutboxRow[] {
    return this.#store.rows(this.#byId, id).map((row) => this.#read(row))
  }

  #read(row: Row): OutboxRow {
    const [rowId, mailbox] = [safeInteger(row.id), safeInteger(row.mailbox)]
    if (rowId === undefined || mailbox === undefined) throw new Damaged()
    return {
      rowId,
      mailbox,
      messageId: String(row.message_id ?? 0),
      subject: safeInteger(row.subject),
      senderId: safeInteger(row.sender),
      sent: seconds(row.date_sent),
      received: seconds(row.date_received),
      size: safeInteger(row.size),
      flags: bits(row.flags),
      sendLater: this.#sendLater(safeInteger(row.global_message_id)),
    }
  }

  #sendLater(globalId: number | undefined): number | undefined {
    if (globalId === undefined || this.#later === undefined) return undefined
    return seconds(this.#store.rows(this.#later, globalId)[0]?.send_later_date)
  }
}

/** Whole seconds, or with a fraction. */
function seconds(value: SqlValue | undefined): number | undefined {
  const number = typeof value === 'bigint' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

/** `flags` exceeds 32 bits, where the operators of numbers go wrong. */
function bits(value: SqlValue | undefined): bigint {
  if (typeof value === 'bigint') return value
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : 0n
}
