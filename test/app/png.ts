import { inflateSync } from 'node:zlib'

export interface Picture {
  width: number
  height: number
  /** Red, green, blue and alpha of each pixel. */
  pixels: Uint8Array
}

/** A PNG of eight bits a channel with alpha, not interlaced (W3C PNG, §7, §9). */
export function pictureIn(file: Buffer): Picture {
  const width = file.readUInt32BE(16)
  const height = file.readUInt32BE(20)
  if (file[24] !== 8 || file[25] !== 6 || file[28] !== 0) throw new Error('This is another kind of PNG.')
  const parts: Buffer[] = []
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)))
  }
  const lines = inflateSync(Buffer.concat(parts))
  const row = width * 4
  const pixels = new Uint8Array(row * height)
  for (let y = 0; y < height; y++) {
    const filter = lines[y * (row + 1)]
    for (let x = 0; x < row; x++) {
      const left = x < 4 ? 0 : (pixels[y * row + x - 4] ?? 0)
      const up = y === 0 ? 0 : (pixels[(y - 1) * row + x] ?? 0)
      const corner = x < 4 || y === 0 ? 0 : (pixels[(y - 1) * row + x - 4] ?? 0)
      const guess = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter ?? 0] ?? 0
      pixels[y * row + x] = (lines[y * (row + 1) + 1 + x] ?? 0) + guess
    }
  }
  return { width, height, pixels }
}

/** Paeth's. */
function nearest(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [toLeft, toUp, toCorner] = [left, up, corner].map((one) => Math.abs(guess - one)) as [number, number, number]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}
