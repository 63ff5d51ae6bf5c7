import Database, { type Statement } from 'better-sqlite3'

/** Read at once: few enough for memory, and enough that asking takes no time. */
const batchRows = 500
/** Of each table, so much of it stays in memory. */
const cacheKib = 1_024

interface KeptRow {
  readonly number: number
  readonly rank: number
  readonly value: string
}

/** Where a row belongs. */
export interface RowPlace {
  /** Finds it again. */
  readonly key?: string
  /** Rows of one shelf are gone through together. */
  readonly shelf?: string
  /** Smaller ones come first; of the same rank, those that were added first. */
  readonly rank?: number
}

/**
 * A list of what there may be millions of, as JSON in a temporary file that has no name and is gone once it is closed:
 * memory holds a little of it, however long it is.
 */
export class DiskRows<Row> {
  readonly #store = new Database('')
  readonly #added: Statement
  readonly #statements = new Map<string, Statement>()
  size = 0

  constructor() {
    this.#store.pragma('journal_mode = OFF')
    this.#store.pragma(`cache_size = -${cacheKib}`)
    // All of it is one transaction that never ends: nobody wants it back.
    this.#store.exec(
      'CREATE TABLE kept (number INTEGER PRIMARY KEY, key TEXT, shelf TEXT, rank REAL, value TEXT) STRICT; BEGIN',
    )
    this.#added = this.#store.prepare('INSERT INTO kept (key, shelf, rank, value) VALUES (?, ?, ?, ?)')
  }

  add(row: Row, { key, shelf = '', rank = 0 }: RowPlace = {}): void {
    this.#added.run(key, shelf, rank, JSON.stringify(row))
    this.size += 1
  }

  /** The one with this key that was added last. */
  get(key: string): Row | undefined {
    if (this.size === 0) return undefined
    const asked = this.#statement(
      'CREATE INDEX by_key ON kept (key) WHERE key IS NOT NULL',
      'SELECT value FROM kept WHERE key = ? ORDER BY number DESC LIMIT 1',
    )
    const found = asked.get(key) as KeptRow | undefined
    return found && (JSON.parse(found.value) as Row)
  }

  /** Rows may be added meanwhile. */
  *inOrder(shelf = ''): Generator<Row> {
    let [rank, number] = [-Number.MAX_VALUE, 0]
    for (;;) {
      const asked = this.#statement(
        'CREATE INDEX by_place ON kept (shelf, rank, number)',
        // As one comparison of both, SQLite would go through all of the same rank each time.
        `SELECT number, rank, value FROM kept WHERE shelf = $shelf AND rank = $rank AND number > $number
         UNION ALL SELECT number, rank, value FROM kept WHERE shelf = $shelf AND rank > $rank
         ORDER BY rank, number LIMIT ${batchRows}`,
      )
      const rows = asked.all({ shelf, rank, number }) as KeptRow[]
      for (const row of rows) {
        ;({ rank, number } = row)
        yield JSON.parse(row.value) as Row
      }
      if (rows.length < batchRows) return
    }
  }

  close(): void {
    this.#store.close()
  }

  /** Made when it is needed first, and its index with it. */
  #statement(index: string, sql: string): Statement {
    const known = this.#statements.get(sql)
    if (known) return known
    this.#store.exec(index)
    const made = this.#store.prepare(sql)
    this.#statements.set(sql, made)
    return made
  }
}
