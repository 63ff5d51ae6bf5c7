import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { type ArchiveEntry, entryName, maxEntries } from './archive-entry.ts'

const signature = 0x04034b50
const fixedBytes = 30
/** The directory, and what belongs to its end: after the last entry. */
const afterEntries = [0x02014b50, 0x06064b50, 0x07064b50, 0x08064b50, 0x06054b50]
const pieceBytes = 4 * 1024 * 1024

/**
 * The entries of an archive by their own headers (APPNOTE.TXT §4.3.7), each right after the data of the one before;
 * where there is none, from the next one that can be found. `lostBytes`: what lay between, or 1 where the archive ends
 * without the directory that comes last.
 */
export function walkedEntries(path: string): { entries: ArchiveEntry[]; lostBytes: number } {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const entries: ArchiveEntry[] = []
    let [at, lostBytes, isWhole] = [0, 0, false]
    while (at + fixedBytes <= size && entries.length < maxEntries) {
      const found = entryAt(file, at, size)
      if (found === 'end') {
        isWhole = true
        break
      }
      if (found) {
        entries.push(found.entry)
        at = found.next
        continue
      }
      const next = nextSignature(file, at + 1, size)
      lostBytes += next - at
      at = next
    }
    return { entries, lostBytes: isWhole ? lostBytes : Math.max(1, lostBytes) }
  } finally {
    closeSync(file)
  }
}

function entryAt(file: number, at: number, size: number): { entry: ArchiveEntry; next: number } | 'end' | undefined {
  const head = bytesAt(file, at, fixedBytes)
  if (head.length < fixedBytes) return undefined
  const mark = head.readUInt32LE(0)
  if (afterEntries.includes(mark)) return 'end'
  const [flags, method] = [head.readUInt16LE(6), head.readUInt16LE(8)]
  // With a descriptor behind the data (bit 3) the sizes are not here; Outlook writes none.
  if (mark !== signature || (flags & 8) !== 0 || (method !== 0 && method !== 8)) return undefined
  const [nameBytes, extraBytes] = [head.readUInt16LE(26), head.readUInt16LE(28)]
  const rest = bytesAt(file, at + fixedBytes, nameBytes + extraBytes)
  if (rest.length < nameBytes + extraBytes) return undefined
  const { packed, bytes } = sizesOf(head, rest.subarray(nameBytes))
  const next = at + fixedBytes + nameBytes + extraBytes + packed
  if (next > size || (method === 0 && packed !== bytes)) return undefined
  const entry: ArchiveEntry = {
    name: entryName(rest.subarray(0, nameBytes)),
    at,
    method,
    packedBytes: packed,
    bytes,
    crc: head.readUInt32LE(14),
    isEncrypted: (flags & 1) !== 0,
  }
  return { entry, next }
}

/** In the header, or in its zip64 field where that says 0xFFFFFFFF (§4.5.3). */
function sizesOf(head: Buffer, extra: Buffer): { packed: number; bytes: number } {
  let [packed, bytes] = [head.readUInt32LE(18), head.readUInt32LE(22)]
  for (let at = 0; at + 4 <= extra.length; ) {
    const [id, length] = [extra.readUInt16LE(at), extra.readUInt16LE(at + 2)]
    let value = at + 4
    at = value + length
    if (id !== 1 || at > extra.length) continue
    if (bytes === 0xffffffff && value + 8 <= at) {
      bytes = Number(extra.readBigUInt64LE(value))
      value += 8
    }
    if (packed === 0xffffffff && value + 8 <= at) packed = Number(extra.readBigUInt64LE(value))
  }
  return { packed, bytes }
}

/** The next place that looks like the beginning of an entry; the end of the file where there is none. */
function nextSignature(file: number, from: number, size: number): number {
  const sign = Buffer.from('PK\x03\x04', 'latin1')
  for (let at = from; at < size; at += pieceBytes - 3) {
    const found = bytesAt(file, at, pieceBytes).indexOf(sign)
    if (found >= 0) return at + found
  }
  return size
}

function bytesAt(file: number, at: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  return bytes.subarray(0, readSync(file, bytes, 0, length, at))
}
