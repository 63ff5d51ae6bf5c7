import type { DatabaseTask, ForeignDatabase } from '../src/core/mac-powers.ts'

/** Questions to a store that only tests ask. */
const module = import.meta.url

export function readColumns(store: ForeignDatabase, table: string) {
  return store.columns(table)
}

export function readRows(store: ForeignDatabase, sql: string) {
  return store.rows(sql)
}

export function readVersion(store: ForeignDatabase) {
  return store.version()
}

/** Holds the thread for good. */
export function readForEver(): number {
  for (let turns = 0; ; turns += 1) if (turns < 0) return turns
}

/** Holds the thread for so many milliseconds. */
export function readSlowly(store: ForeignDatabase, ms: number): number {
  for (const end = performance.now() + ms; performance.now() < end; ) store.version()
  return ms
}

export const columns: DatabaseTask<string, readonly string[]> = { module, read: readColumns }
export const rows: DatabaseTask<string, readonly unknown[]> = { module, read: readRows }
export const version: DatabaseTask<undefined, number> = { module, read: readVersion }
export const forEver: DatabaseTask<undefined, number> = { module, read: readForEver }
export const holding: DatabaseTask<number, number> = { module, read: readSlowly }
