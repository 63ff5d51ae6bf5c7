import { PstHeap } from './heap.ts'
import { PstProperties, type PstValue } from './properties.ts'
import { PstDamaged, type PstFile, type PstNode } from './pst-file.ts'

/** The ids of the rows of a table ([MS-PST] §2.3.4.3): nodes, for tables of folders, messages and attachments. */
export function* rowIds(file: PstFile, node: PstNode): Generator<number> {
  const heap = new PstHeap(file, node)
  for (const record of heap.records(headOf(heap).readUInt32LE(10))) yield record.readUInt32LE(0)
}

/** Each row with its columns as properties. */
export function* tableRows(file: PstFile, node: PstNode): Generator<PstProperties> {
  const heap = new PstHeap(file, node)
  const head = headOf(heap)
  const [count, width, bitsAt] = [head[1] as number, head.readUInt16LE(8), head.readUInt16LE(6)]
  const rows = head.readUInt32LE(14)
  if (width === 0 || rows === 0) return
  const columns = Array.from({ length: count }, (_, number) => head.subarray(22 + number * 8, 30 + number * 8))
  for (const block of heap.chunks(rows)) {
    for (let at = 0; at + width <= block.length; at += width) {
      const row = block.subarray(at, at + width)
      yield new PstProperties(heap, new Map(columns.flatMap((column) => valueIn(row, column, bitsAt))))
    }
  }
}

function headOf(heap: PstHeap): Buffer {
  const head = heap.item(heap.root)
  if (heap.kind !== 0x7c || head.length < 22 || head[0] !== 0x7c || head.length < 22 + (head[1] as number) * 8)
    throw new PstDamaged('This is no table.')
  return head
}

function valueIn(row: Buffer, column: Buffer, bitsAt: number): [number, PstValue][] {
  if (column.length < 8) return []
  const [type, id, at, size, bit] = [
    column.readUInt16LE(0),
    column.readUInt16LE(2),
    column.readUInt16LE(4),
    column[6] as number,
    column[7] as number,
  ]
  const isThere = ((row[bitsAt + (bit >>> 3)] ?? 0) & (0x80 >>> (bit & 7))) !== 0
  const bytes = row.subarray(at, at + size)
  if (!isThere || bytes.length < size) return []
  if (size === 8) return [[id, { type, raw: 0, inline: bytes }]]
  return [
    [id, { type, raw: size === 4 ? bytes.readUInt32LE(0) : size === 2 ? bytes.readUInt16LE(0) : (bytes[0] as number) }],
  ]
}
