import type { DatabaseTask, Files, ForeignDatabase, ForeignDatabaseHandle, ReadResult } from '../../core/mac-powers.ts'
import { wordsOf } from '../../core/sentence.ts'
import type { Instant, Millis } from '../../core/time.ts'
import { safeInteger } from '../store-kit/safe-integer.ts'
import { type OutlookAccountRow, outlookAccountRows } from './account-rows.ts'
import { unreadReasonOf } from './failure-sentences.ts'
import { type OutlookFolders, readFolders } from './folders.ts'
import { type CopyPlaces, copyPlacesOf } from './message-copies.ts'
import type { OutboxMemory } from './outbox-memory.ts'
import { holdsNoMail, maxOutboxRows, storeOutboxRows } from './outbox-rows.ts'
import { traceVanished, type WaitedBefore } from './returned.ts'
import { largestSentInStore } from './sent-folder.ts'
import { filledText, type SqlRow, wholeNumberOrUnfit } from './table.ts'

export type FolderSize = { messages: number; bytes: number }

/** What one look into Outlook.sqlite gave; each part may fail by itself. */
export interface OutlookStoreRead {
  outbox: ReadResult<OutboxRead>
  accounts: ReadResult<readonly OutlookAccountRow[]>
  /** Missing where it could not be told. */
  remains?: { mail: boolean; placeholders: boolean }
  sent?: FolderSize
  /** `user_version`: 2490368 ("schema 38") in 16.103. */
  schema?: number
  /** The sidecar file with the switches of the whole app. */
  mainPath?: SqlRow[string]
}

export interface OutboxRead {
  rows: readonly SqlRow[]
  /** There are more than were read. */
  more: boolean
  /** Numbers of accounts by the record of their outbox. */
  owners: ReadonlyMap<number, number | undefined>
  /** Where else a message stands, by its record. */
  copies: ReadonlyMap<number, CopyPlaces>
  /** Numbers of accounts whose Sent folder the store knows; 0 is On My Computer. */
  sentKnown: ReadonlySet<number>
  /** Records that came back from the outbox into Drafts. */
  returned: readonly number[]
}

/** Weighing a large folder takes long enough to be done seldom. */
const weightKept: Millis = 6 * 60 * 60_000

/** What is remembered from look to look, handed there and back. */
interface Remembered {
  waited: readonly WaitedBefore[]
  vanished: readonly WaitedBefore[]
  weight?: { value: FolderSize | 'unknown'; at: Instant; key: string }
}

interface Given extends Remembered {
  at: Instant
  /** Of the store as it was read last. */
  version?: number
}

type Found =
  | { is: 'read'; version: number; look: OutlookStoreRead; remembered: Remembered }
  | { is: 'unchanged' }
  | { is: 'lost'; trouble: Extract<ReadResult<never>, { seen: false }> }

/** Reads the store anew where Outlook has written into it. Runs where stores are read. */
export function readStoreIfChanged(store: ForeignDatabase, { at, version: last, ...before }: Given): Found {
  const version = attempt(() => store.version())
  if (!version.seen) return { is: 'lost', trouble: version }
  if (last === version.value) return { is: 'unchanged' }
  const remembered = { ...before }
  return { is: 'read', version: version.value, look: storeLook(store, remembered, at), remembered }
}

const reading: DatabaseTask<Given, Found> = { module: import.meta.url, read: readStoreIfChanged }

/** Looks into Outlook.sqlite. It stays open between looks, and is not read again while nothing was written to it. */
export class OutlookStoreReader {
  readonly #memory: OutboxMemory
  #weight: Remembered['weight']
  #open: { path: string; store: ForeignDatabaseHandle } | undefined
  #last: { version: number; look: OutlookStoreRead } | undefined

  constructor(memory: OutboxMemory) {
    this.#memory = memory
  }

  async look(path: string, files: Files, at: Instant, signal: AbortSignal): Promise<ReadResult<OutlookStoreRead>> {
    const opened = await this.#opened(path, files, signal)
    if (!opened.seen) return opened
    try {
      return this.#lookOf(await opened.value.ask(reading, this.#given(at), signal))
    } catch (error) {
      signal.throwIfAborted()
      this.close()
      return troubleOf(error)
    }
  }

  close() {
    this.#open?.store.close()
    this.#open = undefined
    this.#last = undefined
  }

  #given(at: Instant): Given {
    const { waited, vanished } = this.#memory
    const version = this.#last && { version: this.#last.version }
    return { at, waited, vanished, ...(this.#weight && { weight: this.#weight }), ...version }
  }

  #lookOf(found: Found): ReadResult<OutlookStoreRead> {
    if (found.is === 'unchanged' && this.#last) return { seen: true, value: this.#last.look }
    if (found.is !== 'read') {
      this.close()
      return found.is === 'lost' ? found.trouble : { seen: false, why: 'failed' }
    }
    const { look, version, remembered } = found
    this.#memory.waited = remembered.waited
    this.#memory.vanished = remembered.vanished
    this.#weight = remembered.weight
    if (isWhole(look)) this.#last = { version, look }
    else this.close()
    return { seen: true, value: look }
  }

  async #opened(path: string, files: Files, signal: AbortSignal): Promise<ReadResult<ForeignDatabaseHandle>> {
    if (this.#open?.path === path) return { seen: true, value: this.#open.store }
    this.close()
    const opened = await files.store(path, signal)
    if (opened.seen) this.#open = { path, store: opened.value }
    return opened
  }
}

/** What failed now may succeed at the next look. */
function isWhole({ outbox, accounts, remains }: OutlookStoreRead): boolean {
  return outbox.seen && accounts.seen && remains !== undefined
}

function storeLook(store: ForeignDatabase, memory: Remembered, at: Instant): OutlookStoreRead {
  const folders = attempt(() => readFolders(store))
  const placeholders = folders.seen && folders.value.placeholders
  const remains = attempt(() => ({ mail: !holdsNoMail(store), placeholders }))
  const weight = folders.seen ? attempt(() => weightOf(store, folders.value, memory, at)) : folders
  const schema = attempt(() => safeInteger(store.rows('PRAGMA user_version')[0]?.user_version))
  const main = attempt(() => store.rows('SELECT PathToDataFile FROM Main LIMIT 1')[0]?.PathToDataFile)
  return {
    outbox: folders.seen ? attempt(() => outboxLook(store, folders.value, memory, at)) : folders,
    accounts: attempt(() => outlookAccountRows(store)),
    ...(remains.seen && { remains: remains.value }),
    ...(weight.seen && weight.value !== 'unknown' && { sent: weight.value }),
    ...(schema.seen && schema.value !== undefined && { schema: schema.value }),
    ...(main.seen && main.value && { mainPath: main.value }),
  }
}

function outboxLook(store: ForeignDatabase, folders: OutlookFolders, memory: Remembered, at: Instant): OutboxRead {
  const found = storeOutboxRows(store, folders.outboxes)
  const rows = found.slice(0, maxOutboxRows)
  const waiting = rows.map((row) => ({
    record: wholeNumberOrUnfit(row.Record_RecordID, 'A message'),
    messageId: filledText(row.Message_MessageID),
  }))
  const { returned, vanished } = traceVanished(store, folders, memory, { waiting, at })
  const copies = copyPlacesOf(store, folders, waiting)
  memory.waited = waiting.map((one) => ({ ...one, at }))
  memory.vanished = vanished
  return {
    rows,
    more: found.length > rows.length,
    owners: new Map(folders.outboxes.map(({ id, account }) => [id, account])),
    copies,
    sentKnown: new Set(folders.sent.flatMap(({ account }) => account ?? [])),
    returned,
  }
}

function weightOf(
  store: ForeignDatabase,
  { sent }: OutlookFolders,
  memory: Remembered,
  at: Instant,
): FolderSize | 'unknown' {
  const key = String(sent.map(({ id }) => id))
  const { weight } = memory
  const known = weight?.key === key && at >= weight.at && at < weight.at + weightKept
  memory.weight = known ? weight : { value: largestSentInStore(store, sent) ?? 'unknown', at, key }
  return memory.weight.value
}

function attempt<T>(read: () => T): ReadResult<T> {
  try {
    return { seen: true, value: read() }
  } catch (error) {
    return troubleOf(error)
  }
}

function troubleOf(error: unknown): Extract<ReadResult<never>, { seen: false }> {
  return { seen: false, why: unreadReasonOf(error), ...(error instanceof Error && { detail: wordsOf(error) }) }
}
