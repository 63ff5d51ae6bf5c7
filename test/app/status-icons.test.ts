import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pictureIn } from './png.ts'

const names = ['checking', 'clear', 'offline', 'paused', 'stuck', 'unsure', 'waiting'] as const
const folder = join(import.meta.dirname, '../../src/app/icons')

/** Which pixels carry ink, row by row. */
function inkOf(name: string, suffix: string): { ink: boolean[]; width: number } {
  const { width, pixels } = pictureIn(readFileSync(join(folder, `${name}Template${suffix}.png`)))
  return { width, ink: Array.from({ length: pixels.length / 4 }, (_, at) => (pixels[at * 4 + 3] ?? 0) > 127) }
}

/** Of all pixels that carry ink in one of two, the part that carries it in both: 1 for the same, 0 for strangers. */
function alike(one: readonly boolean[], other: readonly boolean[]): number {
  const both = one.filter((is, at) => is && other[at]).length
  return both / one.filter((is, at) => is || other[at]).length
}

const pairs = names.flatMap((one, at) => names.slice(at + 1).map((other) => [one, other] as const))

for (const suffix of ['', '@2x'])
  test.for(pairs)(`%s and %s are told apart at a glance${suffix && ', sharp'}`, ([one, other]) => {
    expect(alike(inkOf(one, suffix).ink, inkOf(other, suffix).ink)).toBeLessThan(0.6)
  })

test.for(names)('%s fills three quarters of the height of its place', (name) => {
  const { ink, width } = inkOf(name, '')
  const rows = ink.flatMap((is, at) => (is ? [Math.floor(at / width)] : []))
  expect(Math.max(...rows) - Math.min(...rows) + 1).toBeGreaterThanOrEqual(0.75 * width)
})
