/**
 * The kinds of pictures in an .icns file that hold a PNG, with their pixels, for 16 to 512 points on plain and sharp
 * displays. (https://en.wikipedia.org/wiki/Apple_Icon_Image_format)
 */
export const kinds = {
  ic11: 32,
  ic12: 64,
  ic07: 128,
  ic13: 256,
  ic08: 256,
  ic14: 512,
  ic09: 512,
  ic10: 1024,
} as const

/** `icns`, the length of everything, and for each picture its kind, its length with this head of eight bytes, and the PNG. */
export function icnsOf(pngOf: (pixels: number) => Uint8Array): Buffer {
  const entries = Object.entries(kinds).map(([kind, pixels]) => chunk(kind, pngOf(pixels)))
  return chunk('icns', Buffer.concat(entries))
}

function chunk(kind: string, contents: Uint8Array): Buffer {
  const head = Buffer.alloc(8)
  head.write(kind, 'latin1')
  head.writeUInt32BE(head.length + contents.length, 4)
  return Buffer.concat([head, contents])
}
