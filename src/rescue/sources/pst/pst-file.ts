import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { crc32, inflateSync } from 'node:zlib'
import { decodeBlock, type PstCipher } from './pst-cipher.ts'

/** Something in the file is not as the format has it. */
export class PstDamaged extends Error {
  override name = 'PstDamaged'
}

/** A kind of file that cannot be read here, and why. */
export class PstUnreadable extends Error {
  override name = 'PstUnreadable'
  readonly why: 'no pst' | 'sealed' | 'version' | 'cut'

  constructor(why: PstUnreadable['why']) {
    super(why)
    this.why = why
  }
}

export interface PstNode {
  readonly id: number
  /** Block ids; 0 is none. */
  readonly data: number
  readonly sub: number
  readonly parent: number
}

interface Block {
  readonly id: number
  readonly at: number
  readonly bytes: number
  readonly inflated: number
}

/** What is on a page of a tree: entries of the same size, one after the other. */
interface PageEntries {
  readonly page: Buffer
  readonly count: number
  readonly size: number
  readonly isLeaf: boolean
}

/** Page of a tree: where its entries end, where their number and level stand. */
interface Layout {
  readonly isWide: boolean
  readonly pageBytes: number
  readonly count: number
  readonly entrySize: number
  readonly level: number
  /** Where its trailer begins, and the checksum of all before that stands (§2.2.2.7.1). */
  readonly trailer: number
  readonly sum: number
}

const layouts: Readonly<Record<'ansi' | 'unicode' | 'large', Layout>> = {
  ansi: { isWide: false, pageBytes: 512, count: 496, entrySize: 498, level: 499, trailer: 500, sum: 508 },
  unicode: { isWide: true, pageBytes: 512, count: 488, entrySize: 490, level: 491, trailer: 496, sum: 500 },
  large: { isWide: true, pageBytes: 4096, count: 4056, entrySize: 4060, level: 4061, trailer: 4072, sum: 4076 },
}

const deepest = 8
const cachedBytes = 2 * 1024 * 1024
/** A block of a file with large pages holds at most 64 KiB of packed data. */
const largestBlock = 1024 * 1024

/**
 * The lower two layers of a PST or OST ([MS-PST] §2.2, and §2.3 of files with 4 KiB pages as other readers found it):
 * nodes and blocks by their ids. Only what is asked for is read, and nothing is kept but some pages of the trees.
 */
export class PstFile {
  readonly #file: number
  readonly #size: number
  readonly #layout: Layout
  readonly #cipher: PstCipher
  readonly #nodesAt: number
  readonly #blocksAt: number
  readonly #pages = new Map<number, Buffer>()
  /** How often a block was read whose checksum is wrong; what was in it is given all the same. */
  damagedReads = 0
  /** Where pages of the trees, or the header (0), begin whose checksum is wrong: what they lead to may be something else. */
  readonly damagedPages = new Set<number>()

  /** Throws `PstUnreadable`. */
  constructor(path: string) {
    this.#file = openSync(path, 'r')
    try {
      this.#size = fstatSync(this.#file).size
      const head = this.#read(0, 564)
      if (head.toString('latin1', 0, 4) !== '!BDN') throw new PstUnreadable('no pst')
      const version = head.readUInt16LE(10)
      const kind =
        version === 14 || version === 15
          ? 'ansi'
          : version === 23
            ? 'unicode'
            : version === 36 || version === 37
              ? 'large'
              : undefined
      if (!kind) throw new PstUnreadable('version')
      this.#layout = layouts[kind]
      const cipher = head[kind === 'ansi' ? 461 : 513]
      if (cipher !== 0 && cipher !== 1 && cipher !== 2) throw new PstUnreadable('sealed')
      this.#cipher = cipher
      // §2.2.2.6: of the 471 bytes that every version has.
      if (head.readUInt32LE(4) !== checksum(head.subarray(8, 479))) this.damagedPages.add(0)
      this.#nodesAt = kind === 'ansi' ? head.readUInt32LE(188) : Number(head.readBigUInt64LE(224))
      this.#blocksAt = kind === 'ansi' ? head.readUInt32LE(196) : Number(head.readBigUInt64LE(240))
    } catch (error) {
      closeSync(this.#file)
      throw error instanceof PstDamaged ? new PstUnreadable('cut') : error
    }
  }

  get isLarge(): boolean {
    return this.#layout.pageBytes === 4096
  }

  get isWide(): boolean {
    return this.#layout.isWide
  }

  close(): void {
    closeSync(this.#file)
  }

  node(id: number): PstNode | undefined {
    const found = this.#find(this.#nodesAt, id)
    return found && this.#nodeOf(found)
  }

  /** Every node, as far as the pages of the tree can be read. `onDamage`: for each that cannot. */
  *nodes(onDamage: () => void): Generator<PstNode> {
    for (const entry of this.#leaves(this.#nodesAt, deepest, onDamage)) yield this.#nodeOf(entry)
  }

  /** Where each block lies; for those who make files to test with. */
  *blockPlaces(): Generator<{ id: number; at: number; bytes: number }> {
    for (const entry of this.#leaves(this.#blocksAt, deepest, () => {})) {
      const { id, at, bytes } = this.#blockOf(entry)
      yield { id, at, bytes }
    }
  }

  /** The data of a node, in pieces as they lie in the file. */
  *data(block: number): Generator<Buffer> {
    let left = this.#size * 4 + largestBlock
    for (const id of this.#dataBlocks(block, 3)) {
      const bytes = this.#block(id)
      left -= bytes.length
      if (left < 0) throw new PstDamaged('More data than the file can hold.')
      yield bytes
    }
  }

  /** The ids of the blocks that hold it. */
  dataBlocks(block: number): number[] {
    return [...this.#dataBlocks(block, 3)]
  }

  block(id: number): Buffer {
    return this.#block(id)
  }

  /** The nodes below one, by their ids. */
  subnodes(block: number): Map<number, PstNode> {
    const found = new Map<number, PstNode>()
    if (block !== 0) this.#addSubnodes(block, 2, found)
    return found
  }

  #addSubnodes(id: number, levels: number, found: Map<number, PstNode>): void {
    const bytes = this.#block(id)
    if (bytes[0] !== 2 || levels === 0) throw new PstDamaged('These are no subnodes.')
    const [isLeaf, count] = [bytes[1] === 0, bytes.readUInt16LE(2)]
    const size = this.isWide ? (isLeaf ? 24 : 16) : isLeaf ? 12 : 8
    const start = this.isWide ? 8 : 4
    for (let number = 0; number < count; number += 1) {
      const at = start + number * size
      if (at + size > bytes.length) throw new PstDamaged('A list of subnodes is cut.')
      const node = bytes.readUInt32LE(at)
      const data = this.#number(bytes, at + size / (isLeaf ? 3 : 2))
      if (isLeaf) found.set(node, { id: node, data, sub: this.#number(bytes, at + (size / 3) * 2), parent: 0 })
      else this.#addSubnodes(data, levels - 1, found)
    }
  }

  *#dataBlocks(id: number, levels: number): Generator<number> {
    if (id === 0) return
    if ((id & 2) === 0) {
      yield id
      return
    }
    const bytes = this.#block(id)
    if (bytes[0] !== 1 || levels === 0) throw new PstDamaged('This is no list of blocks.')
    const count = bytes.readUInt16LE(2)
    const size = this.isWide ? 8 : 4
    for (let number = 0; number < count; number += 1) {
      if (8 + (number + 1) * size > bytes.length) throw new PstDamaged('A list of blocks is cut.')
      yield* this.#dataBlocks(this.#number(bytes, 8 + number * size), levels - 1)
    }
  }

  #block(id: number): Buffer {
    const entry = this.#find(this.#blocksAt, id - (id % 2))
    if (!entry) throw new PstDamaged('A block is missing.')
    const { at, bytes, inflated } = this.#blockOf(entry)
    if (bytes > largestBlock) throw new PstDamaged('A block is too large.')
    // §2.2.2.8.1: a trailer stands behind the data, at the end of as many units as it takes.
    const [unit, trailer] = this.isLarge ? [512, 24] : [64, this.isWide ? 16 : 12]
    const length = Math.ceil((bytes + trailer) / unit) * unit
    const isWhole = at + length <= this.#size
    const all = this.#read(at, isWhole ? length : bytes)
    const data = all.subarray(0, bytes)
    if (!isWhole || !this.#hasChecksum(id, data, all.subarray(length - trailer))) this.damagedReads += 1
    if ((id & 2) === 0) decodeBlock(data, this.#cipher, id)
    if (!this.isLarge || inflated <= bytes) return data
    try {
      return inflateSync(data, { maxOutputLength: largestBlock })
    } catch (error) {
      throw new PstDamaged('A packed block cannot be unpacked.', { cause: error })
    }
  }

  /** The sum is of the data as it lies there. */
  #hasChecksum(id: number, data: Buffer, trailer: Buffer): boolean {
    const own = trailer.readUInt32LE(this.isWide ? 4 : 8)
    return (
      own === checksum(data) && (this.isWide ? trailer.readUInt32LE(8) : trailer.readUInt32LE(4)) === id % 0x1_0000_0000
    )
  }

  #blockOf(entry: Buffer): Block {
    const isWide = this.isWide
    const bytes = entry.readUInt16LE(isWide ? 16 : 8)
    return {
      id: this.#number(entry, 0),
      at: this.#number(entry, isWide ? 8 : 4),
      bytes,
      inflated: this.isLarge ? entry.readUInt16LE(18) : bytes,
    }
  }

  #nodeOf(entry: Buffer): PstNode {
    const size = this.isWide ? 8 : 4
    return {
      id: entry.readUInt32LE(0),
      data: this.#number(entry, size),
      sub: this.#number(entry, size * 2),
      parent: entry.readUInt32LE(size * 3),
    }
  }

  /** The entry of a leaf with this key. */
  #find(root: number, key: number): Buffer | undefined {
    let at = root
    for (let levels = deepest; levels > 0; levels -= 1) {
      const { page, count, size, isLeaf } = this.#entries(at)
      let [low, high] = [0, count]
      // The last one whose key is not larger.
      while (low < high) {
        const half = (low + high) >>> 1
        if (this.#number(page, half * size) <= key) low = half + 1
        else high = half
      }
      if (low === 0) return undefined
      const place = (low - 1) * size
      if (isLeaf) return this.#number(page, place) === key ? page.subarray(place, place + size) : undefined
      at = this.#number(page, place + (this.isWide ? 16 : 8))
    }
    throw new PstDamaged('A tree is deeper than any.')
  }

  *#leaves(at: number, levels: number, onDamage: () => void): Generator<Buffer> {
    let found: PageEntries
    try {
      if (levels === 0) throw new PstDamaged('A tree is deeper than any.')
      found = this.#entries(at)
    } catch (error) {
      if (!(error instanceof PstDamaged)) throw error
      onDamage()
      return
    }
    const { page, count, size, isLeaf } = found
    for (let number = 0; number < count; number += 1) {
      const entry = page.subarray(number * size, (number + 1) * size)
      if (isLeaf) yield entry
      else yield* this.#leaves(this.#number(entry, this.isWide ? 16 : 8), levels - 1, onDamage)
    }
  }

  #entries(at: number): PageEntries {
    const page = this.#page(at)
    const { count, entrySize, level, pageBytes } = this.#layout
    const [number, size] = [
      pageBytes === 4096 ? page.readUInt16LE(count) : (page[count] as number),
      page[entrySize] as number,
    ]
    const least = this.isWide ? 24 : 12
    if (size < least || number * size > count || (page[level] as number) >= deepest)
      throw new PstDamaged('A page of a tree is damaged.')
    return { page, count: number, size, isLeaf: page[level] === 0 }
  }

  #page(at: number): Buffer {
    const known = this.#pages.get(at)
    if (known) return known
    // Of its own: small buffers share larger ones, all of which a page that is kept would keep.
    const page = Buffer.from(new Uint8Array(this.#read(at, this.#layout.pageBytes)).buffer)
    const { trailer, sum } = this.#layout
    if (page.readUInt32LE(sum) !== checksum(page.subarray(0, trailer))) this.damagedPages.add(at)
    this.#pages.set(at, page)
    const most = cachedBytes / this.#layout.pageBytes
    if (this.#pages.size > most) this.#pages.delete(this.#pages.keys().next().value as number)
    return page
  }

  #number(bytes: Buffer, at: number): number {
    if (at + (this.isWide ? 8 : 4) > bytes.length) throw new PstDamaged('It is cut.')
    if (!this.isWide) return bytes.readUInt32LE(at)
    return bytes.readUInt32LE(at) + bytes.readUInt32LE(at + 4) * 0x1_0000_0000
  }

  #read(at: number, length: number): Buffer {
    if (!Number.isSafeInteger(at) || at + length > this.#size)
      throw new PstDamaged('It lies behind the end of the file.')
    const bytes = Buffer.allocUnsafe(length)
    if (readSync(this.#file, bytes, 0, length, at) < length) throw new PstDamaged('The file has become shorter.')
    return bytes
  }
}

/** §5.3: a CRC-32 that begins and ends without being turned around. */
function checksum(bytes: Uint8Array): number {
  return (crc32(bytes, 0xffffffff) ^ 0xffffffff) >>> 0
}
