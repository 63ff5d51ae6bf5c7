import type { ForeignDatabase } from '../../core/mac-powers.ts'
import { harmless } from '../../core/text.ts'
import { cellText, type IndexColumns, isIndexedSearch } from './columns.ts'
import type { OutboxRow } from './outbox-rows.ts'

/** RFC 5321 §4.5.3.1.3: a path is no longer, brackets and colon included. */
const longest = 256
const byId = 'SELECT address FROM addresses WHERE ROWID = ?'
// Rows without their partner occur, and are left out. CROSS keeps this order.
const ofMessage = `SELECT a.address AS address FROM recipients r CROSS JOIN addresses a ON a.ROWID = r.address
  WHERE r.message = ? LIMIT 2000`

/** Who sends a message and to whom; kept in memory only. */
export interface Correspondents {
  sender?: string
  recipients?: readonly string[]
}

/** Looks up addresses by keys and indexes only; what they do not lead to stays unknown. */
export class Addresses {
  readonly #store: ForeignDatabase
  readonly #recipients: boolean

  constructor(store: ForeignDatabase, columns: IndexColumns) {
    this.#store = store
    this.#recipients = columns.has('recipients', 'message', 'address') && isIndexedSearch(store, ofMessage)
  }

  of({ rowId, senderId }: OutboxRow): Correspondents {
    const [sender] = senderId === undefined ? [] : this.#addresses(byId, senderId)
    return {
      ...(sender && { sender }),
      ...(this.#recipients && { recipients: this.#addresses(ofMessage, rowId) }),
    }
  }

  #addresses(sql: string, id: number): string[] {
    return this.#store.rows(sql, id).flatMap(({ address }) => {
      const text = cellText(address)
      return text === undefined ? [] : [harmless(text, longest)]
    })
  }
}
