import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import type { JournalEntry, RescueJournal } from '../journal.ts'
import { itemKey } from '../journal.ts'
import type { RescueFormat, WrittenFile } from '../outputs/output.ts'
import { readRange } from '../read-range.ts'
import type { ExpectedParts } from '../source.ts'
import { mboxContent, mboxItems } from '../sources/mbox-file.ts'

export interface ReadBack {
  /** Items of which a file is not as it was written, by `itemKey`. */
  readonly failed: ReadonlySet<string>
  /** Of each file below the target, in the order in which they were first written to. */
  readonly sha256: ReadonlyMap<string, string>
}

interface InMbox {
  readonly key: string
  readonly written: WrittenFile
  readonly expected: ExpectedParts | undefined
}

/**
 * Reads every file that was written once more, from the disk, and compares: the bytes of each message by their
 * sha256; of one that was put together again, also what another reader (postal-mime) finds in it.
 */
export async function readBack(
  target: string,
  journal: RescueJournal,
  breath: (bytes: number) => Promise<void>,
): Promise<ReadBack> {
  const failed = new Set<string>()
  const sha256 = new Map<string, string>()
  const boxes = new Map<string, InMbox[]>()
  for await (const entry of journal.entries()) {
    for (const [format, written] of filesOf(entry)) {
      const key = itemKey(entry)
      if (format === 'mbox') {
        const box = boxes.get(written.file) ?? []
        boxes.set(written.file, box)
        box.push({ key, written, expected: entry.expected })
      } else {
        await breath(written.bytes)
        if (await isAsWritten(join(target, written.file), written, entry.expected))
          sha256.set(written.file, written.sha256)
        else failed.add(key)
      }
    }
  }
  for (const [file, messages] of boxes) {
    for (const key of await failedInMbox(join(target, file), messages, breath)) failed.add(key)
    const whole = await hashOf(fileChunks(join(target, file)))
    if (whole !== undefined) sha256.set(file, whole)
  }
  return { failed, sha256 }
}

function filesOf({ files = {} }: JournalEntry): [RescueFormat, WrittenFile][] {
  return Object.entries(files) as [RescueFormat, WrittenFile][]
}

async function isAsWritten(path: string, written: WrittenFile, expected: ExpectedParts | undefined): Promise<boolean> {
  if ((await hashOf(fileChunks(path))) !== written.sha256) return false
  return !expected || shows(await together(fileChunks(path)), expected)
}

/** The messages in the order of the file must be the very ones that were written, one for one. */
async function failedInMbox(
  path: string,
  messages: readonly InMbox[],
  breath: (bytes: number) => Promise<void>,
): Promise<string[]> {
  const failed: string[] = []
  const rest = [...messages].sort((one, other) => one.written.end - other.written.end).values()
  try {
    for (const { id, bytes } of mboxItems(path, [])) {
      await breath(bytes)
      const next = rest.next().value
      if (!next) return messages.map(({ key }) => key)
      const content = mboxContent(path, id)
      if (content.is !== 'message' || (await hashOf(content.chunks)) !== next.written.sha256) failed.push(next.key)
      else if (next.expected && !(await shows(await together(chunksOf(path, id)), next.expected))) failed.push(next.key)
    }
  } catch (error) {
    // What cannot be read again has failed; what called the rescue off has not.
    if (!(error instanceof Error && 'code' in error && 'syscall' in error)) throw error
  }
  return [...failed, ...[...rest].map(({ key }) => key)]
}

function chunksOf(path: string, id: string): Iterable<Uint8Array> | AsyncIterable<Uint8Array> {
  const content = mboxContent(path, id)
  return content.is === 'message' ? content.chunks : []
}

function* fileChunks(path: string): Generator<Uint8Array> {
  yield* readRange(path, 0, statSync(path).size)
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

async function shows(message: Buffer, expected: ExpectedParts): Promise<boolean> {
  const read = await PostalMime.parse(message, {
    maxNestingDepth: 256,
    forceRfc822Attachments: true,
    attachmentEncoding: 'arraybuffer',
  })
  const found = read.attachments.map(({ content }) =>
    createHash('sha256')
      .update(new Uint8Array(content as ArrayBuffer))
      .digest('hex'),
  )
  const isThere = expected.attachments.every((hash) => found.includes(hash))
  const same = (one: string | undefined, other = '') => one === undefined || oneLine(one) === oneLine(other)
  return (
    isThere &&
    same(expected.subject, read.subject) &&
    same(expected.from, read.from?.address) &&
    same(expected.messageId, read.messageId)
  )
}

function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}
