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
