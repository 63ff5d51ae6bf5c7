import type { DatabaseTask, Files, ForeignDatabase, ReadResult } from '../../core/mac-powers.ts'
import { type Sentence, say } from '../../core/sentence.ts'
import { harmless } from '../../core/text.ts'
import { isPlausibleDate } from '../moment.ts'
import { opaque } from '../store-kit/opaque.ts'
import { safeInteger } from '../store-kit/safe-integer.ts'
import { cellText, IndexColumns } from './columns.ts'
import { mailboxAt } from './mailbox-url.ts'
import { Mailboxes } from './mailboxes.ts'
import { indexOutboxRows, type OutboxRow } from './outbox-rows.ts'
import { storeFailureSentence } from './read-or-reason.ts'
import { findIndex } from './store-folder.ts'

/** How Mail's index is built here, for a report that anybody may read: no subject, no address, no name of a folder. */
export interface SchemaFingerprint {
  /** `V10`. */
  folder: string
  /** Of the table `properties`: `version`, `minor_version`, the framework that wrote last. */
  properties: Readonly<Record<string, string>>
  /** Tables with their columns, in their own order. */
  tables: Readonly<Record<string, readonly string[]>>
  /** The first `table.column` that is required and missing. */
  lacks?: string
  /** Shapes of mailbox URLs, accounts and unknown names hashed, with how many there are. */
  mailboxes: Readonly<Record<string, number>>
  /** The highest ROWID: about how many messages there ever were. */
  messages?: number
  /** What the rows in the outbox carry. */
  outbox?: { rows: number; withSent: number; withReceived: number; withSendLater: number; withMessageId: number }
  /** Why the rest of it is missing. */
  trouble?: Sentence
}

const maxTables = 200
const told = ['version', 'minor_version', 'last_write_framework_version']
/** Names that Mail and its servers give; a user's own folders are nobody's business. */
const common = new Set([
  'outbox',
  'inbox',
  'drafts',
  'sent',
  'sent messages',
  'sent items',
  'sent mail',
  'trash',
  'junk',
  'archive',
  'deleted messages',
  'deleted items',
  '[gmail]',
  '[google mail]',
  'all mail',
  'x-apple-send-later',
])

/** Reads how the index is built; opens and closes it. */
export async function schemaFingerprint(files: Files, signal: AbortSignal): Promise<ReadResult<SchemaFingerprint>> {
  const found = await findIndex(files, signal)
  if (!found.seen) return found
  const opened = await files.store(found.value.path, signal)
  if (!opened.seen) return opened
  const folder = found.value.path.split('/').at(-3) ?? ''
  try {
    return { seen: true, value: await opened.value.ask(reading, folder, signal) }
  } catch (error) {
    signal.throwIfAborted()
    return { seen: true, value: { ...bare(folder), trouble: storeFailureSentence(say('Mail’s index'), error) } }
  } finally {
    opened.value.close()
  }
}

/** How the store is built. Runs where stores are read. */
export async function fingerprintOf(store: ForeignDatabase, folder: string): Promise<SchemaFingerprint> {
  const print = bare(folder)
  try {
    await fill(print, store)
    return print
  } catch (error) {
    return { ...print, trouble: storeFailureSentence(say('Mail’s index'), error) }
  }
}

const reading: DatabaseTask<string, SchemaFingerprint> = { module: import.meta.url, read: fingerprintOf }

const bare = (folder: string): SchemaFingerprint => ({ folder, properties: {}, tables: {}, mailboxes: {} })

/** Piece by piece, so that what is known before trouble comes is kept. */
async function fill(print: SchemaFingerprint, store: ForeignDatabase): Promise<void> {
  print.tables = tablesOf(store)
  print.properties = propertiesOf(store)
  const columns = new IndexColumns(store)
  const lacks = columns.missing()
  if (lacks) print.lacks = lacks
  if (columns.has('mailboxes', 'url')) print.mailboxes = await shapesOf(store)
  if (lacks) return
  print.messages = safeInteger(store.rows('SELECT max(ROWID) AS last FROM messages')[0]?.last) ?? 0
  print.outbox = carried(indexOutboxRows(store, columns, new Mailboxes(store)).rows)
}

function tablesOf(store: ForeignDatabase): Record<string, readonly string[]> {
  const rows = store.rows(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name LIMIT ${maxTables}`)
  const names = rows.flatMap(({ name }) => cellText(name) ?? [])
  return Object.fromEntries(
    names.map((name) => [harmless(name, 64), store.columns(name).map((one) => harmless(one, 64))]),
  )
}

function propertiesOf(store: ForeignDatabase): Record<string, string> {
  if (!new IndexColumns(store).has('properties', 'key', 'value')) return {}
  const rows = store.rows('SELECT key, value FROM properties LIMIT 500')
  return Object.fromEntries(
    rows.flatMap(({ key, value }) =>
      told.includes(String(key)) && value !== null ? [[String(key), harmless(String(value), 50)]] : [],
    ),
  )
}

async function shapesOf(store: ForeignDatabase): Promise<Record<string, number>> {
  const shapes: Record<string, number> = {}
  for (const { url } of store.rows('SELECT url FROM mailboxes LIMIT 5000')) {
    const shape = await shapeOf(cellText(url) ?? '')
    shapes[shape] = (shapes[shape] ?? 0) + 1
  }
  return shapes
}

async function shapeOf(url: string): Promise<string> {
  const mailbox = mailboxAt(url)
  if (!mailbox) return 'another form'
  const hidden = async (text: string) => `#${(await opaque('shape', text)).slice(0, 6)}`
  const names = mailbox.segments.map((name) => (common.has(name.toLowerCase()) ? name : hidden(name)))
  const host = mailbox.host === '' ? '' : await hidden(mailbox.host)
  return `${harmless(mailbox.scheme, 20)}://${host}/${(await Promise.all(names)).join('/')}`
}

function carried(rows: readonly OutboxRow[]): NonNullable<SchemaFingerprint['outbox']> {
  const count = (has: (row: OutboxRow) => boolean) => rows.filter(has).length
  return {
    rows: rows.length,
    withSent: count(({ sent }) => sent !== undefined && isPlausibleDate(sent)),
    withReceived: count(({ received }) => received !== undefined && isPlausibleDate(received)),
    withSendLater: count(({ sendLater }) => sendLater !== undefined && isPlausibleDate(sendLater)),
    withMessageId: count(({ messageId }) => messageId !== '0'),
  }
}
