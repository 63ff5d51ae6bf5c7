import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearest } from '../../src/cli/nearest.ts'
import { sceneNames } from '../../src/world/simulated/library.ts'

const names = sceneNames()

test.each([
  ['hotel wifi', 'hotel-wifi-blocks-587'],
  ['Aeroplane', 'aeroplane-mode'],
  ['healty-gmial', 'healthy-gmail'],
  ['works-offline-outlook', 'outlook-works-offline'],
  ['full-disk', 'disk-full'],
])('%s leads to a scene', (typed, name) => {
  expect(nearest(typed, names)).toContain(name)
})

test('what looks like nothing has no name near it', () => {
  for (const typed of ['', '---', 'qqq', '🦆', '\u001b[31m']) expect(nearest(typed, names)).toEqual([])
})

test('a name with one letter gone is near itself', () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(), (name, seed) => {
      const at = seed % name.length
      expect(nearest(name.slice(0, at) + name.slice(at + 1), names)[0]).toBe(name)
    }),
  )
})
