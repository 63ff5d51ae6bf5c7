import { PstDamaged, type PstFile, type PstNode } from './pst-file.ts'

/** A node with a heap in it ([MS-PST] §2.3.1), which properties and tables are kept in. */
export class PstHeap {
  readonly file: PstFile
  readonly #blocks: readonly number[]
  readonly #read = new Map<number, Buffer>()
  readonly #sub: number
  #subnodes: Map<number, PstNode> | undefined
  readonly kind: number
  readonly root: number

  constructor(file: PstFile, node: PstNode) {
    this.file = file
    this.#blocks = file.dataBlocks(node.data)
    this.#sub = node.sub
    const head = this.#block(0)
    if (head.length < 12 || head[2] !== 0xec) throw new PstDamaged('This is no heap.')
    this.kind = head[3] as number
    this.root = head.readUInt32LE(4)
  }

  get subnodes(): Map<number, PstNode> {
    this.#subnodes ??= this.file.subnodes(this.#sub)
    return this.#subnodes
  }

  /** The bytes of an item; empty for the id 0. */
  item(id: number): Buffer {
    if (id === 0) return Buffer.alloc(0)
    const [shift, mask] = this.file.isLarge ? [19, 0x3fff] : [16, 0x7ff]
    const [index, number] = [(id >>> 5) & mask, id >>> shift]
    const block = this.#block(number)
    const map = block.readUInt16LE(0)
    if (map + 4 > block.length) throw new PstDamaged('A heap has no map.')
    const count = block.readUInt16LE(map)
    const at = map + 4 + (index - 1) * 2
    if (index < 1 || index > count || at + 4 > block.length) throw new PstDamaged('An item of a heap is missing.')
    const [start, end] = [block.readUInt16LE(at), block.readUInt16LE(at + 2)]
    if (start > end || end > map) throw new PstDamaged('An item of a heap is damaged.')
    return block.subarray(start, end)
  }

  /** An item, or a node below this one where it is too large for a heap; in pieces. */
  *chunks(id: number): Generator<Buffer> {
    if ((id & 0x1f) === 0) {
      yield this.item(id)
      return
    }
    const node = this.subnodes.get(id)
    if (!node) throw new PstDamaged('A node below is missing.')
    yield* this.file.data(node.data)
  }

  bytes(id: number, maxBytes: number): Buffer {
    const pieces: Buffer[] = []
    let length = 0
    for (const piece of this.chunks(id)) {
      length += piece.length
      if (length > maxBytes) throw new PstDamaged('It is larger than it can be.')
      pieces.push(piece)
    }
    return pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces)
  }

  /** The records of a tree on the heap (§2.3.2), key and value as they lie there. */
  *records(id: number): Generator<Buffer> {
    const head = this.item(id)
    if (head.length < 8 || head[0] !== 0xb5) throw new PstDamaged('This is no tree.')
    const [keyBytes, valueBytes, levels] = [head[1] as number, head[2] as number, head[3] as number]
    if (keyBytes === 0 || levels > 8) throw new PstDamaged('A tree on a heap is damaged.')
    yield* this.#level(head.readUInt32LE(4), keyBytes, valueBytes, levels)
  }

  *#level(id: number, keyBytes: number, valueBytes: number, levels: number): Generator<Buffer> {
    const bytes = this.item(id)
    const size = keyBytes + (levels > 0 ? 4 : valueBytes)
    for (let at = 0; at + size <= bytes.length; at += size) {
      if (levels > 0) yield* this.#level(bytes.readUInt32LE(at + keyBytes), keyBytes, valueBytes, levels - 1)
      else yield bytes.subarray(at, at + size)
    }
  }

  #block(number: number): Buffer {
    const known = this.#read.get(number)
    if (known) return known
    const id = this.#blocks[number]
    if (id === undefined) throw new PstDamaged('A block of a heap is missing.')
    const block = this.file.block(id)
    // Long tables have thousands of them.
    if (this.#read.size > 64) this.#read.clear()
    this.#read.set(number, block)
    return block
  }
}
