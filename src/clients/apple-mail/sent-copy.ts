import type { Store } from '../../core/mac.ts'
import { type Columns, isSearch, whole } from './columns.ts'
import type { Mailboxes } from './mailboxes.ts'
import type { OutboxRow } from './outbox-rows.ts'

/** The copy carries the date of the message, in seconds; this is for a clock that was set in between. */
const apart = 600
/** It is filed when the message has left, which may be long after it was written. */
const filedWithin = 2 * 86_400

// The plus signs keep SQLite from indexes on which thousands of messages agree.
const candidates = `SELECT ROWID AS id, mailbox, date_sent FROM messages
  WHERE mailbox = ? AND date_received BETWEEN ? AND ? AND +subject = ? AND +deleted = 0 LIMIT 100`
const recipients = 'SELECT address FROM recipients WHERE message = ? LIMIT 2000'
const labels = 'SELECT mailbox_id FROM labels WHERE message_id = ?'

/**
 * Whether a copy already stands in Sent: same subject, same recipients, same date. Not the same Message-ID, which Mail
 * may change when it sends. `undefined` where this cannot be looked up by index, or where a Sent folder is not known that
 * it could stand in: not having found it in another account's is no answer.
 */
export class SentCopies {
  readonly #store: Store
  readonly #mailboxes: Mailboxes
  readonly #sent: ReadonlySet<number>
  readonly #places: readonly number[]
  readonly #labels: boolean
  readonly #able: boolean

  constructor(store: Store, columns: Columns, mailboxes: Mailboxes) {
    this.#store = store
    this.#mailboxes = mailboxes
    this.#sent = new Set(mailboxes.ids('sent'))
    this.#labels = columns.has('labels', 'message_id', 'mailbox_id') && isSearch(store, labels)
    // Gmail keeps every message in one folder and says by a label that it was sent.
    this.#places = [...this.#sent, ...(this.#labels ? mailboxes.ids('gmail') : [])]
    const known = this.#sent.size > 0 && columns.has('recipients', 'message', 'address')
    this.#able = known && isSearch(store, candidates) && isSearch(store, recipients)
  }

  has({ rowId, subject, sent, mailbox }: OutboxRow): boolean | undefined {
    if (!this.#able || subject === undefined || sent === undefined) return undefined
    const to = this.#recipients(rowId)
    // Without recipients, every message of that subject would be like this one.
    if (to === '') return undefined
    const date = Math.round(sent)
    const found = this.#places
      .flatMap((place) => this.#store.rows(candidates, place, date - apart, date + filedWithin, subject))
      .some((row) => {
        const [id, place, copied] = [whole(row.id), whole(row.mailbox), whole(row.date_sent)]
        if (id === undefined || place === undefined || copied === undefined) return false
        return Math.abs(copied - date) <= apart && this.#isSent(id, place) && this.#recipients(id) === to
      })
    if (found) return true
    const outbox = this.#mailboxes.get(mailbox)
    return outbox && this.#mailboxes.knowsSentOf(outbox) ? false : undefined
  }

  #isSent(id: number, mailbox: number): boolean {
    if (this.#sent.has(mailbox)) return true
    return this.#labels && this.#store.rows(labels, id).some((row) => this.#sent.has(whole(row.mailbox_id) ?? -1))
  }

  #recipients(id: number): string {
    const addresses = this.#store.rows(recipients, id).map(({ address }) => String(address))
    return [...new Set(addresses)].sort().join(' ')
  }
}
