import type { DatabaseTask, Files, ForeignDatabase, ForeignDatabaseHandle } from '../../core/mac-powers.ts'
import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import type { Instant } from '../../core/time.ts'
import { type IndexReading, readIndex, UnknownLayout } from './envelope-index.ts'
import type { FolderNames } from './mailbox-url.ts'
import { fileFailureSentence, type ReadOrReason, storeFailureSentence } from './read-or-reason.ts'
import { findIndex } from './store-folder.ts'

const name = say('Mail’s index')

/** What one look at the index gave; `changed`: when Mail last wrote into it. */
export interface IndexSnapshot {
  reading: IndexReading
  changed: Instant
}

interface Given {
  at: Instant
  names: FolderNames
  /** Of the store as it was read last. */
  version?: number
  before?: Pick<IndexReading, 'sent' | 'sentAt'>
}

type Found =
  | { is: 'read'; version: number; reading: IndexReading }
  | { is: 'unchanged' }
  | { is: 'lost'; why: Sentence }

/** Reads the index anew where Mail has written into it. Runs where stores are read. */
export function readIndexIfChanged(store: ForeignDatabase, { at, names, version: last, before }: Given): Found {
  try {
    // Asked before reading: what is committed meanwhile is read next time.
    const version = store.version()
    if (before && last === version) return { is: 'unchanged' }
    return { is: 'read', version, reading: readIndex(store, at, names, before) }
  } catch (error) {
    return { is: 'lost', why: troubleOf(error) }
  }
}

interface Open {
  path: string
  store: ForeignDatabaseHandle
  version?: number
  names?: FolderNames
}

const reading: DatabaseTask<Given, Found> = { module: import.meta.url, read: readIndexIfChanged }

/** Mail's index as it is looked at again and again: kept open, and read anew only when Mail has written. */
export class EnvelopeIndexReader {
  #open: Open | undefined
  #last: IndexReading | undefined

  /** `names`: what the accounts call their folders; the same object for as long as they say the same. */
  async look(files: Files, at: Instant, names: FolderNames, signal: AbortSignal): Promise<ReadOrReason<IndexSnapshot>> {
    const found = await findIndex(files, signal)
    if (!found.seen) return this.#lost(fileFailureSentence(name, found.why))
    const { path, changed } = found.value
    if (this.#open?.path !== path) {
      this.close()
      const opened = await files.store(path, signal)
      if (!opened.seen) return this.#lost(fileFailureSentence(name, opened.why))
      this.#open = { path, store: opened.value }
    }
    try {
      const why = await this.#read(this.#open, at, names, signal)
      if (why !== undefined) return this.#lost(why)
    } catch (error) {
      signal.throwIfAborted()
      return this.#lost(troubleOf(error))
    }
    return this.#last
      ? { seen: true, value: { reading: this.#last, changed } }
      : this.#lost(fileFailureSentence(name, 'failed'))
  }

  close() {
    this.#open?.store.close()
    this.#open = undefined
  }

  /** Why it could not be read. */
  async #read(open: Open, at: Instant, names: FolderNames, signal: AbortSignal): Promise<Sentence | undefined> {
    // With other names, nothing that was read before holds.
    const same = open.names === names
    const { sent, sentAt } = (same && this.#last) || {}
    const before = sentAt !== undefined && { before: { sentAt, ...(sent && { sent }) } }
    const given = { at, names, ...(open.version !== undefined && { version: open.version }), ...before }
    const found = await open.store.ask(reading, given, signal)
    if (found.is === 'lost') return found.why
    if (found.is === 'read') {
      this.#last = found.reading
      open.version = found.version
      open.names = names
    }
    return undefined
  }

  #lost(why: Sentence): ReadOrReason<never> {
    this.close()
    return { seen: false, why }
  }
}

function troubleOf(error: unknown): Sentence {
  if (error instanceof UnknownLayout)
    return say('{subject} is laid out in a way not known here: no {lacks}.', {
      subject: name,
      lacks: verbatim(error.lacks),
    })
  return storeFailureSentence(name, error)
}
