import type { Sentence } from '../core/sentence.ts'
import { say } from '../core/sentence.ts'
import { breathing } from './breath.ts'
import type { DiskRows } from './disk-rows.ts'
import { diskIsFull, isDiskFull } from './full-disk.ts'
import { leftOut, notMadeInto } from './item-watch.ts'
import { itemKey, type JournalEntry, type RescueJournal } from './journal.ts'
import type { KeptEntry } from './kinds.ts'
import { BodyMarks } from './message/body-marks.ts'
import { maxHeadBytes, messageHead } from './message/head.ts'
import { atLineEnds } from './message/lines.ts'
import { noteMessage } from './message/note-message.ts'
import type { RescueContext, RescueOrder } from './order.ts'
import type { Outputs } from './outputs/index.ts'
import type { MessageSink, RescueFormat, WrittenFile } from './outputs/output.ts'
import { readEntryFiles } from './read-entry-files.ts'
import type { ItemContent } from './source.ts'
import type { Survey, WantedItem } from './survey.ts'
import { leastFreeBytes } from './target.ts'
import { TargetFolders } from './target-folders.ts'

/** How many items may be lost to a power cut, and how much may be written before the disk is asked again. */
const settleItems = 200
const settleBytes = 64 * 1024 * 1024

/** What need not be written again of an item, all of it or the files that it has already. */
export interface DoneItem {
  readonly isWhole: boolean
  readonly files?: JournalEntry['files']
}

interface Writing {
  order: RescueOrder
  context: RescueContext
  survey: Survey
  journal: RescueJournal
  outputs: Outputs
  /** By `itemKey`. */
  done: DiskRows<DoneItem>
}

/** Writes what is not there yet. Gives why it stopped early, where it did; everything up to there is in the journal. */
export async function writeItems(writing: Writing): Promise<Sentence | undefined> {
  const { context, survey, order, journal, outputs, done } = writing
  const folders = new TargetFolders()
  // In the order of the sources, so that each folder has the same name in every run.
  for (const { path } of survey.folders) folders.pathOf(path)
  for (const path of survey.emptyFolders) {
    const folder = folders.pathOf(path)
    for (const [, output] of outputs.all) output.addFolder?.(folder)
  }
  const breath = breathing(context.signal)
  let [items, doneBytes, settledItems, settledBytes] = [0, 0, 0, 0]
  for (const item of survey.wanted.inOrder()) {
    await breath()
    const before = done.get(itemKey(item))
    if (!before?.isWhole) {
      const entry = await writeItem(item, before?.files, folders, writing, breath)
      context.watch?.off()
      if (!('state' in entry)) return entry
      journal.add(entry)
    }
    items += 1
    doneBytes += item.bytes
    context.onProgress({ stage: 'writing', items, doneBytes, allBytes: survey.wantedBytes })
    if (items - settledItems < settleItems && doneBytes - settledBytes < settleBytes) continue
    ;[settledItems, settledBytes] = [items, doneBytes]
    for (const [, output] of outputs.all) output.settle()
    journal.settle()
    if (context.freeBytes(order.target) < leastFreeBytes) return diskIsFull
  }
  return undefined
}

const packed = say(
  'What belongs to it is packed as Outlook does it (winmail.dat). It is kept as it is: other programs may not open it. HTML shows what can be unpacked of it.',
)

async function writeItem(
  item: WantedItem,
  before: JournalEntry['files'] = {},
  folders: TargetFolders,
  { order, context, survey, outputs }: Writing,
  breath: () => Promise<void>,
): Promise<JournalEntry | Sentence> {
  const { source, id, at, flags } = item
  const path = survey.folders[item.folder]?.path ?? []
  const facts = { folder: path, bytes: item.bytes, ...(at !== undefined && { at }), ...(flags && { flags }) }
  const skipped = (why: Sentence): JournalEntry => ({ source, id, state: 'skipped', why, facts })
  const key = itemKey(item)
  const over = context.watch?.at('writing', key)
  if (over) return skipped(leftOut[over])
  let content: ItemContent | undefined
  try {
    content = await order.sources[source]?.content(id, context.signal)
  } catch {
    context.signal.throwIfAborted()
    // Whatever a damaged store does to its reader costs this one item, which is named.
    return skipped(say('It could not be read.'))
  }
  const folder = () => folders.pathOf(path)
  if (content?.is === 'entry' && content.entry.kind === 'note')
    content = noteMessage(content.entry, content.notes, content.damage ?? (() => []))
  if (content?.is === 'entry') {
    try {
      const told = await writtenEntry(content, outputs, before, folder)
      if ('key' in told) return skipped(told)
      return { source, id, ...told, facts: { ...told.facts, folder: path, ...(at !== undefined && { at }) } }
    } catch (error) {
      context.signal.throwIfAborted()
      if (isDiskFull(error)) return diskIsFull
      throw error
    }
  }
  if (content?.is !== 'message') return skipped(content?.why ?? say('It could not be read.'))
  if (outputs.messages.length === 0)
    return skipped(say('It is a message: choose a format of messages, such as EML, too.'))

  const sinks: [RescueFormat, MessageSink][] = []
  const marks = new BodyMarks()
  let [bytes, head] = [0, messageHead(new Uint8Array(), 0)]
  let isReading = true
  try {
    for await (const lines of atLineEnds(content.chunks)) {
      isReading = false
      if (bytes === 0) {
        head = messageHead(lines.subarray(0, maxHeadBytes), context.now())
        const begun = { folder: folder(), head, ...(at !== undefined && { at }), ...(flags && { flags }) }
        for (const [format, output] of outputs.messages) if (!before[format]) sinks.push([format, output.begin(begun)])
      }
      bytes += lines.length
      marks.look(lines)
      for (const [, sink] of sinks) sink.write(lines)
      await breath()
      isReading = true
    }
    isReading = false
    if (sinks.length === 0) return skipped(say('It is empty.'))
    const files: Partial<Record<RescueFormat, WrittenFile>> = { ...before }
    const expected = typeof content.expected === 'function' ? content.expected() : content.expected
    const lacks: Sentence[] = []
    for (const [format, sink] of sinks.splice(0)) {
      const tooMuch = context.watch?.at(format, key)
      if (tooMuch) {
        sink.abandon()
        lacks.push(notMadeInto(format, tooMuch))
      } else files[format] = await sink.end()
    }
    const [nowhere] = lacks
    if (nowhere && Object.keys(files).length === 0) return skipped(nowhere)
    const damage = content.damage?.() ?? []
    const notes = [...content.notes, ...(marks.isPacked(head.contentType) ? [packed] : []), ...damage]
    const { subject, from, to, cc, bcc, messageId, rawDate } = head
    return {
      source,
      id,
      state: marks.isSealed(head.contentType) ? 'sealed' : 'written',
      original: content.original,
      files,
      ...(expected && { expected }),
      ...(notes.length > 0 && { notes }),
      ...(lacks.length > 0 && { lacks }),
      ...(damage.length > 0 && { damaged: true }),
      facts: { ...facts, bytes, attachments: marks.attachments, subject, from, to, cc, bcc, messageId, rawDate },
    }
  } catch (error) {
    for (const [, sink] of sinks) sink.abandon()
    context.signal.throwIfAborted()
    if (isDiskFull(error)) return diskIsFull
    // What goes wrong while writing would go wrong with the next item, too.
    if (!isReading) throw error
    return skipped(say('It could not be read to its end.'))
  }
}

/** What is no message, in each format that takes it; or why it is in none. */
async function writtenEntry(
  { entry, notes, damage }: Extract<ItemContent, { is: 'entry' }>,
  outputs: Outputs,
  before: JournalEntry['files'] = {},
  folder: () => string,
): Promise<Sentence | Omit<JournalEntry, 'source' | 'id'>> {
  const taking = outputs.entries.filter(([, output]) => output.takes(entry))
  if (taking.length === 0) return inNoFormat(entry)
  const read = await readEntryFiles(entry)
  const files: Partial<Record<RescueFormat, WrittenFile>> = { ...before }
  for (const [format, output] of taking) files[format] ??= output.write(entry, folder(), read.files)
  const harmed = [...(damage?.() ?? []), ...read.lost]
  const bytes = Object.values(files).reduce((sum, one) => sum + one.bytes, 0)
  return {
    state: 'written',
    files,
    ...(notes.length + harmed.length > 0 && { notes: [...notes, ...harmed] }),
    ...(harmed.length > 0 && { damaged: true }),
    facts: { folder: [], bytes, attachments: entry.files.length, subject: entry.title },
  }
}

function inNoFormat({ kind }: KeptEntry): Sentence {
  return kind === 'contact'
    ? say('It is a contact: choose VCF, too, to save it.')
    : say('It is an event or a task: choose ICS, too, to save it.')
}
