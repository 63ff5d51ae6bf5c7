import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pictureIn } from './png.ts'

const file = readFileSync(join(import.meta.dirname, '../../src/app/icons/app.icns'))

/** What `iconutil` makes of an icon set: points by kind, and whether for a sharp display. */
const sizes = [
  ['ic11', 16, 2],
  ['ic12', 32, 2],
  ['ic07', 128, 1],
  ['ic13', 128, 2],
  ['ic08', 256, 1],
  ['ic14', 256, 2],
  ['ic09', 512, 1],
  ['ic10', 512, 2],
] as const

function entriesOf(icns: Buffer): Map<string, Buffer> {
  const entries = new Map<string, Buffer>()
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
    entries.set(icns.toString('latin1', at, at + 4), icns.subarray(at + 8, at + icns.readUInt32BE(at + 4)))
  return entries
}

describe('the icon of the app', () => {
  const entries = entriesOf(file)

  test('is a whole file with every size, each in its place', () => {
    expect(file.toString('latin1', 0, 4)).toBe('icns')
    expect(file.readUInt32BE(4)).toBe(file.length)
    expect([...entries.keys()].sort()).toEqual(sizes.map(([kind]) => kind).sort())
    for (const [kind, points, scale] of sizes) {
      const { width, height } = pictureIn(entries.get(kind) ?? Buffer.alloc(0))
      expect([kind, width, height]).toEqual([kind, points * scale, points * scale])
    }
  })

  test('keeps the margin of macOS: 824 of 1024, and a shadow that ends before the edge', () => {
    const { width, pixels } = pictureIn(entries.get('ic10') ?? Buffer.alloc(0))
    const alpha = (x: number, y: number) => pixels[(y * width + x) * 4 + 3]
    for (const [x, y] of [
      [103, 512],
      [920, 512],
      [512, 103],
      [512, 920],
    ] as const)
      expect(alpha(x, y), `${x}, ${y}`).toBe(255)
    for (const [x, y] of [
      [97, 512],
      [926, 512],
      [512, 97],
    ] as const)
      expect(alpha(x, y), `${x}, ${y}`).toBeLessThan(128)
    const edge = Array.from({ length: width }, (_, at) => [
      alpha(at, 0),
      alpha(at, 1023),
      alpha(0, at),
      alpha(1023, at),
    ])
    expect(Math.max(...edge.flat().map(Number))).toBe(0)
    expect(alpha(112, 112)).toBeLessThan(128)
  })
})
