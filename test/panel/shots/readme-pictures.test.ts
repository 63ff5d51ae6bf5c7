import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pictureFile, pictureFolder, pictureLooks, pictureNames } from './pictures.ts'

const top = join(import.meta.dirname, '../../..')
const made = pictureNames.flatMap((name) => pictureLooks.map((look) => pictureFile(name, look)))
const readme = readFileSync(join(top, 'README.md'), 'utf8')

test('the README shows twelve pictures, each in light and dark, and all of them are those that are made', () => {
  expect(pictureNames).toHaveLength(12)
  const shown = [...readme.matchAll(/[\w./-]+\.(?:webp|png|jpe?g|gif|svg|avif)\b/g)].map(([file]) => file)
  expect(shown.toSorted()).toEqual(made.toSorted())
  const inOrder = [...readme.matchAll(/<img src="docs\/pictures\/(\w+)-light\.webp"/g)].map(([, name]) => name)
  expect(inOrder).toEqual(pictureNames)
})

test('all that is made lies there, and nothing else; together it is small enough for a page that opens at once', () => {
  const there = readdirSync(join(top, pictureFolder))
  expect(there.map((file) => `${pictureFolder}/${file}`).toSorted()).toEqual(made.toSorted())
  const sizes = made.map((file) => readFileSync(join(top, file)).length)
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(1_200_000)
})

test('each is as sharp as a screen of today, and the same size in both looks', () => {
  for (const name of pictureNames) {
    const [light, dark] = pictureLooks.map((look) => sizeOf(readFileSync(join(top, pictureFile(name, look)))))
    expect(light).toEqual(dark)
    // A panel is 400 wide, with room around it.
    expect(light?.width).toBeGreaterThanOrEqual(2 * 440)
  }
})

/** Of a WebP file with or without loss (RFC 9649), in pixels. */
function sizeOf(file: Buffer): { width: number; height: number } {
  expect(file.toString('latin1', 0, 4) + file.toString('latin1', 8, 12)).toBe('RIFFWEBP')
  const kind = file.toString('latin1', 12, 16)
  if (kind === 'VP8X') return { width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 }
  if (kind === 'VP8L') {
    const bits = file.readUInt32LE(21)
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
  }
  expect(kind).toBe('VP8 ')
  return { width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff }
}
