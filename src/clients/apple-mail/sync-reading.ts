import type { FolderUse, LocalFolder, QueuedChange, SentTwins, UnfiledCopy } from '../../core/local-sync.ts'
import type { DatabaseTask, ForeignDatabase } from '../../core/mac-powers.ts'
import { type Sentence, say } from '../../core/sentence.ts'
import type { Instant } from '../../core/time.ts'
import { safeInteger } from '../store-kit/safe-integer.ts'
import { IndexColumns, isIndexedSearch } from './columns.ts'
import type { FolderNames, Mailbox } from './mailbox-url.ts'
import { Mailboxes } from './mailboxes.ts'
import {
  type CountedMailbox,
  countedMailboxes,
  highestUids,
  knownUids,
  type UidQueries,
  uidQueries,
} from './sync-folders.ts'
import { waitingChanges, waitingFolderChanges } from './sync-queue.ts'
import { sentCopies } from './sync-sent.ts'

/** What is asked of Mail's index. `uids`: how many are read of INBOX and Sent, the highest first. */
export interface SyncQuestion {
  at: Instant
  names: FolderNames
  uids: number
}

/** By the host of its mailboxes, in capitals. */
export interface IndexedAccount {
  host: string
  folders: LocalFolder[]
  queue: QueuedChange[]
  unfiled: UnfiledCopy[]
  twins: SentTwins[]
  halfDownloaded?: number
}

export interface SyncReading {
  accounts: IndexedAccount[]
  generation?: number
  unseen: Sentence[]
}

/** Each account as Mail's index has it. Runs where stores are read; no table of messages is walked through. */
function readSync(store: ForeignDatabase, { at, names, uids }: SyncQuestion): SyncReading {
  const columns = new IndexColumns(store)
  const mailboxes = new Mailboxes(store, names)
  const counted = countedMailboxes(store, columns)
  const queries = uidQueries(store, columns)
  const highest = queries && highestUids(store, queries)
  const useOf = (id: number) => {
    const mailbox = mailboxes.get(id)
    return mailbox && useOfMailbox(mailbox)
  }
  const changes = waitingChanges(store, columns, useOf)
  const accounts = new Map<string, IndexedAccount>()
  const accountAt = (host: string) => {
    const known = accounts.get(host) ?? { host, folders: [], queue: [], unfiled: [], twins: [] }
    accounts.set(host, known)
    return known
  }
  let isSentSeen = true
  for (const id of mailboxes.ids(
    'outbox',
    'nested-outbox',
    'send-later',
    'sent',
    'drafts',
    'trash',
    'gmail',
    'other',
  )) {
    const mailbox = mailboxes.get(id)
    if (mailbox?.scheme !== 'imap' || mailbox.role === 'outbox') continue
    const account = accountAt(mailbox.host)
    const folder = folderOf({ id, mailbox, store, queries, highest, counted, mailboxes, most: uids })
    account.folders.push(folder)
    if (folder.use === 'inbox') Object.assign(account, halfDownloaded(store, columns, id))
    if (folder.use !== 'sent') continue
    const copies = sentCopies(store, columns, id, at)
    if (!copies) isSentSeen = false
    const box = `${mailbox.host}/${mailbox.segments.map((segment) => `${segment}.mbox`).join('/')}`
    account.unfiled.push(...(copies?.unfiled ?? []).map((copy) => ({ ...copy, box })))
    account.twins.push(...(copies?.twins ?? []))
  }
  for (const { mailbox, destination, ...change } of changes ?? []) {
    const place = mailboxes.get(mailbox ?? destination ?? -1)
    if (place) accountAt(place.host).queue.push(change)
  }
  for (const { host, change } of waitingFolderChanges(store, columns)) accountAt(host).queue.push(change)
  const generation = generationOf(store, columns)
  return {
    accounts: [...accounts.values()],
    ...(generation !== undefined && { generation }),
    unseen: [
      ...(queries ? [] : [say('Mail’s index does not tell which messages of the server it knows.')]),
      ...(changes ? [] : [say('Mail’s index does not tell which changes wait to reach the server.')]),
      ...(isSentSeen ? [] : [say('Mail’s index does not tell which sent messages are filed on the server.')]),
    ],
  }
}

/** `version`: of the store when the same was asked last. */
interface SyncQuestionAgain extends SyncQuestion {
  version?: number
}

type SyncAnswer = { is: 'unchanged' } | { is: 'read'; version: number; reading: SyncReading }

/** Reads anew only where Mail has written since. */
export function readSyncIfChanged(
  store: ForeignDatabase,
  { version: last, ...question }: SyncQuestionAgain,
): SyncAnswer {
  // Asked before reading: what is committed meanwhile is read next time.
  const version = store.version()
  return last === version ? { is: 'unchanged' } : { is: 'read', version, reading: readSync(store, question) }
}

export const syncReading: DatabaseTask<SyncQuestionAgain, SyncAnswer> = {
  module: import.meta.url,
  read: readSyncIfChanged,
}

interface ToRead {
  id: number
  mailbox: Mailbox
  store: ForeignDatabase
  queries: UidQueries | undefined
  highest: ReadonlyMap<number, number> | undefined
  counted: ReadonlyMap<number, CountedMailbox>
  mailboxes: Mailboxes
  most: number
}

function folderOf({ id, mailbox, store, queries, highest, counted, mailboxes, most }: ToRead): LocalFolder {
  const use = useOfMailbox(mailbox)
  const { source, ...counts } = counted.get(id) ?? {}
  const whole = source === undefined ? undefined : mailboxes.get(source)
  // Gmail's INBOX picks its messages from All Mail, whose UIDs they have.
  const [from, path] = whole && source !== undefined ? [source, whole.segments.join('/')] : [id, undefined]
  const wanted = use === 'inbox' || use === 'sent'
  const highestUid = highest?.get(from)
  return {
    path: mailbox.segments.join('/'),
    use,
    ...counts,
    ...(path !== undefined && { partOf: path }),
    ...(highestUid !== undefined && { highestUid }),
    ...(queries && wanted && { uids: knownUids(store, queries, from, most) }),
  }
}

function useOfMailbox({ role, segments }: Mailbox): FolderUse {
  if (segments.length === 1 && segments[0]?.toLowerCase() === 'inbox') return 'inbox'
  return role === 'sent' || role === 'drafts' || role === 'trash' ? role : 'other'
}

/** The newest of INBOX: what Mail has not fetched whole. */
const newestMessages = 200
const states = `SELECT g.download_state AS state FROM
  (SELECT global_message_id AS id FROM messages WHERE mailbox = ? ORDER BY date_received DESC LIMIT ${newestMessages}) m
  CROSS JOIN message_global_data g ON g.ROWID = m.id`
/** The first part of it alone: how the whole is run, SQLite tells of the rows in between, too. */
const newestOfInbox = `SELECT global_message_id FROM messages WHERE mailbox = ? ORDER BY date_received DESC LIMIT 1`

function halfDownloaded(store: ForeignDatabase, columns: IndexColumns, inbox: number): { halfDownloaded?: number } {
  const able =
    columns.has('message_global_data', 'rowid', 'download_state') &&
    columns.has('messages', 'global_message_id', 'date_received')
  if (!able || !isIndexedSearch(store, newestOfInbox)) return {}
  const rows = store.rows(states, inbox)
  return { halfDownloaded: rows.filter(({ state }) => (safeInteger(state) ?? 0) !== 0).length }
}

function generationOf(store: ForeignDatabase, columns: IndexColumns): number | undefined {
  if (!columns.has('properties', 'key', 'value')) return undefined
  const [row] = store.rows("SELECT value FROM properties WHERE key = 'WriteTransactionGeneration'")
  const number = Number(row?.value ?? Number.NaN)
  return Number.isSafeInteger(number) ? number : undefined
}
