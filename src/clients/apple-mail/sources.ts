import type { DatabaseTask, ForeignDatabase } from '../../core/mac-powers.ts'
import { type Sentence, say } from '../../core/sentence.ts'
import type { MailMac } from '../client.ts'
import { isPlausibleDate } from '../moment.ts'
import { type MessageSource, type MessageSources, scriptSource } from '../sources.ts'
import { IndexColumns } from './columns.ts'
import { type FolderNames, noFolderNames } from './mailbox-url.ts'
import { Mailboxes } from './mailboxes.ts'
import { MessageFiles } from './message-files.ts'
import { indexOutboxRows, type OutboxRow } from './outbox-rows.ts'
import { fileFailureSentence, storeFailureSentence } from './read-or-reason.ts'
import { parseScriptOutbox } from './script-records.ts'
import { findIndex } from './store-folder.ts'
import { SystemAccountsReader } from './system-accounts-reader.ts'

const scriptTimeoutMs = 30_000
const maxListed = 100
const name = say('Mail’s index')

/** The texts of all messages in Mail's outboxes: from their files, else from Mail itself where it runs. */
export async function mailSources(mac: MailMac, signal: AbortSignal): Promise<MessageSources> {
  const queue = await queueInIndex(mac, signal)
  if (!('why' in queue)) return gathered(queue, mac, signal)
  const told = await mac.programs.script('apple-mail-outbox', [String(maxListed)], scriptTimeoutMs, signal)
  const outbox = told.outcome === 'answered' ? parseScriptOutbox(told.text, maxListed) : undefined
  if (!outbox) return { seen: false, why: say('{why} And Mail itself did not tell what waits.', { why: queue.why }) }
  return gathered(
    outbox.messages.map(({ rowId }) => ({ row: rowId })),
    mac,
    signal,
  )
}

interface Queued {
  row: number
  /** Where its file lies; missing where only Mail knows. */
  box?: string
  sent?: number | undefined
}

async function queueInIndex(mac: MailMac, signal: AbortSignal): Promise<Queued[] | { why: Sentence }> {
  const index = await findIndex(mac.files, signal)
  if (!index.seen) return { why: fileFailureSentence(name, index.why) }
  const opened = await mac.files.store(index.value.path, signal)
  if (!opened.seen) return { why: fileFailureSentence(name, opened.why) }
  try {
    const folder = index.value.path.replace(/\/MailData\/[^/]*$/, '')
    return await opened.value.ask(reading, { folder, names: await folderNames(mac, signal) }, signal)
  } catch (error) {
    signal.throwIfAborted()
    return { why: storeFailureSentence(name, error) }
  } finally {
    opened.value.close()
  }
}

/** What the accounts call their outboxes, where that can be read. */
async function folderNames(mac: MailMac, signal: AbortSignal): Promise<FolderNames> {
  const accounts = new SystemAccountsReader()
  try {
    const list = await accounts.look(mac.files, signal)
    return list.seen ? list.value.folders : noFolderNames
  } finally {
    accounts.close()
  }
}

interface Given {
  folder: string
  names: FolderNames
}

/** What waits, with the paths of its files below `folder`. Runs where stores are read. */
export function queueOfIndex(store: ForeignDatabase, { folder, names }: Given): Queued[] | { why: Sentence } {
  try {
    return queueIn(store, folder, names)
  } catch (error) {
    return { why: storeFailureSentence(name, error) }
  }
}

const reading: DatabaseTask<Given, Queued[] | { why: Sentence }> = { module: import.meta.url, read: queueOfIndex }

/** Also what is to be sent later: it would be lost just the same. */
function queueIn(store: ForeignDatabase, folder: string, names: FolderNames): Queued[] {
  const columns = new IndexColumns(store)
  const lacks = columns.missing()
  if (lacks) throw new Error(lacks)
  const mailboxes = new Mailboxes(store, names)
  const boxOf = ({ mailbox }: OutboxRow) => {
    const place = mailboxes.get(mailbox)
    return place && `${folder}/${place.host}/${place.segments.map((segment) => `${segment}.mbox`).join('/')}`
  }
  return indexOutboxRows(store, columns, mailboxes).rows.map((row) => {
    const box = boxOf(row)
    const sent = [row.sent, row.received].find((date) => date !== undefined && isPlausibleDate(date))
    return { row: row.rowId, sent, ...(box !== undefined && staysBelow(box) && { box }) }
  })
}

/** Folder names come from the index: none may lead elsewhere. */
export function staysBelow(path: string): boolean {
  return path.split('/').every((part) => part !== '..' && part !== '.' && !/\p{Cc}/u.test(part))
}

async function gathered(queue: readonly Queued[], mac: MailMac, signal: AbortSignal): Promise<MessageSources> {
  const files = new MessageFiles(mac.files, signal)
  const found: MessageSource[] = []
  const lost: { key: string; why: Sentence }[] = []
  for (const { row, box, sent } of queue) {
    signal.throwIfAborted()
    const key = String(row)
    const file = box === undefined ? undefined : await files.message(box, row)
    const source = file ?? (await fromMail(mac, key, signal))
    if (source) found.push({ key, ...source, ...(sent !== undefined && { at: sent * 1_000 }) })
    else lost.push({ key, why: say('Neither a whole file of it was found, nor did Mail give its text.') })
  }
  return { seen: true, found, lost }
}

async function fromMail(mac: MailMac, key: string, signal: AbortSignal) {
  const told = await mac.programs.script('apple-mail-source', [key], scriptTimeoutMs, signal)
  const bytes = told.outcome === 'answered' ? scriptSource(told.text) : undefined
  return bytes && { bytes, lacks: [] }
}
