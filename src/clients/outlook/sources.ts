import type { ComputeTask, DatabaseTask, Files, ForeignDatabase, ReadResult, SqlValue } from '../../core/mac-powers.ts'
import { type Sentence, say } from '../../core/sentence.ts'
import type { MailMac } from '../client.ts'
import { isPlausibleDate } from '../moment.ts'
import { type MessageSource, type MessageSources, runTask, scriptSource } from '../sources.ts'
import { safeInteger } from '../store-kit/safe-integer.ts'
import { outlookFailureSentence, unreadReasonOf } from './failure-sentences.ts'
import { readFolders } from './folders.ts'
import { storeOutboxRows } from './outbox-rows.ts'
import { findOutlookProfile } from './profile.ts'
import { sidecarPath } from './sidecar.ts'
import { columnsOf } from './table.ts'

const scriptTimeoutMs = 60_000
const largest = 64 * 1024 * 1024
/** 'MSrc' as the store writes it. */
const sourceTag = 0x4d537263
const blockHeader = 0x28

/** The texts of all messages in legacy Outlook's outboxes: from its source files, else from Outlook while it runs. */
export async function outlookSources(mac: MailMac, signal: AbortSignal): Promise<MessageSources> {
  const profile = await findOutlookProfile(mac.files, signal)
  if (!profile.seen) return { seen: false, why: outlookFailureSentence(say('Outlook’s outbox'), profile.why) }
  const { store, data } = profile.value
  const opened = store ? await mac.files.store(store.path, signal) : undefined
  if (!opened?.seen)
    return { seen: false, why: outlookFailureSentence(say('Outlook’s outbox'), opened?.why ?? 'missing') }
  try {
    const queue = await opened.value.ask(reading, undefined, signal)
    if (!queue.seen) return { seen: false, why: outlookFailureSentence(say('Outlook’s outbox'), queue.why) }
    return await gathered(queue.value, data, mac, signal)
  } catch (error) {
    signal.throwIfAborted()
    return { seen: false, why: outlookFailureSentence(say('Outlook’s outbox'), unreadReasonOf(error)) }
  } finally {
    opened.value.close()
  }
}

interface Queued {
  record: number
  path: SqlValue
  sent: number | undefined
}

/** What waits, with its files. Runs where stores are read. */
export function queueOfStore(store: ForeignDatabase): ReadResult<readonly Queued[]> {
  try {
    return { seen: true, value: queueIn(store) }
  } catch (error) {
    return { seen: false, why: unreadReasonOf(error) }
  }
}

const reading: DatabaseTask<undefined, ReadResult<readonly Queued[]>> = { module: import.meta.url, read: queueOfStore }

function queueIn(store: ForeignDatabase): Queued[] {
  return storeOutboxRows(store, readFolders(store).outboxes).flatMap((row) => {
    const record = safeInteger(row.Record_RecordID)
    if (record === undefined) return []
    const path = sourcePath(store, record)
    const sent = safeInteger(row.Record_ModDate)
    return [{ record, path, sent: sent !== undefined && isPlausibleDate(sent) ? sent : undefined }]
  })
}

/** Only a minority of messages has such a file. */
function sourcePath(store: ForeignDatabase, record: number): SqlValue {
  if (columnsOf(store, 'Blocks', [], ['BlockID', 'PathToDataFile']).length < 2) return null
  if (columnsOf(store, 'Mail_OwnedBlocks', [], ['Record_RecordID', 'BlockID', 'BlockTag']).length < 3) return null
  const sql = `SELECT Blocks.PathToDataFile AS path FROM Mail_OwnedBlocks JOIN Blocks USING (BlockID)
    WHERE Mail_OwnedBlocks.Record_RecordID = ? AND Mail_OwnedBlocks.BlockTag = ${sourceTag} LIMIT 1`
  return store.rows(sql, record)[0]?.path ?? null
}

async function gathered(
  queue: readonly Queued[],
  data: string,
  mac: MailMac,
  signal: AbortSignal,
): Promise<MessageSources> {
  const found: MessageSource[] = []
  const lost: { key: string; why: Sentence }[] = []
  for (const { record, path, sent } of queue) {
    signal.throwIfAborted()
    const key = String(record)
    const bytes = (await fromFile(data, path, mac.files, signal)) ?? (await fromOutlook(mac, key, signal))
    if (bytes) found.push({ key, bytes, lacks: [], ...(sent !== undefined && { at: sent * 1_000 }) })
    else
      lost.push({ key, why: say('Its text is in no file, and Outlook did not give it; open Outlook and try again.') })
  }
  return { seen: true, found, lost }
}

async function fromFile(
  data: string,
  path: SqlValue,
  files: Files,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  const file = sidecarPath(data, path)
  const read = file === undefined ? undefined : await files.read(file, largest, signal)
  return read?.seen ? runTask(files, block, read.value, signal) : undefined
}

const blockKind = 2
const block: ComputeTask<Uint8Array, Uint8Array | undefined> = { module: import.meta.url, run: messageInBlock }

/** The text of a block file; its lines end in a bare CR, which nothing else in the world understands. */
export function messageInBlock(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length <= blockHeader || view.getUint32(0, true) !== 0x0dd0 || view.getUint32(8, true) !== blockKind)
    return undefined
  return withLineEnds(bytes.subarray(blockHeader))
}

function withLineEnds(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length * 2)
  let length = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === 0x0a && bytes[at - 1] === 0x0d) continue
    if (byte === 0x0d || byte === 0x0a) {
      out[length++] = 0x0d
      out[length++] = 0x0a
    } else out[length++] = byte
  }
  return out.slice(0, length)
}

async function fromOutlook(mac: MailMac, key: string, signal: AbortSignal): Promise<Uint8Array | undefined> {
  const told = await mac.programs.script('outlook-source', [key], scriptTimeoutMs, signal)
  const bytes = told.outcome === 'answered' ? scriptSource(told.text) : undefined
  return bytes && withLineEnds(bytes)
}
