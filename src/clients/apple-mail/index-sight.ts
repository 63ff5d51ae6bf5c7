import type { Files, Store } from '../../core/mac.ts'
import type { Instant } from '../../core/time.ts'
import { type IndexReading, readIndex, UnknownLayout } from './envelope-index.ts'
import { fileTrouble, type Sight, storeTrouble } from './sight.ts'
import { findIndex } from './store-folder.ts'

const name = 'Mail’s index'

/** What one look at the index gave; `changed`: when Mail last wrote into it. */
export interface IndexLook {
  reading: IndexReading
  changed: Instant
}

/** Mail's index as it is looked at again and again: kept open, and read anew only when Mail has written. */
export class IndexSight {
  #open: { path: string; store: Store; version?: number } | undefined
  #last: IndexReading | undefined

  async look(files: Files, at: Instant, signal: AbortSignal): Promise<Sight<IndexLook>> {
    const found = await findIndex(files, signal)
    if (!found.seen) return this.#lost(fileTrouble(name, found.why))
    const { path, changed } = found.value
    if (this.#open?.path !== path) {
      this.close()
      const opened = await files.store(path, signal)
      if (!opened.seen) return this.#lost(fileTrouble(name, opened.why))
      this.#open = { path, store: opened.value }
    }
    try {
      return { seen: true, value: { reading: this.#read(this.#open, at), changed } }
    } catch (error) {
      return this.#lost(troubleOf(error))
    }
  }

  close() {
    this.#open?.store.close()
    this.#open = undefined
  }

  #read(open: { store: Store; version?: number }, at: Instant): IndexReading {
    // Asked before reading: what is committed meanwhile is read next time.
    const version = open.store.version()
    if (this.#last && open.version === version) return this.#last
    this.#last = readIndex(open.store, at, this.#last)
    open.version = version
    return this.#last
  }

  #lost(why: string): Sight<never> {
    this.close()
    return { seen: false, why }
  }
}

function troubleOf(error: unknown): string {
  if (error instanceof UnknownLayout) return `${name} is laid out in a way not known here: no ${error.lacks}.`
  return storeTrouble(name, error)
}
