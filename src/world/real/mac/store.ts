import type Database from 'better-sqlite3'
import type { ForeignDatabase, ReadResult, SqlValue } from '../../../core/mac-powers.ts'
import { Unknown } from '../../../core/probe.ts'
import { say } from '../../../core/sentence.ts'
import { type OpenedDatabase, openForReading } from './store-opening.ts'
import { readFailureBecause } from './why-unseen.ts'

const mostRows = 100_000

/**
 * A database of another program; its version tells also when the file was replaced by another. It blocks: only to be used
 * in the thread. `copies`: the folder for a private copy.
 */
export function openForeignDatabase(path: string, copies: string): ReadResult<ForeignDatabase> {
  try {
    return { seen: true, value: new OpenStore(path, copies) }
  } catch (error) {
    return readFailureBecause(error)
  }
}

class OpenStore implements ForeignDatabase {
  readonly #path: string
  readonly #copies: string
  #opened: OpenedDatabase
  #generation = 0
  readonly #statements = new Map<string, Database.Statement>()

  constructor(path: string, copies: string) {
    this.#path = path
    this.#copies = copies
    this.#opened = openForReading(path, copies)
  }

  columns(table: string): readonly string[] {
    return this.#reading(() => {
      const made = this.#prepared("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ? COLLATE NOCASE").get(
        table,
      )
      if (!made || /^\s*CREATE\s+VIRTUAL/i.test(textOf(made, 'sql'))) return []
      return this.#prepared('SELECT name FROM pragma_table_info(?)')
        .all(table)
        .map((row) => textOf(row, 'name'))
    })
  }

  rows(sql: string, ...values: readonly SqlValue[]): readonly Readonly<Record<string, SqlValue>>[] {
    return this.#reading(() => {
      const found: Record<string, SqlValue>[] = []
      for (const row of this.#prepared(sql).iterate(...values)) {
        if (found.length === mostRows) break
        found.push(valuesOf(row))
      }
      return found
    })
  }

  plan(sql: string): readonly string[] {
    return this.#reading(() => {
      const nothing = Array.from(sql.matchAll(/\?/g), () => null)
      return this.#prepared(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...nothing)
        .map((row) => textOf(row, 'detail'))
    })
  }

  version(): number {
    return this.#reading(() => {
      if (this.#opened.identityNow() !== this.#opened.identity) this.#openAnew()
      return this.#generation * 2 ** 32 + Number(this.#opened.database.pragma('data_version', { simple: true }))
    })
  }

  close() {
    this.#statements.clear()
    this.#opened.close()
  }

  #openAnew() {
    const opened = openForReading(this.#path, this.#copies)
    this.close()
    this.#opened = opened
    this.#generation += 1
  }

  #prepared(sql: string): Database.Statement {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.#opened.database.prepare(sql).safeIntegers(true)
    this.#statements.set(sql, statement)
    return statement
  }

  #reading<T>(read: () => T): T {
    try {
      return read()
    } catch (error) {
      throw new Unknown(sentences[readFailureBecause(error).why], { cause: error })
    }
  }
}

const sentences = {
  missing: say('The mail app has moved its store away.'),
  forbidden: say('This Mac does not allow the mail store to be read.'),
  locked: say('The mail app is busy with its store.'),
  damaged: say('The mail store is damaged.'),
  'too-large': say('The mail store is too large to be read.'),
  uncopied: say('The mail store has to be copied to be read, and there is no room or no place for the copy.'),
  failed: say('The mail store is laid out in a way that is not known.'),
} as const

function textOf(row: unknown, column: string): string {
  const value = typeof row === 'object' && row !== null ? Reflect.get(row, column) : undefined
  return typeof value === 'string' ? value : ''
}

function valuesOf(row: unknown): Record<string, SqlValue> {
  const cells = Object.entries(row as Record<string, SqlValue>)
  return Object.fromEntries(cells.map(([name, value]) => [name, narrow(value)]))
}

/** Beyond 2^53 a number would be another number. */
function narrow(value: SqlValue): SqlValue {
  const small = typeof value === 'bigint' && BigInt.asIntN(53, value) === value
  return small ? Number(value) : value
}
