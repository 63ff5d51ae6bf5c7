import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** Pieces of a large file: big enough to be quick, small enough for a hundred of them. */
const pieceBytes = 64 * 1024

/** The bytes of a file from `start` up to `end`, in pieces. Throws where the file has become shorter. */
export function* readRange(path: string, start: number, end: number): Generator<Uint8Array> {
  const file = openSync(path, 'r')
  try {
    for (let at = start; at < end; ) {
      const piece = Buffer.allocUnsafe(Math.min(pieceBytes, end - at))
      const count = readSync(file, piece, 0, piece.length, at)
      if (count === 0) throw new Error('The file ended too early.')
      at += count
      yield piece.subarray(0, count)
    }
  } finally {
    closeSync(file)
  }
}

/** At most `maxBytes` from `start` on, and how long the whole file is. */
export function readStart(path: string, maxBytes: number, start = 0): { bytes: Uint8Array; size: number } {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(maxBytes, size - start)))
    const count = readSync(file, bytes, 0, bytes.length, start)
    return { bytes: bytes.subarray(0, count), size }
  } finally {
    closeSync(file)
  }
}
