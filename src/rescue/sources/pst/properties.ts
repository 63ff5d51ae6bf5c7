import type { Instant } from '../../../core/time.ts'
import { decodedText } from '../../message/code-pages.ts'
import { codePageOfLocale } from '../../message/locale-code-pages.ts'
import { PstHeap } from './heap.ts'
import { PstDamaged, type PstFile, type PstNode } from './pst-file.ts'

/** What may be held in memory of one property: bodies, and not attachments. */
const largestText = 64 * 1024 * 1024
/** FILETIME counts from 1601, in 100 ns. */
const since1601 = 11_644_473_600_000

export interface PstValue {
  readonly type: number
  /** The value itself, or where it is. */
  readonly raw: number
  /** Where it stands in a row of a table. */
  readonly inline?: Buffer
}

/** Properties of one thing, by their 16-bit ids ([MS-OXPROPS]). What is missing or cannot be read is `undefined`. */
export class PstProperties {
  readonly #values: ReadonlyMap<number, PstValue>
  readonly heap: PstHeap
  codePage = 1252
  /** Whether it says itself what its texts are in. */
  readonly saysCodePage: boolean
  /** Something that is there could not be read. */
  isDamaged = false

  constructor(heap: PstHeap, values: ReadonlyMap<number, PstValue>) {
    this.heap = heap
    this.#values = values
    const [page, locale] = [this.number(0x3ffd), this.number(0x3ff1)]
    this.saysCodePage = (page ?? 0) > 0 || locale !== undefined
    if (page !== undefined && page > 0) this.codePage = page
    // Old versions of Outlook say only in which language they were used.
    else if (locale !== undefined) this.codePage = codePageOfLocale(locale)
  }

  /** Those of a node of its own (§2.3.3). */
  static of(file: PstFile, node: PstNode): PstProperties {
    const heap = new PstHeap(file, node)
    if (heap.kind !== 0xbc) throw new PstDamaged('These are no properties.')
    const values = new Map<number, PstValue>()
    for (const record of heap.records(heap.root)) {
      if (record.length < 8) throw new PstDamaged('A property is cut.')
      values.set(record.readUInt16LE(0), { type: record.readUInt16LE(2), raw: record.readUInt32LE(4) })
    }
    return new PstProperties(heap, values)
  }

  has(id: number): boolean {
    return this.#values.has(id)
  }

  type(id: number): number | undefined {
    return this.#values.get(id)?.type
  }

  number(id: number): number | undefined {
    const value = this.#values.get(id)
    if (value?.type === 2) return (value.raw << 16) >> 16
    if (value?.type === 3) return value.raw | 0
    if (value?.type === 0x0b) return value.raw & 0xff ? 1 : 0
    if (value?.type === 5) {
      const bytes = this.bytes(id)
      return bytes && bytes.length >= 8 ? bytes.readDoubleLE(0) : undefined
    }
    return undefined
  }

  isSet(id: number): boolean | undefined {
    const number = this.number(id)
    return number === undefined ? undefined : number !== 0
  }

  /** Not only text: HTML may be kept as bytes, see `bytes`. */
  text(id: number): string | undefined {
    const value = this.#values.get(id)
    if (value?.type !== 0x1f && value?.type !== 0x1e) return undefined
    const bytes = this.bytes(id)
    if (!bytes) return undefined
    const text = value.type === 0x1f ? bytes.toString('utf16le') : decodedText(bytes, this.codePage)
    return text.replace(/\0+$/, '')
  }

  line(...ids: readonly number[]): string | undefined {
    for (const id of ids) {
      const text = this.text(id)
        ?.replace(/[\s\0]+/g, ' ')
        .trim()
      if (text) return text
    }
    return undefined
  }

  /** Zero and the year 4501 mean none. */
  time(...ids: readonly number[]): Instant | undefined {
    for (const id of ids) {
      if (this.type(id) !== 0x40) continue
      const bytes = this.bytes(id)
      if (!bytes || bytes.length < 8) continue
      const at = Number(bytes.readBigUInt64LE(0) / 10_000n) - since1601
      if (at > -since1601 && at < Date.UTC(4500, 0, 1)) return at
    }
    return undefined
  }

  bytes(id: number, maxBytes = largestText): Buffer | undefined {
    const value = this.#values.get(id)
    if (!value) return undefined
    if (value.inline) return value.inline
    try {
      return this.heap.bytes(value.raw, maxBytes)
    } catch (error) {
      if (!(error instanceof PstDamaged)) throw error
      this.isDamaged = true
      return undefined
    }
  }

  /** Several values of bytes ([MS-PST] §2.3.3.4.2): how many, where each begins, and the values. */
  binaries(id: number): Buffer[] {
    return this.type(id) === 0x1102 ? this.#several(id) : []
  }

  #several(id: number): Buffer[] {
    const all = this.bytes(id)
    if (!all || all.length < 4) return []
    const count = all.readUInt32LE(0)
    if (4 + count * 4 > all.length) {
      this.isDamaged = true
      return []
    }
    const starts = Array.from({ length: count }, (_, at) => all.readUInt32LE(4 + at * 4))
    return starts.map((start, at) => all.subarray(start, starts[at + 1] ?? all.length))
  }

  /** Several texts (§2.3.3.4.2), or the only one. */
  texts(id: number): string[] {
    const type = this.type(id)
    if (type === 0x101f || type === 0x101e)
      return this.#several(id).map((one) =>
        (type === 0x101f ? one.toString('utf16le') : decodedText(one, this.codePage)).replace(/\0+$/, ''),
      )
    const only = this.text(id)
    return only === undefined ? [] : [only]
  }

  *chunks(id: number): Generator<Buffer> {
    const value = this.#values.get(id)
    if (value) yield* this.heap.chunks(value.raw)
  }
}
