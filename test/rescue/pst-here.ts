import { closeSync, openSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { decodeBlock } from '../../src/rescue/sources/pst/pst-cipher.ts'

/** [MS-PST] §5.3. */
const sumOf = (bytes: Uint8Array) => (crc32(bytes, 0xffffffff) ^ 0xffffffff) >>> 0
/** §5.5. */
const signOf = (at: number, id: number) => {
  const mixed = Number((BigInt(at) ^ BigInt(id)) & 0xffffffffn)
  return ((mixed >>> 16) ^ mixed) & 0xffff
}
const permuted = (() => {
  const all = Buffer.from(Uint8Array.from({ length: 256 }, (_, at) => at))
  decodeBlock(all, 1, 0)
  const back = Buffer.alloc(256)
  for (const [code, plain] of all.entries()) back[plain] = code
  return back
})()

export type PropertyHere =
  | readonly [id: number, type: 'short' | 'int' | 'bool' | 'double' | 'time', value: number]
  | readonly [id: number, type: 'text' | 'ansi' | 'bytes' | 'texts', value: Uint8Array | string | readonly string[]]
  /** A message that hangs on an attachment: its node below. */
  | readonly [id: number, type: 'object', value: number]

export interface Below {
  readonly id: number
  readonly data: number
  readonly sub: number
}

const types = {
  ...{ short: 2, int: 3, double: 5, bool: 0x0b, object: 0x0d, text: 0x1f, ansi: 0x1e, time: 0x40, bytes: 0x102 },
  texts: 0x101f,
}

/**
 * Writes a file as Outlook for Windows has it, from [MS-PST], as far as readers of mail look: header, both trees, blocks,
 * heaps, properties and tables; without the maps of what is free. Nothing is kept in memory but the trees.
 */
export class PstHere {
  readonly #file: number
  readonly #isWide: boolean
  readonly #cipher: 0 | 1
  #end = 0x4800
  #nextBlock = 4
  readonly #blocks: { id: number; at: number; bytes: number }[] = []
  readonly #nodes: { id: number; data: number; sub: number; parent: number }[] = []

  constructor(path: string, { ansi = false, cipher = 1 as 0 | 1 } = {}) {
    this.#file = openSync(path, 'w')
    this.#isWide = !ansi
    this.#cipher = cipher
  }

  get bytes(): number {
    return this.#end
  }

  node(id: number, { data, sub }: { data: number; sub: number }, parent = 0): void {
    this.#nodes.push({ id, data, sub, parent })
  }

  /** Bytes of any length, as one block or a tree of them. */
  data(bytes: Uint8Array, step = this.#mostInBlock): number {
    if (bytes.length === 0) return 0
    const ids: number[] = []
    for (let at = 0; at < bytes.length; at += step) ids.push(this.#block(bytes.subarray(at, at + step), false))
    if (ids.length === 1) return ids[0] as number
    const perList = Math.floor((this.#mostInBlock - 8) / this.#wordBytes)
    const lists: number[] = []
    for (let at = 0; at < ids.length; at += perList)
      lists.push(this.#list(1, ids.slice(at, at + perList), bytes.length))
    return lists.length === 1 ? (lists[0] as number) : this.#list(2, lists, bytes.length)
  }

  /** The nodes below one (§2.2.2.8.3.3.1). */
  subnodes(all: readonly Below[]): number {
    if (all.length === 0) return 0
    const [head, word] = [this.#isWide ? 8 : 4, this.#wordBytes]
    const bytes = Buffer.alloc(head + all.length * word * 3)
    bytes[0] = 2
    bytes.writeUInt16LE(all.length, 2)
    for (const [number, { id, data, sub }] of [...all].sort((one, other) => one.id - other.id).entries())
      for (const [place, value] of [id, data, sub].entries())
        this.#word(bytes, head + number * word * 3 + place * word, value)
    return this.#block(bytes, true)
  }

  /** A heap with properties (§2.3.3); `below`: further nodes below it. */
  properties(values: readonly PropertyHere[], below: readonly Below[] = []): { data: number; sub: number } {
    const heap = new Heap(0xbc, this)
    const records = [...values]
      .sort(([one], [other]) => one - other)
      .map(([id, type, value]) => {
        const record = Buffer.alloc(8)
        record.writeUInt16LE(id, 0)
        record.writeUInt16LE(types[type], 2)
        record.writeUInt32LE(valueIn(heap, type, value), 4)
        return record
      })
    const head = Buffer.alloc(8)
    head.set([0xb5, 2, 6, 0])
    head.writeUInt32LE(heap.add(Buffer.concat(records)), 4)
    return heap.written(heap.add(head), below)
  }

  /** A table (§2.3.4): rows by their ids, each with some of the columns. */
  table(rows: readonly { id: number; values: readonly PropertyHere[] }[], below: readonly Below[] = []) {
    const heap = new Heap(0x7c, this)
    const columns = [...new Map(rows.flatMap(({ values }) => values.map(([id, type]) => [id, type] as const)))]
    const sizes = columns.map(([, type]) => ({ short: 2, bool: 1, double: 8, time: 8 })[type as string] ?? 4)
    // Wide ones first, bits behind all of them (§2.3.4.1).
    const order = [...columns.keys()].sort((one, other) => (sizes[other] ?? 0) - (sizes[one] ?? 0))
    const places: number[] = []
    let width = 4
    for (const column of order) {
      places[column] = width
      width += sizes[column] ?? 0
    }
    const bitsAt = width
    width += Math.ceil((columns.length + 1) / 8)
    const matrix = rows.map(({ id, values }) => {
      const row = Buffer.alloc(width)
      row.writeUInt32LE(id, 0)
      for (const [property, type, value] of values) {
        const column = columns.findIndex(([own]) => own === property)
        const place = places[column] as number
        row[bitsAt + (column >>> 3)] = (row[bitsAt + (column >>> 3)] as number) | (0x80 >>> (column & 7))
        if (type === 'time') row.writeBigUInt64LE(fileTime(value), place)
        else if (type === 'double') row.writeDoubleLE(value, place)
        else if (type === 'bool') row[place] = value
        else if (type === 'short') row.writeInt16LE(value, place)
        else row.writeUInt32LE(valueIn(heap, type, value), place)
      }
      return row
    })
    const index = Buffer.alloc(8)
    index.set([0xb5, 4, 4, 0])
    const found = [...rows.entries()]
      .sort(([, one], [, other]) => one.id - other.id)
      .map(([number, { id }]) => {
        const record = Buffer.alloc(8)
        record.writeUInt32LE(id, 0)
        record.writeUInt32LE(number, 4)
        return record
      })
    index.writeUInt32LE(rows.length === 0 ? 0 : heap.add(Buffer.concat(found)), 4)
    const head = Buffer.alloc(22 + columns.length * 8)
    head.set([0x7c, columns.length])
    for (const [at, end] of [bitsAt, bitsAt, bitsAt, width].entries()) head.writeUInt16LE(end, 2 + at * 2)
    head.writeUInt32LE(heap.add(index), 10)
    const perBlock = Math.floor(this.#mostInBlock / width)
    head.writeUInt32LE(rows.length === 0 ? 0 : heap.below(this.data(Buffer.concat(matrix), perBlock * width)), 14)
    for (const [number, [id, type]] of columns.entries()) {
      const at = 22 + number * 8
      head.writeUInt16LE(types[type], at)
      head.writeUInt16LE(id, at + 2)
      head.writeUInt16LE(places[number] as number, at + 4)
      head.set([sizes[number] as number, number], at + 6)
    }
    return heap.written(heap.add(head), below)
  }

  /** Writes the trees and the header. */
  finish(): void {
    const wide = this.#isWide
    const blocks = this.#tree(
      0x80,
      this.#blocks.map(({ id, at, bytes }) => {
        const entry = Buffer.alloc(wide ? 24 : 12)
        this.#word(entry, 0, id)
        this.#word(entry, this.#wordBytes, at)
        entry.writeUInt16LE(bytes, this.#wordBytes * 2)
        entry.writeUInt16LE(2, this.#wordBytes * 2 + 2)
        return entry
      }),
    )
    const nodes = this.#tree(
      0x81,
      [...this.#nodes]
        .sort((one, other) => one.id - other.id)
        .map(({ id, data, sub, parent }) => {
          const entry = Buffer.alloc(wide ? 32 : 16)
          for (const [place, value] of [id, data, sub].entries()) this.#word(entry, place * this.#wordBytes, value)
          entry.writeUInt32LE(parent, this.#wordBytes * 3)
          return entry
        }),
    )
    const head = Buffer.alloc(wide ? 564 : 512)
    head.write('!BDN', 'latin1')
    head.write('SM', 8, 'latin1')
    head.writeUInt16LE(wide ? 23 : 14, 10)
    head.writeUInt16LE(19, 12)
    head.set([1, 1], 14)
    const root = wide ? 180 : 164
    this.#word(head, root + 4, this.#end)
    const refs = root + 4 + this.#wordBytes * 4
    for (const [place, value] of [nodes.id, nodes.at, blocks.id, blocks.at].entries())
      this.#word(head, refs + place * this.#wordBytes, value)
    head.set([0x80, this.#cipher], wide ? 512 : 460)
    if (wide) {
      this.#word(head, 516, this.#nextBlock)
      head.writeUInt32LE(sumOf(head.subarray(8, 524)), 524)
    }
    head.writeUInt32LE(sumOf(head.subarray(8, 479)), 4)
    writeSync(this.#file, head, 0, head.length, 0)
    closeSync(this.#file)
  }

  get #wordBytes(): number {
    return this.#isWide ? 8 : 4
  }

  get #mostInBlock(): number {
    return 8192 - (this.#isWide ? 16 : 12)
  }

  #word(bytes: Buffer, at: number, value: number): void {
    if (this.#isWide) bytes.writeBigUInt64LE(BigInt(value), at)
    else bytes.writeUInt32LE(value, at)
  }

  #list(level: number, ids: readonly number[], total: number): number {
    const bytes = Buffer.alloc(8 + ids.length * this.#wordBytes)
    bytes.set([1, level])
    bytes.writeUInt16LE(ids.length, 2)
    bytes.writeUInt32LE(total, 4)
    for (const [place, id] of ids.entries()) this.#word(bytes, 8 + place * this.#wordBytes, id)
    return this.#block(bytes, true)
  }

  #block(plain: Uint8Array, isInternal: boolean): number {
    const id = this.#nextBlock + (isInternal ? 2 : 0)
    this.#nextBlock += 4
    const trailer = this.#isWide ? 16 : 12
    const whole = Buffer.alloc(Math.ceil((plain.length + trailer) / 64) * 64)
    whole.set(plain)
    if (!isInternal && this.#cipher === 1)
      for (let at = 0; at < plain.length; at += 1) whole[at] = permuted[whole[at] as number] as number
    const sum = sumOf(whole.subarray(0, plain.length))
    const at = whole.length - trailer
    whole.writeUInt16LE(plain.length, at)
    whole.writeUInt16LE(signOf(this.#end, id), at + 2)
    whole.writeUInt32LE(this.#isWide ? sum : id, at + 4)
    if (this.#isWide) this.#word(whole, at + 8, id)
    else whole.writeUInt32LE(sum, at + 8)
    this.#blocks.push({ id, at: this.#write(whole), bytes: plain.length })
    return id
  }

  /** Pages of a tree, the lowest first; gives the root. */
  #tree(type: number, entries: readonly Buffer[]): { id: number; at: number } {
    const layout = this.#isWide ? { count: 488, trailer: 496 } : { count: 496, trailer: 500 }
    let level = 0
    let below = entries
    for (;;) {
      const pages: { key: Buffer; id: number; at: number }[] = []
      const size = below[0]?.length ?? 24
      const most = Math.floor(layout.count / size)
      for (let from = 0; from === 0 || from < below.length; from += most) {
        const own = below.slice(from, from + most)
        const page = Buffer.alloc(512)
        page.set(Buffer.concat(own))
        page.set([own.length, most, size, level], layout.count)
        const id = this.#nextBlock
        this.#nextBlock += 4
        this.#end = Math.ceil(this.#end / 512) * 512
        page.set([type, type], layout.trailer)
        page.writeUInt16LE(signOf(this.#end, id), layout.trailer + 2)
        const sum = sumOf(page.subarray(0, layout.trailer))
        page.writeUInt32LE(this.#isWide ? sum : id, layout.trailer + 4)
        if (this.#isWide) this.#word(page, layout.trailer + 8, id)
        else page.writeUInt32LE(sum, layout.trailer + 8)
        pages.push({ key: own[0]?.subarray(0, this.#wordBytes) ?? Buffer.alloc(8), id, at: this.#write(page) })
      }
      const [only, another] = pages
      if (only && !another) return only
      level += 1
      below = pages.map(({ key, id, at }) => {
        const entry = Buffer.alloc(this.#wordBytes * 3)
        entry.set(key)
        this.#word(entry, this.#wordBytes, id)
        this.#word(entry, this.#wordBytes * 2, at)
        return entry
      })
    }
  }

  #write(bytes: Buffer): number {
    const at = this.#end
    writeSync(this.#file, bytes, 0, bytes.length, at)
    this.#end += bytes.length
    return at
  }
}

function fileTime(at: number): bigint {
  return BigInt(at + 11_644_473_600_000) * 10_000n
}

function valueIn(heap: Heap, type: PropertyHere[1], value: PropertyHere[2]): number {
  if (type === 'texts') {
    const texts = (value as readonly string[]).map((one) => Buffer.from(`${one}`, 'utf16le'))
    const head = Buffer.alloc(4 + texts.length * 4)
    head.writeUInt32LE(texts.length, 0)
    let at = head.length
    for (const [number, one] of texts.entries()) {
      head.writeUInt32LE(at, 4 + number * 4)
      at += one.length
    }
    return heap.value(Buffer.concat([head, ...texts]))
  }
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(8)
    if (type === 'time') bytes.writeBigUInt64LE(fileTime(value))
    else if (type === 'double') bytes.writeDoubleLE(value)
    else if (type === 'object') bytes.writeUInt32LE(value)
    else return value >>> 0
    return heap.value(bytes)
  }
  const bytes = typeof value === 'string' ? Buffer.from(value, 'utf16le') : Buffer.from(value as Uint8Array)
  return bytes.length === 0 ? 0 : heap.value(bytes)
}

/** A heap on one block (§2.3.1); what is larger lies in nodes below. */
class Heap {
  readonly #kind: number
  readonly #file: PstHere
  readonly #items: Buffer[] = []
  readonly #below: Below[] = []

  constructor(kind: number, file: PstHere) {
    this.#kind = kind
    this.#file = file
  }

  add(bytes: Buffer): number {
    if (bytes.length > 3580) throw new Error('Too large for a heap.')
    return this.#items.push(bytes) << 5
  }

  value(bytes: Buffer): number {
    return bytes.length > 300 ? this.below(this.#file.data(bytes)) : this.add(bytes)
  }

  below(data: number, sub = 0): number {
    const id = ((this.#below.length + 0x400) << 5) | 0x1f
    this.#below.push({ id, data, sub })
    return id
  }

  written(root: number, below: readonly Below[]): { data: number; sub: number } {
    const head = Buffer.alloc(12)
    head.set([0xec, this.#kind], 2)
    head.writeUInt32LE(root, 4)
    const map = Buffer.alloc(4 + (this.#items.length + 1) * 2)
    map.writeUInt16LE(this.#items.length, 0)
    let at = head.length
    for (const [number, item] of this.#items.entries()) {
      map.writeUInt16LE(at, 4 + number * 2)
      at += item.length
    }
    map.writeUInt16LE(at, 4 + this.#items.length * 2)
    // Maps begin at an even place.
    const gap = Buffer.alloc(at % 2)
    head.writeUInt16LE(at + gap.length, 0)
    const all = Buffer.concat([head, ...this.#items, gap, map])
    if (all.length > 8_176) throw new Error('Too much for one heap.')
    return { data: this.#file.data(all), sub: this.#file.subnodes([...this.#below, ...below]) }
  }
}
