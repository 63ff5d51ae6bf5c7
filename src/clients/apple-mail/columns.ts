import type { ForeignDatabase, SqlValue } from '../../core/mac-powers.ts'

/** Without these nothing can be said about the outbox; everything else may be missing. */
const required: Readonly<Record<string, readonly string[]>> = {
  messages: ['rowid', 'mailbox', 'subject', 'sender', 'deleted', 'date_sent', 'date_received', 'size'],
  mailboxes: ['rowid', 'url'],
  subjects: ['rowid'],
  addresses: ['rowid', 'address'],
}

/** What this version's index has; Apple moves columns about within one folder version. */
export class IndexColumns {
  readonly #store: ForeignDatabase
  readonly #known = new Map<string, ReadonlySet<string>>()

  constructor(store: ForeignDatabase) {
    this.#store = store
  }

  has(table: string, ...columns: readonly string[]): boolean {
    let known = this.#known.get(table)
    if (!known) {
      known = new Set(this.#store.columns(table).map((column) => column.toLowerCase()))
      this.#known.set(table, known)
    }
    return columns.every((column) => known.has(column.toLowerCase()))
  }

  /** The first `table.column` that is required and not there. */
  missing(): string | undefined {
    const names = Object.entries(required).flatMap(([table, columns]) =>
      columns.map((column) => [table, column] as const),
    )
    const lacking = names.find(([table, column]) => !this.has(table, column))
    return lacking?.join('.')
  }

  /** The column, or NULL under its name where this index has none. */
  orNull(table: string, column: string): string {
    return this.has(table, column) ? column : `NULL AS ${column}`
  }
}

/** The text of a cell, or `undefined`. */
export function cellText(value: SqlValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** Whether a statement finds its rows by an index or a key, without walking through or sorting a table. */
export function isIndexedSearch(store: ForeignDatabase, sql: string): boolean {
  const plan = store.plan(sql)
  return plan.length > 0 && plan.every((line) => !/\bSCAN\b|TEMP B-TREE/.test(line))
}
