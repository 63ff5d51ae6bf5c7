import { join } from 'node:path'
import type { Files, ForeignDatabase, ForeignDatabaseHandle } from '../../src/core/mac-powers.ts'
import { openForeignDatabase } from '../../src/world/real/mac/store.ts'
import { temporaryFolder } from '../../src/world/real/temporary.ts'

/** The same files, whose stores are read in this thread, so that a test can see what they are asked. */
export function storesHere(
  files: Files,
  home: string,
  wrap: (store: ForeignDatabase, path: string) => ForeignDatabase,
): Files {
  return {
    ...files,
    store: async (path) => {
      const opened = openForeignDatabase(join(home, path.slice(2)), temporaryFolder(home))
      return opened.seen ? { seen: true, value: askedHere(wrap(opened.value, path)) } : opened
    },
  }
}

function askedHere(store: ForeignDatabase): ForeignDatabaseHandle {
  return { ask: async (reading, given) => reading.read(store, structuredClone(given)), close: () => store.close() }
}

/** The same, and how each question to Mail's index is answered: its plan, by the question. */
export function explainedIndex(files: Files, home: string): { files: Files; plans: Map<string, readonly string[]> } {
  const plans = new Map<string, readonly string[]>()
  const isIndex = (path: string) => path.endsWith('Index')
  return { files: storesHere(files, home, (one, path) => (isIndex(path) ? explained(one, plans) : one)), plans }
}

function explained(store: ForeignDatabase, plans: Map<string, readonly string[]>): ForeignDatabase {
  return {
    columns: (table) => store.columns(table),
    plan: (sql) => store.plan(sql),
    version: () => store.version(),
    close: () => store.close(),
    rows: (sql, ...values) => {
      plans.set(sql, store.plan(sql))
      return store.rows(sql, ...values)
    },
  }
}
