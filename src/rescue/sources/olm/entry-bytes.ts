import { pipeline, Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { readRange, readStart } from '../../read-range.ts'
import type { ArchiveEntry } from './archive-entry.ts'

/** What deflate reaches with real mail stays far below; a bomb lives from more. */
const maxRatio = 200
const harmlessBytes = 1024 * 1024

/** It is not what the archive says it is. */
export class DamagedEntry extends Error {
  override name = 'DamagedEntry'
}

/** Where the bytes of an entry begin in the file, by its path or open already. */
export function dataStart(path: string | number, { at, method, bytes, packedBytes }: ArchiveEntry): number {
  const start = readStart(path, 30, at)
  const head = Buffer.from(start.bytes)
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) throw new DamagedEntry('No entry begins here.')
  const from = at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  if (from + (method === 0 ? bytes : packedBytes) > start.size) throw new DamagedEntry('It ends behind the archive.')
  return from
}

/** The bytes of an entry, in pieces. At their end it throws `DamagedEntry` where size or checksum are not as said. */
export async function* entryChunks(path: string | number, entry: ArchiveEntry): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted) throw new DamagedEntry('It is encrypted.')
  const start = dataStart(path, entry)
  let [bytes, crc] = [0, 0]
  for await (const chunk of entry.method === 0
    ? readRange(path, start, start + entry.bytes)
    : inflated(path, start, entry)) {
    bytes += chunk.length
    if (bytes > entry.bytes) throw new DamagedEntry('It is larger than the archive says.')
    crc = crc32(chunk, crc)
    yield chunk
  }
  if (bytes !== entry.bytes || crc !== entry.crc) throw new DamagedEntry('It is not as it was written.')
}

async function* inflated(path: string | number, start: number, entry: ArchiveEntry): AsyncGenerator<Uint8Array> {
  const { method, bytes, packedBytes } = entry
  if (method !== 8) throw new DamagedEntry('It is packed in a way that is not known here.')
  if (bytes > harmlessBytes && bytes > packedBytes * maxRatio) throw new DamagedEntry('It is a bomb.')
  const unpacked = createInflateRaw()
  pipeline(Readable.from(readRange(path, start, start + packedBytes)), unpacked, () => {
    // What fails here fails the reader of `unpacked`, too.
  })
  try {
    for await (const chunk of unpacked) yield chunk as Uint8Array
  } catch (error) {
    throw new DamagedEntry('It cannot be unpacked.', { cause: error })
  } finally {
    unpacked.destroy()
  }
}
