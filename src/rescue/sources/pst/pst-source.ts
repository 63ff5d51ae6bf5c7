import { basename } from 'node:path'
import { type Sentence, say, verbatim } from '../../../core/sentence.ts'
import type { ItemKind, KeptPerson } from '../../kinds.ts'
import { RescueRefused } from '../../refused.ts'
import type { ItemContent, MailSource, SourceItem } from '../../source.ts'
import { NamedProperties } from './named-properties.ts'
import { PstProperties } from './properties.ts'
import { pstCategories } from './pst-categories.ts'
import { pstEntry } from './pst-entries.ts'
import { PstDamaged, PstFile, PstUnreadable } from './pst-file.ts'
import { pstMessage, pstSender, pstSubject } from './pst-message.ts'
import { rowIds } from './table.ts'

const rootFolder = 0x122
const deepestFolder = 64
/** Of so many messages it is asked what they are in. */
const mostLookedAt = 200

/** A PST or OST file of Outlook for Windows; a password on it is a checksum, and keeps nobody from reading. */
export class PstSource implements MailSource {
  readonly name: string
  readonly place: string
  readonly #file: PstFile
  readonly #named: NamedProperties
  readonly #empty: string[][] = []
  /** What holds the items together is not as it was written. */
  #isTorn = false
  #codePage: number | undefined

  /** Throws `RescueRefused`. */
  constructor(path: string) {
    this.place = path
    this.name = basename(path).replace(/\.(pst|ost)$/i, '')
    try {
      this.#file = new PstFile(path)
      this.#named = new NamedProperties(this.#file)
      this.#isTorn = this.#named.isDamaged || this.#file.damagedReads > 0
    } catch (error) {
      if (!(error instanceof PstUnreadable)) throw error
      const name = verbatim(path)
      throw new RescueRefused(
        error.why === 'sealed'
          ? say('{name} is encrypted by the computer it is from, and can be read nowhere else.', { name })
          : say('{name} is damaged from its beginning on: nothing in it can be found.', { name }),
        { cause: error },
      )
    }
  }

  *items(signal: AbortSignal): Generator<SourceItem> {
    this.#empty.length = 0
    yield* this.#folder(rootFolder, [], { top: this.#topOfMail(), isBelow: false }, new Set(), signal)
    // What a page of the trees leads to may be gone without a trace; folders and names may be others.
    if (this.#file.damagedPages.size > 0 || this.#isTorn) yield { id: 'lost-tree', folder: [], bytes: 0, isLost: true }
  }

  async content(id: string): Promise<ItemContent> {
    const node = /^\d+$/.test(id) ? this.#file.node(Number(id)) : undefined
    if (!node) return { is: 'absent', why: say('The archive is damaged here, and nothing of it can be read.') }
    try {
      const damagedNow = () => this.#file.damagedReads + this.#file.damagedPages.size
      const before = damagedNow()
      const said = say('The archive is damaged here: what could be read of it is saved.')
      const properties = PstProperties.of(this.#file, node)
      const damage: Sentence[] = []
      const entry = pstEntry(properties, this.#named, `${this.name}/${id}`, damage)
      const isHarmed = () => properties.isDamaged || damagedNow() > before
      if (entry)
        return { is: 'entry', entry, notes: [], damage: () => (damage.length === 0 && isHarmed() ? [said] : damage) }
      const content = pstMessage(this.#file, node, `${this.name}/${id}`, pstCategories(properties, this.#named))
      if (content.is !== 'message') return content
      return {
        ...content,
        damage: () => {
          const own = content.damage?.() ?? []
          return own.length === 0 && damagedNow() > before ? [said] : own
        },
      }
    } catch (error) {
      if (!(error instanceof PstDamaged || error instanceof RangeError)) throw error
      return { is: 'absent', why: say('The archive is damaged here, and nothing of it can be read.') }
    }
  }

  emptyFolders(): readonly (readonly string[])[] {
    return this.#empty
  }

  close(): void {
    this.#file.close()
  }

  /** The folder that holds what a person sees; its own name is left out. */
  #topOfMail(): number {
    return this.#watched(() => {
      const node = this.#file.node(0x21)
      const entry = node && PstProperties.of(this.#file, node).bytes(0x35e0)
      return entry && entry.length >= 24 ? entry.readUInt32LE(20) : 0
    }, 0)
  }

  #watched<T>(read: () => T, otherwise: T): T {
    const before = this.#file.damagedReads
    try {
      return read()
    } catch (error) {
      if (!(error instanceof PstDamaged || error instanceof RangeError)) throw error
      this.#isTorn = true
      return otherwise
    } finally {
      if (this.#file.damagedReads > before) this.#isTorn = true
    }
  }

  *#folder(
    id: number,
    path: readonly string[],
    { top, isBelow }: { top: number; isBelow: boolean },
    seen: Set<number>,
    signal: AbortSignal,
  ): Generator<SourceItem> {
    signal.throwIfAborted()
    // A damaged file may have a folder in itself.
    if (seen.has(id) || path.length > deepestFolder) return
    seen.add(id)
    const lost = (what: string): SourceItem => ({ id: `lost-${what}-${id}`, folder: path, bytes: 0, isLost: true })
    const nothing = { ids: [], isDamaged: true }
    const messages = this.#watched(() => this.#rows(id, 0x0e), nothing)
    for (const row of messages.ids) yield this.#item(row, path)
    if (messages.isDamaged) yield lost('messages')
    const folders = this.#watched(() => this.#rows(id, 0x0d), nothing)
    for (const row of folders.ids) {
      // Search folders (type 3) hold what is in others.
      if ((row & 0x1f) !== 2) continue
      const name = this.#folderName(row)
      const inner = row === top ? path : [...path, name]
      // What is not below that one is Outlook's own.
      if (isBelow) this.#empty.push([...inner])
      yield* this.#folder(row, inner, { top, isBelow: isBelow || row === top }, seen, signal)
    }
    if (folders.isDamaged) yield lost('folders')
  }

  /** The rows of one of a folder's tables, as far as they can be read. */
  #rows(folder: number, type: number): { ids: number[]; isDamaged: boolean } {
    const ids: number[] = []
    try {
      const node = this.#file.node((folder & ~0x1f) | type)
      if (node && node.data !== 0) for (const id of rowIds(this.#file, node)) ids.push(id)
      return { ids, isDamaged: !node }
    } catch (error) {
      if (!(error instanceof PstDamaged || error instanceof RangeError)) throw error
      return { ids, isDamaged: true }
    }
  }

  #folderName(id: number): string {
    return this.#watched(() => {
      const node = this.#file.node(id)
      const properties = node && PstProperties.of(this.#file, node)
      // Folders of old files do not say what their names are in.
      if (properties?.type(0x3001) === 0x1e && !properties.saysCodePage) properties.codePage = this.#usualCodePage()
      return properties?.line(0x3001) || String(id)
    }, String(id))
  }

  /** What most of the first messages are in. */
  #usualCodePage(): number {
    if (this.#codePage !== undefined) return this.#codePage
    const counts = new Map<number, number>()
    let [looked, usual, most] = [0, 1252, 0]
    for (const node of this.#file.nodes(() => {})) {
      if ((node.id & 0x1f) !== 4) continue
      const properties = this.#watched(() => PstProperties.of(this.#file, node), undefined)
      looked += 1
      if (properties?.saysCodePage) counts.set(properties.codePage, (counts.get(properties.codePage) ?? 0) + 1)
      if (looked >= mostLookedAt) break
    }
    for (const [page, count] of counts) if (count > most) [usual, most] = [page, count]
    this.#codePage = usual
    return usual
  }

  #item(id: number, folder: readonly string[]): SourceItem {
    const item = { id: String(id), folder }
    try {
      const node = this.#file.node(id)
      if (!node) return { ...item, bytes: 0, isLost: true }
      const properties = PstProperties.of(this.#file, node)
      const at = properties.time(0x0e06, 0x0039, 0x3008)
      const flags = properties.number(0x0e07) ?? 0
      return {
        ...item,
        kind: kindOf(properties.line(0x001a) ?? ''),
        bytes: Math.max(0, properties.number(0x0e08) ?? 0),
        ...(at !== undefined && { received: at }),
        flags: { read: (flags & 1) !== 0, draft: (flags & 8) !== 0, flagged: properties.number(0x1090) === 2 },
        told: {
          subject: pstSubject(properties),
          from: shownPerson(pstSender(properties)),
          to: properties.line(0x0e04) ?? '',
          cc: properties.line(0x0e03) ?? '',
          bcc: properties.line(0x0e02) ?? '',
          messageId: properties.line(0x1035) ?? '',
          hasAttachment: (flags & 0x10) !== 0,
        },
      }
    } catch (error) {
      if (!(error instanceof PstDamaged || error instanceof RangeError)) throw error
      return { ...item, bytes: 0, isLost: true }
    }
  }
}

function kindOf(kept: string): ItemKind {
  const name = kept.toUpperCase()
  if (name.startsWith('IPM.APPOINTMENT')) return 'event'
  if (name.startsWith('IPM.CONTACT') || name.startsWith('IPM.DISTLIST')) return 'contact'
  if (/^IPM\.TASK(\.|$)/.test(name)) return 'task'
  return name.startsWith('IPM.STICKYNOTE') ? 'note' : 'message'
}

function shownPerson(person: KeptPerson | undefined): string {
  if (!person) return ''
  return person.name && person.address ? `${person.name} <${person.address}>` : (person.name ?? person.address ?? '')
}
