import type { ForeignDatabase } from '../../core/mac-powers.ts'
import { harmless } from '../../core/text.ts'
import { safeInteger } from '../store-kit/safe-integer.ts'
import { cellText, type IndexColumns, isIndexedSearch } from './columns.ts'

/** Read of one subject; what is shown of it is shorter. */
const longest = 1_000
// The prefix stands apart: `Re: `.
const ofMessage = (prefix: string) => `SELECT ${prefix} AS prefix, subject FROM messages WHERE ROWID = ?`
const byId = `SELECT substr(subject, 1, ${longest}) AS subject FROM subjects WHERE ROWID = ?`

/** The subjects of messages, for the panel only. For want of one, no outbox goes unseen. */
export class SubjectTexts {
  readonly #store: ForeignDatabase
  readonly #ofMessage: string
  readonly #able: boolean

  constructor(store: ForeignDatabase, columns: IndexColumns) {
    this.#store = store
    this.#ofMessage = ofMessage(columns.has('messages', 'subject_prefix') ? 'substr(subject_prefix, 1, 50)' : 'NULL')
    this.#able = columns.has('subjects', 'subject') && isIndexedSearch(store, byId)
  }

  of(rowId: number): string | undefined {
    if (!this.#able) return undefined
    try {
      const [message] = this.#store.rows(this.#ofMessage, rowId)
      const id = safeInteger(message?.subject)
      const subject = id === undefined ? undefined : cellText(this.#store.rows(byId, id)[0]?.subject)
      return subject && harmless(`${cellText(message?.prefix) ?? ''}${subject}`)
    } catch {
      // A message is shown without its subject rather than not at all.
      return undefined
    }
  }
}
