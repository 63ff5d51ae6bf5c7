import { closeSync, openSync } from 'node:fs'
import { basename } from 'node:path'
import { type Sentence, say } from '../../../core/sentence.ts'
import type { ItemKind } from '../../kinds.ts'
import { readRange } from '../../read-range.ts'
import { RescueRefused } from '../../refused.ts'
import type { ItemContent, MailSource, SourceItem } from '../../source.ts'
import type { ArchiveEntry } from './archive-entry.ts'
import { ElementTooLarge, elementsIn } from './elements.ts'
import { DamagedEntry, dataStart, entryChunks } from './entry-bytes.ts'
import { olmEntry } from './olm-entries.ts'
import { OlmFields } from './olm-fields.ts'
import { olmGlance } from './olm-glance.ts'
import { type OlmFiles, olmMessage } from './olm-message.ts'
import { collectionOf, olmFolder } from './olm-paths.ts'
import { XmlRefused, xmlTree } from './xml-tree.ts'
import { type ArchiveList, archiveList } from './zip-entries.ts'

/** Archives that unpack to more than this many times their own size are made to fill a disk. */
const maxUnpacked = 200
const kinds: Readonly<Record<string, ItemKind>> = { email: 'message', appointment: 'event', task: 'task', note: 'note' }

/** An archive that Outlook for Mac has exported (.olm): messages, calendars, contacts, tasks and notes. */
export class OlmSource implements MailSource {
  readonly name: string
  readonly place: string
  #list: Promise<ArchiveList> | undefined
  #file: number | undefined
  #byName = new Map<string, ArchiveEntry>()
  #byPlace = new Map<number, ArchiveEntry>()
  /** Entries whose checksum is wrong. */
  readonly #damaged = new Set<number>()
  #folders: readonly (readonly string[])[] = []

  constructor(path: string) {
    this.place = path
    this.name = basename(path).replace(/\.olm$/i, '')
  }

  async *items(signal: AbortSignal): AsyncGenerator<SourceItem> {
    const { entries, lostBytes } = await this.#read(signal)
    if (lostBytes > 0) yield { id: `${told}gap`, folder: [], bytes: lostBytes, isLost: true }
    for (const entry of entries) {
      signal.throwIfAborted()
      const collection = collectionOf(entry.name)
      if (collection) yield* this.#inEntry(entry, collection)
    }
  }

  async content(id: string, signal: AbortSignal): Promise<ItemContent> {
    await this.#read(signal)
    if (id.startsWith(told))
      return { is: 'absent', why: notInArchive[id.slice(1).split(':')[0] ?? ''] ?? say('It could not be read.') }
    const [at = 0, start = 0, end = 0] = id.split('-').map(Number)
    const entry = this.#byPlace.get(at)
    if (!entry) return { is: 'absent', why: say('It is not in the archive any more.') }
    try {
      return await this.#contentIn(entry, start, end, id)
    } catch (error) {
      if (error instanceof XmlRefused)
        return { is: 'absent', why: say('Its XML is none that Outlook writes, and could do harm to a reader.') }
      throw error
    }
  }

  emptyFolders(): readonly (readonly string[])[] {
    return this.#folders
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file)
    this.#file = undefined
  }

  /** Open while it is read: it has many thousand entries. */
  #opened(): number {
    this.#file ??= openSync(this.place, 'r')
    return this.#file
  }

  #read(signal: AbortSignal): Promise<ArchiveList> {
    this.#list ??= archiveList(this.place, signal).then((list) => {
      const [packed, bytes] = list.entries.reduce(
        ([one, other], entry) => [one + entry.packedBytes, other + entry.bytes],
        [0, 0],
      )
      if (bytes > (packed + 1024 * 1024) * maxUnpacked)
        throw new RescueRefused(say('The archive is made to fill a disk.'))
      this.#byName = new Map(list.entries.map((entry) => [entry.name, entry]))
      this.#byPlace = new Map(list.entries.map((entry) => [entry.at, entry]))
      const folders = list.entries.flatMap(({ name }) => olmFolder(name) ?? [])
      this.#folders = [...new Map(folders.map((one) => [one.path.join('\u0000'), one.path])).values()]
      return list
    })
    return this.#list
  }

  async *#inEntry(
    entry: ArchiveEntry,
    { elements, folder }: { elements: readonly string[]; folder: readonly string[] },
  ): AsyncGenerator<SourceItem> {
    let [found, head] = [0, '']
    const lack = (what: string): SourceItem => ({ id: `${told}${what}:${entry.at}`, folder, bytes: 0, isLost: true })
    try {
      for await (const { start, end, bytes, isCut } of elementsIn(
        this.#wholeOf(entry, (text) => (head ||= text)),
        elements,
      )) {
        found += 1
        if (isCut) this.#damaged.add(entry.at)
        const name = /^<(?:[\w.-]*:)?(\w+)/.exec(bytes.toString('latin1', 0, 60))?.[1] ?? ''
        yield this.#item(name, `${entry.at}-${start}-${end}`, folder, bytes)
      }
    } catch (error) {
      if (!(error instanceof ElementTooLarge || error instanceof DamagedEntry || error instanceof XmlRefused))
        throw error
      yield lack(error instanceof XmlRefused ? 'refused' : 'unreadable')
      return
    }
    const said = /^[\s\S]{0,2000}?<[\w:.-]+s\b[^>]*\belementCount="(\d{1,9})"/.exec(head)?.[1]
    if (said !== undefined && Number(said) > found) yield lack('fewer')
    else if (found === 0 && entry.bytes > 0 && said === undefined) yield lack('unreadable')
  }

  #item(name: string, id: string, folder: readonly string[], bytes: Buffer): SourceItem {
    const kind = kinds[name] ?? 'contact'
    if (kind !== 'message') return { id, folder, kind, bytes: bytes.length, ...entryHead(bytes, kind) }
    const { told: head, received, flags, attachments } = olmGlance(bytes)
    const all = attachments.reduce((sum, url) => sum + (this.#find(url)?.bytes ?? 0), bytes.length)
    return { id, folder, bytes: all, told: head, flags, ...(received !== undefined && { received }) }
  }

  /** The bytes of an entry of XML; a wrong checksum is remembered, and what is there is given all the same. */
  async *#wholeOf(entry: ArchiveEntry, onHead: (text: string) => void): AsyncGenerator<Uint8Array> {
    let isFirst = true
    try {
      for await (const chunk of entryChunks(this.#opened(), entry)) {
        if (isFirst) {
          const head = Buffer.from(chunk.subarray(0, 4096)).toString('latin1')
          if (/<!DOCTYPE/i.test(head)) throw new XmlRefused('It has a DOCTYPE.')
          onHead(head)
        }
        isFirst = false
        yield chunk
      }
    } catch (error) {
      if (!(error instanceof DamagedEntry) || isFirst) throw error
      this.#damaged.add(entry.at)
    }
  }

  async #contentIn(entry: ArchiveEntry, start: number, end: number, id: string): Promise<ItemContent> {
    const bytes = await this.#rangeOf(entry, start, end)
    const { root, isWhole } = xmlTree(bytes.toString('utf8'))
    if (!root) return { is: 'absent', why: say('Its XML is damaged, and nothing of it can be read.') }
    const damage: Sentence[] = []
    if (!isWhole || this.#damaged.has(entry.at))
      damage.push(say('The archive is damaged here: what could be read of it is saved.'))
    const files: OlmFiles = {
      find: (url) => {
        const found = this.#find(url)
        return found && { bytes: found.bytes, chunks: () => this.#fileOf(found, damage) }
      },
    }
    if (root.name === 'email') return olmMessage(root, files, `${this.name}/${entry.name}/${id}`, damage)
    return { is: 'entry', entry: olmEntry(root, files, `${entry.name}/${start}`), notes: [], damage: () => damage }
  }

  async #rangeOf(entry: ArchiveEntry, start: number, end: number): Promise<Buffer> {
    const pieces: Uint8Array[] = []
    if (entry.method === 0) {
      const from = dataStart(this.#opened(), entry)
      pieces.push(...readRange(this.#opened(), from + start, from + end))
      return Buffer.concat(pieces)
    }
    let at = 0
    for await (const chunk of this.#wholeOf(entry, () => {})) {
      pieces.push(chunk.subarray(Math.max(0, start - at), Math.max(0, end - at)))
      at += chunk.length
      if (at >= end) break
    }
    return Buffer.concat(pieces)
  }

  async *#fileOf(entry: ArchiveEntry, damage: Sentence[]): AsyncGenerator<Uint8Array> {
    try {
      yield* entryChunks(this.#opened(), entry)
    } catch (error) {
      if (!(error instanceof DamagedEntry)) throw error
      damage.push(say('An attachment is damaged in the archive: what could be read of it is saved.'))
    }
  }

  /** By its whole path in the archive, which some versions write with percent signs. */
  #find(url: string): ArchiveEntry | undefined {
    const path = url.normalize('NFC').replace(/^\/+/, '')
    const found = this.#byName.get(path)
    if (found) return found
    try {
      return this.#byName.get(decodeURIComponent(path).normalize('NFC'))
    } catch {
      // No escapes, then, but percent signs of its own.
      return undefined
    }
  }
}

/** Begins the id of what is told of in place of an item that cannot be read. */
const told = '!'

const notInArchive: Readonly<Record<string, Sentence>> = {
  gap: say('A part of the archive is damaged, and no item can be found in it.'),
  fewer: say('The archive says that there were more items in this file than are there now.'),
  unreadable: say('The archive is damaged here, and nothing of it can be read.'),
  refused: say('Its XML is none that Outlook writes, and could do harm to a reader.'),
}

function entryHead(bytes: Buffer, kind: ItemKind): Partial<SourceItem> {
  if (bytes.length > 4 * 1024 * 1024) return {}
  try {
    const { root } = xmlTree(bytes.toString('utf8'))
    if (!root) return {}
    const fields = new OlmFields(root)
    const title = fields.line(
      'OPFCalendarEventCopySummary',
      'OPFContactCopyDisplayName',
      'OPFTaskCopyName',
      'OPFNoteCopyTitle',
    )
    const at =
      kind === 'event'
        ? fields.date('OPFCalendarEventCopyStartTime')
        : fields.date('OPFContactCopyModDate', 'OPFTaskCopyModDate', 'OPFNoteCopyModDate')
    return { told: { subject: title ?? '' }, ...(at !== undefined && { received: at }) }
  } catch (error) {
    if (!(error instanceof XmlRefused)) throw error
    return {}
  }
}
