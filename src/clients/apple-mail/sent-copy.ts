import type { ForeignDatabase, SqlValue } from '../../core/mac-powers.ts'
import type { Instant } from '../../core/time.ts'
import { isPlausibleDate, momentOf } from '../moment.ts'
import { safeInteger } from '../store-kit/safe-integer.ts'
import { type IndexColumns, isIndexedSearch } from './columns.ts'
import type { Mailboxes } from './mailboxes.ts'
import type { OutboxRow } from './outbox-rows.ts'

/** The copy carries the date of the message, in seconds; this is for a clock that was set in between. */
const apart = 600
/** It is filed when the message has left, which may be long after it was written. Further on nobody looks. */
const filedWithin = 14 * 86_400
/** Copies of one subject that are compared. */
const maxCopies = 100
const mostRecipients = 2_000

// The plus signs keep SQLite from indexes on which thousands of messages agree.
const select = 'SELECT ROWID AS id, mailbox, date_sent FROM messages WHERE mailbox = ?'
const alike = `+subject = ? AND +deleted = 0 LIMIT ${maxCopies}`
const candidates = `${select} AND date_received BETWEEN ? AND ? AND ${alike}`
/** Mail leaves the date empty at times. */
const undated = `${select} AND date_received IS NULL AND ${alike}`
const recipients = `SELECT address FROM recipients WHERE message = ? LIMIT ${mostRecipients}`
const labels = 'SELECT mailbox_id FROM labels WHERE message_id = ?'

/**
 * Whether a copy already stands in Sent: same subject, same recipients, same date. Not the same Message-ID, which Mail
 * may change when it sends. `undefined` wherever not having found one is no proof that there is none: it cannot be looked
 * up by index, a Sent folder is not known that it could stand in, the message or what may be its copy has no date, or it
 * may have been filed where nobody looked.
 */
export class SentCopies {
  readonly #store: ForeignDatabase
  readonly #at: Instant
  readonly #mailboxes: Mailboxes
  readonly #sent: ReadonlySet<number>
  readonly #places: readonly number[]
  readonly #labels: boolean
  readonly #able: boolean

  constructor(store: ForeignDatabase, columns: IndexColumns, mailboxes: Mailboxes, at: Instant) {
    this.#store = store
    this.#at = at
    this.#mailboxes = mailboxes
    this.#sent = new Set(mailboxes.ids('sent'))
    this.#labels = columns.has('labels', 'message_id', 'mailbox_id') && isIndexedSearch(store, labels)
    // Gmail keeps every message in one folder and says by a label that it was sent.
    this.#places = [...this.#sent, ...(this.#labels ? mailboxes.ids('gmail') : [])]
    const known = this.#sent.size > 0 && columns.has('recipients', 'message', 'address')
    this.#able = known && [candidates, undated, recipients].every((sql) => isIndexedSearch(store, sql))
  }

  has({ rowId, subject, sent, mailbox }: OutboxRow): boolean | undefined {
    const date = this.#dateOf(sent)
    if (!this.#able || subject === undefined || date === undefined) return undefined
    const to = this.#recipients(rowId)
    // Without recipients, every message of that subject would be like this one.
    if (to === undefined || to === '') return undefined
    const filed = [date - apart, Math.max(date, Math.min(date + filedWithin, this.#now + apart))] as const
    const lists = this.#places.flatMap((place) => [
      this.#store.rows(candidates, place, ...filed, subject),
      this.#store.rows(undated, place, subject),
    ])
    const likenesses = lists.flat().map((row) => this.#isCopy(row, date, to))
    if (likenesses.includes(true)) return true
    if (likenesses.includes(undefined) || lists.some(({ length }) => length === maxCopies)) return undefined
    if (this.#now > date + filedWithin) return undefined
    const outbox = this.#mailboxes.get(mailbox)
    return outbox && this.#mailboxes.knowsSentOf(outbox) ? false : undefined
  }

  get #now(): number {
    return Math.ceil(this.#at / 1_000)
  }

  /** In whole seconds. A date that is none, or that a clock ahead has left, leads to no copy. */
  #dateOf(sent: number | undefined): number | undefined {
    const moment = momentOf(sent, this.#at, apart * 1_000)
    return moment === undefined ? undefined : Math.round(moment / 1_000)
  }

  /** `undefined`: nothing but its date could tell, and it has none. */
  #isCopy(row: Readonly<Record<string, SqlValue>>, date: number, to: string): boolean | undefined {
    const [id, place, copied] = [safeInteger(row.id), safeInteger(row.mailbox), safeInteger(row.date_sent)]
    if (id === undefined || place === undefined) return undefined
    const isDated = copied !== undefined && isPlausibleDate(copied)
    if (isDated && Math.abs(copied - date) > apart) return false
    if (!this.#isSent(id, place) || this.#recipients(id) !== to) return false
    return isDated ? true : undefined
  }

  #isSent(id: number, mailbox: number): boolean {
    if (this.#sent.has(mailbox)) return true
    return this.#labels && this.#store.rows(labels, id).some((row) => this.#sent.has(safeInteger(row.mailbox_id) ?? -1))
  }

  /** `undefined`: there are more than are read. */
  #recipients(id: number): string | undefined {
    const addresses = this.#store.rows(recipients, id).map(({ address }) => String(address))
    return addresses.length < mostRecipients ? [...new Set(addresses)].sort().join(' ') : undefined
  }
}
