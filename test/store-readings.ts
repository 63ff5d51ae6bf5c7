import type { Reading, Store } from '../src/core/mac.ts'

/** Questions to a store that only tests ask. */
const module = import.meta.url

export function readColumns(store: Store, table: string) {
  return store.columns(table)
}

export function readRows(store: Store, sql: string) {
  return store.rows(sql)
}

export function readVersion(store: Store) {
  return store.version()
}

/** Holds the thread for good. */
export function readForEver(): number {
  for (let turns = 0; ; turns += 1) if (turns < 0) return turns
}

/** Holds the thread for so many milliseconds. */
export function readSlowly(store: Store, ms: number): number {
  for (const end = performance.now() + ms; performance.now() < end; ) store.version()
  return ms
}

export const columns: Reading<string, readonly string[]> = { module, read: readColumns }
export const rows: Reading<string, readonly unknown[]> = { module, read: readRows }
export const version: Reading<undefined, number> = { module, read: readVersion }
export const forEver: Reading<undefined, number> = { module, read: readForEver }
export const holding: Reading<number, number> = { module, read: readSlowly }
