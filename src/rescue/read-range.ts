import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** Pieces of a large file: big enough to be quick, small enough for a hundred of them. */
export const pieceBytes = 64 * 1024

/**
 * The bytes of a file, by its path or open already, from `start` up to `end`, in pieces. Throws where the file has become shorter.
 * `held`: they are all read into this, for whoever is done with one before asking for the next.
 */
export function* readRange(path: string | number, start: number, end: number, held?: Buffer): Generator<Uint8Array> {
  const file = typeof path === 'number' ? path : openSync(path, 'r')
  try {
    for (let at = start; at < end; ) {
      const piece = held ?? Buffer.allocUnsafe(Math.min(pieceBytes, end - at))
      const count = readSync(file, piece, 0, Math.min(piece.length, end - at), at)
      if (count === 0) throw new Error('The file ended too early.')
      at += count
      yield piece.subarray(0, count)
    }
  } finally {
    if (file !== path) closeSync(file)
  }
}

/** At most `maxBytes` from `start` on, and how long the whole file is. */
export function readStart(path: string | number, maxBytes: number, start = 0): { bytes: Uint8Array; size: number } {
  const file = typeof path === 'number' ? path : openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(maxBytes, size - start)))
    const count = readSync(file, bytes, 0, bytes.length, start)
    return { bytes: bytes.subarray(0, count), size }
  } finally {
    if (file !== path) closeSync(file)
  }
}
