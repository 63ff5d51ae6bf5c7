import { createHash } from 'node:crypto'
import type { DatabaseTask, ForeignDatabase } from '../core/mac-powers.ts'
import { plainCount } from '../core/quantities.ts'
import { urlShape } from './url-shape.ts'

/** How many tables, and a fingerprint of them and their columns: equal where two stores are built alike. */
export interface SchemaShape {
  readonly tables: number
  readonly fingerprint: string
}

export function schemaShapeOf(store: ForeignDatabase): SchemaShape {
  const names = store.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
  const tables = names.map(({ name }) => String(name)).sort()
  const built = tables.map((table) => `${table}(${store.columns(table).join(',')})`)
  const fingerprint = createHash('sha256').update(built.join('\n')).digest('hex').slice(0, 12)
  return { tables: tables.length, fingerprint }
}

export function outboxesIn(store: ForeignDatabase): string {
  const urls = store.rows('SELECT url FROM mailboxes LIMIT 5000').map(({ url }) => String(url))
  const shapes = new Set(urls.filter((url) => /out(going|box)|sortan/i.test(url)).map(urlShape))
  const dates = store.columns('messages').filter((column) => column.includes('date'))
  return `${[...shapes].slice(0, 8).join(', ') || 'no outbox'} among ${plainCount(urls.length, 'mailbox', 'mailboxes')}; ${dates.join(', ')}`
}

export function markColumnsIn(store: ForeignDatabase): string {
  const marks = store.columns('Mail').filter((column) => /status|sent|download|folder|priority/i.test(column))
  return marks.join(', ') || 'no table of messages'
}

export function columnsIn(store: ForeignDatabase, table: string): string {
  return store.columns(table).join(', ') || 'no such table'
}

const module = import.meta.url

export const schemaShapeTask: DatabaseTask<undefined, SchemaShape> = { module, read: schemaShapeOf }
export const outboxesTask: DatabaseTask<string, string> = { module, read: outboxesIn }
export const markColumnsTask: DatabaseTask<string, string> = { module, read: markColumnsIn }
/** Given the name of a table. */
export const columnsTask: DatabaseTask<string, string> = { module, read: columnsIn }
