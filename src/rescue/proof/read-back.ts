import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime, { type Attachment } from 'postal-mime'
import type { Sentence } from '../../core/sentence.ts'
import { DiskRows } from '../disk-rows.ts'
import { type ItemWatch, notReadAgain } from '../item-watch.ts'
import type { JournalEntry, RescueJournal } from '../journal.ts'
import type { Chunks } from '../message/lines.ts'
import { isReadAsText, messageHash } from '../message/message-bytes.ts'
import { calendarFrame, cardsFrame } from '../outputs/entry-frames.ts'
import type { RescueFormat, SavedFile, WrittenFile } from '../outputs/output.ts'
import type { PageShows } from '../pages/message-page.ts'
import { pieceBytes, readRange } from '../read-range.ts'
import type { ExpectedParts } from '../source.ts'
import { mboxContent, mboxItems } from '../sources/mbox-file.ts'
import { type FileItems, failedByBytes, type InFolderFile, numbersOf } from './folder-file.ts'
import { readLargeMessage } from './large-message.ts'
import { type EntryFileFrame, failedEntries } from './read-entries.ts'

export type CheckedFile = Pick<SavedFile, 'file' | 'sha256'>

export interface ReadBack {
  /** Items of which a file is not as it was written, by the numbers of their entries in the journal. */
  readonly failed: ReadonlySet<number>
  /** Of the failed, those that could not be read to the end, and why. */
  readonly unread: ReadonlyMap<number, Sentence>
  /** Each file below the target that is as it was written, in the order in which they were. Whoever asked closes it. */
  readonly files: DiskRows<CheckedFile>
}

/**
 * Reads every file that was written once more, from the disk, and compares: the bytes of each item by their sha256; of
 * what was put together again or made anew, also what another reader than the writer finds in it.
 */
export async function readBack(
  target: string,
  journal: RescueJournal,
  breath: Breath,
  watch: ItemWatch | undefined,
): Promise<ReadBack> {
  const unread = new Map<number, Sentence>()
  /** Whether an item can be read again without taking too much. */
  const begins = (number: number) => {
    const over = watch?.at('checking', String(number))
    if (over) unread.set(number, notReadAgain[over])
    return !over
  }
  const failed = new Set<number>()
  const files = new DiskRows<CheckedFile>()
  const shared = new Map<string, RescueFormat>()
  const inShared = new DiskRows<InFolderFile>()
  let number = -1
  for await (const entry of journal.entries()) {
    number += 1
    for (const [format, written] of filesOf(entry)) {
      const { expected } = entry
      for (const file of written.beside ?? []) {
        if ((await hashOfFile(join(target, file.file))) === file.sha256) files.add(checked(file))
        else failed.add(number)
      }
      if (inFolderFiles[format]) {
        shared.set(written.file, format)
        inShared.add(leanItem(number, format, written, entry), { shelf: written.file, rank: written.end })
        continue
      }
      await breath(written.bytes)
      const isWhole = begins(number) && (await isAsWritten(join(target, written.file), format, written, expected))
      if (isWhole) files.add(checked(written))
      else failed.add(number)
    }
  }
  watch?.off()
  for (const [file, format] of shared) {
    const items = () => inShared.inOrder(file)
    for (const one of (await inFolderFiles[format]?.(join(target, file), items, breath, begins)) ?? []) failed.add(one)
    const sha256 = await hashOfFile(join(target, file))
    if (sha256 !== undefined) files.add({ file, sha256 })
  }
  inShared.close()
  return { failed, unread, files }
}

function checked({ file, sha256 }: SavedFile): CheckedFile {
  return { file, sha256 }
}

/** Formats of which a file holds a whole folder: the numbers of what is not in it as it was written. */
const inFolderFiles: Partial<
  Record<RescueFormat, (path: string, items: FileItems, breath: Breath, begins: Begins) => Promise<number[]>>
> = {
  mbox: failedInMbox,
  csv: (path, items, breath) => failedInShared(path, items, breath, failedRows),
  ics: (path, items, breath) => failedInShared(path, items, breath, inFrame(calendarFrame)),
  vcf: (path, items, breath) => failedInShared(path, items, breath, inFrame(cardsFrame)),
}

async function failedRows(path: string, items: FileItems) {
  return (await import('./read-tables.ts')).failedInTable(path, items)
}

function inFrame(frame: EntryFileFrame) {
  return async (path: string, items: FileItems) => failedEntries(path, items, frame)
}

type Breath = (bytes: number) => Promise<void>
type Begins = (number: number) => boolean

async function failedInShared(
  path: string,
  items: FileItems,
  breath: Breath,
  readAgain: (path: string, items: FileItems) => Promise<number[]>,
): Promise<number[]> {
  for (const { bytes } of items()) await breath(bytes)
  try {
    return [...failedByBytes(path, items), ...(await readAgain(path, items))]
  } catch {
    // What cannot be read again, or not by another reader, has failed as a whole.
    return numbersOf(items)
  }
}

function leanItem(number: number, format: RescueFormat, written: WrittenFile, entry: JournalEntry): InFolderFile {
  const { end, bytes, sha256, tells } = written
  const { from, to, subject, messageId } = entry.facts
  const cells = {
    ...(from && { from }),
    ...(to && { to }),
    ...(subject && { subject }),
    ...(messageId && { messageId }),
  }
  return {
    ...{ number, end, bytes, sha256 },
    ...(tells && { tells }),
    ...(format === 'mbox' && entry.expected && { expected: entry.expected }),
    ...(format === 'csv' && { cells }),
  }
}

function filesOf({ files = {} }: JournalEntry): [RescueFormat, WrittenFile][] {
  return Object.entries(files) as [RescueFormat, WrittenFile][]
}

async function isAsWritten(
  path: string,
  format: RescueFormat,
  written: WrittenFile,
  expected: ExpectedParts | undefined,
): Promise<boolean> {
  if ((await hashOfFile(path)) !== written.sha256) return false
  // Readers of pages are loaded where there are pages.
  if (written.shows && format === 'html')
    return (await import('./read-pages.ts')).htmlShows(readFileSync(path, 'utf8'), written.shows)
  if (written.shows && format === 'pdf') return isPdfOf(readFileSync(path), written.shows)
  return !expected || shows(() => fileChunks(path), written.bytes, expected)
}

async function isPdfOf(bytes: Uint8Array, shows: PageShows): Promise<boolean> {
  try {
    return await (await import('./read-pages.ts')).pdfShows(bytes, shows)
  } catch {
    // A file that no reader of PDF opens is none.
    return false
  }
}

/** The messages in the order of the file must be the very ones that were written, one for one. */
async function failedInMbox(path: string, messages: FileItems, breath: Breath, begins: Begins): Promise<number[]> {
  const failed: number[] = []
  const rest = messages()[Symbol.iterator]()
  try {
    for (const { id, bytes } of mboxItems(path, [])) {
      await breath(bytes)
      const next = rest.next().value
      if (!next) return numbersOf(messages)
      const content = mboxContent(path, id)
      if (!begins(next.number)) failed.push(next.number)
      else if (content.is !== 'message' || (await hashOf(content.chunks)) !== next.sha256) failed.push(next.number)
      else if (next.expected && !(await shows(() => chunksOf(path, id), bytes, next.expected))) failed.push(next.number)
    }
  } catch (error) {
    // What cannot be read again has failed; what called the rescue off has not.
    if (!(error instanceof Error && 'code' in error && 'syscall' in error)) throw error
  }
  for (let left = rest.next(); !left.done; left = rest.next()) failed.push(left.value.number)
  return failed
}

function chunksOf(path: string, id: string): Iterable<Uint8Array> | AsyncIterable<Uint8Array> {
  const content = mboxContent(path, id)
  return content.is === 'message' ? content.chunks : []
}

function* fileChunks(path: string, held?: Buffer): Generator<Uint8Array> {
  yield* readRange(path, 0, statSync(path).size, held)
}

function hashOfFile(path: string): Promise<string | undefined> {
  return hashOf(fileChunks(path, Buffer.allocUnsafe(pieceBytes)))
}

/** `undefined`: it is not there, or cannot be read. */
async function hashOf(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of chunks) hash.update(chunk)
  } catch {
    // A file that has gone is as bad as one that has changed: the caller tells it so.
    return undefined
  }
  return hash.digest('hex')
}

async function together(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all)
}

/** What is larger is taken apart as it goes by, by a reader that knows nothing of the writer. */
const largeBytes = 256 * 1024

async function shows(chunks: () => Chunks, bytes: number, expected: ExpectedParts): Promise<boolean> {
  const large = bytes > largeBytes ? await readLargeMessage(chunks()) : undefined
  const read = await PostalMime.parse(large?.head ?? (await together(chunks())), {
    maxNestingDepth: 256,
    forceRfc822Attachments: true,
    attachmentEncoding: 'arraybuffer',
  })
  const found = large?.parts ?? (await Promise.all(read.attachments.map(hashOfAttachment)))
  const isThere = expected.attachments.every((hash) => found.includes(hash))
  const same = (one: string | undefined, other = '') => one === undefined || oneLine(one) === oneLine(other)
  return (
    isThere &&
    same(expected.subject, read.subject) &&
    same(expected.from?.toLowerCase(), read.from?.address?.toLowerCase()) &&
    same(expected.messageId, read.messageId)
  )
}

function hashOfAttachment({ content, mimeType }: Attachment): Promise<string> | string {
  const bytes = new Uint8Array(content as ArrayBuffer)
  return mimeType === 'message/rfc822' || isReadAsText(mimeType)
    ? messageHash(bytes)
    : createHash('sha256').update(bytes).digest('hex')
}

function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}
