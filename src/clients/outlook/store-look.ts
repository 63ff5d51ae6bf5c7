import type { Files, Looked, Store } from '../../core/mac.ts'
import type { Instant, Millis } from '../../core/time.ts'
import { type AccountRow, accountRows } from './account-rows.ts'
import { type Place, placesOf } from './copies.ts'
import { type Folders, readFolders } from './folders.ts'
import { Kept, type Memory } from './memory.ts'
import { holdsNoMail, mostMessages, outboxRows } from './outbox-rows.ts'
import { traceVanished } from './returned.ts'
import { largestSentFolder } from './sent-folder.ts'
import { type Row, textOf, whole, wholeOrUnfit } from './table.ts'
import { whyOf } from './trouble.ts'

export type SentWeight = { messages: number; bytes: number }

/** What one look into Outlook.sqlite gave; each part may fail by itself. */
export interface StoreLook {
  outbox: Looked<OutboxLook>
  accounts: Looked<readonly AccountRow[]>
  /** Missing where it could not be told. */
  remains?: { mail: boolean; placeholders: boolean }
  sent?: SentWeight
  /** `user_version`: 2490368 ("schema 38") in 16.103. */
  schema?: number
  /** The sidecar file with the switches of the whole app. */
  mainPath?: Row[string]
}

export interface OutboxLook {
  rows: readonly Row[]
  /** There are more than were read. */
  more: boolean
  /** Numbers of accounts by the record of their outbox. */
  owners: ReadonlyMap<number, number | undefined>
  /** Where else a message stands, by its record. */
  copies: ReadonlyMap<number, ReadonlySet<Place>>
  /** Records that came back from the outbox into Drafts. */
  returned: readonly number[]
}

/** Weighing a large folder takes long enough to be done seldom. */
const weightKept: Millis = 6 * 60 * 60_000

/** Looks into Outlook.sqlite. It stays open between looks, and is not read again while nothing was written to it. */
export class StoreSight {
  readonly #memory: Memory
  readonly #sent = new Kept<SentWeight | 'unknown'>(weightKept)
  #open: { path: string; store: Store } | undefined
  #last: { version: number; look: StoreLook } | undefined

  constructor(memory: Memory) {
    this.#memory = memory
  }

  async look(path: string, files: Files, at: Instant, signal: AbortSignal): Promise<Looked<StoreLook>> {
    const opened = await this.#opened(path, files, signal)
    if (!opened.seen) return opened
    const version = attempt(() => opened.value.version())
    if (version.seen && this.#last?.version === version.value) return { seen: true, value: this.#last.look }
    const look = version.seen ? attempt(() => storeLook(opened.value, this.#memory, at, this.#sent)) : version
    if (!look.seen || !isWhole(look.value)) this.close()
    else if (version.seen) this.#last = { version: version.value, look: look.value }
    return look
  }

  close() {
    this.#open?.store.close()
    this.#open = undefined
    this.#last = undefined
  }

  async #opened(path: string, files: Files, signal: AbortSignal): Promise<Looked<Store>> {
    if (this.#open?.path === path) return { seen: true, value: this.#open.store }
    this.close()
    const opened = await files.store(path, signal)
    if (opened.seen) this.#open = { path, store: opened.value }
    return opened
  }
}

/** What failed now may succeed at the next look. */
function isWhole({ outbox, accounts, remains }: StoreLook): boolean {
  return outbox.seen && accounts.seen && remains !== undefined
}

function storeLook(store: Store, memory: Memory, at: Instant, kept: Kept<SentWeight | 'unknown'>): StoreLook {
  const folders = attempt(() => readFolders(store))
  const placeholders = folders.seen && folders.value.placeholders
  const remains = attempt(() => ({ mail: !holdsNoMail(store), placeholders }))
  const weight = folders.seen ? attempt(() => weightOf(store, folders.value, kept, at)) : folders
  const schema = attempt(() => whole(store.rows('PRAGMA user_version')[0]?.user_version))
  const main = attempt(() => store.rows('SELECT PathToDataFile FROM Main LIMIT 1')[0]?.PathToDataFile)
  return {
    outbox: folders.seen ? attempt(() => outboxLook(store, folders.value, memory, at)) : folders,
    accounts: attempt(() => accountRows(store)),
    ...(remains.seen && { remains: remains.value }),
    ...(weight.seen && weight.value !== 'unknown' && { sent: weight.value }),
    ...(schema.seen && schema.value !== undefined && { schema: schema.value }),
    ...(main.seen && main.value && { mainPath: main.value }),
  }
}

function outboxLook(store: Store, folders: Folders, memory: Memory, at: Instant): OutboxLook {
  const found = outboxRows(store, folders.outboxes)
  const rows = found.slice(0, mostMessages)
  const waiting = rows.map((row) => ({
    record: wholeOrUnfit(row.Record_RecordID, 'A message'),
    messageId: textOf(row.Message_MessageID),
  }))
  const { returned, vanished } = traceVanished(store, folders, memory, { waiting, at })
  const copies = placesOf(store, folders, waiting)
  memory.waited = waiting.map((one) => ({ ...one, at }))
  memory.vanished = vanished
  return {
    rows,
    more: found.length > rows.length,
    owners: new Map(folders.outboxes.map(({ id, account }) => [id, account])),
    copies,
    returned,
  }
}

function weightOf(store: Store, { sent }: Folders, kept: Kept<SentWeight | 'unknown'>, at: Instant) {
  const key = String(sent.map(({ id }) => id))
  return kept.get(at, key) ?? kept.set(largestSentFolder(store, sent) ?? 'unknown', at, key)
}

function attempt<T>(read: () => T): Looked<T> {
  try {
    return { seen: true, value: read() }
  } catch (error) {
    return { seen: false, why: whyOf(error), ...(error instanceof Error && { detail: error.message }) }
  }
}
