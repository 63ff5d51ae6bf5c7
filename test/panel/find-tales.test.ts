import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sceneGroups } from '../../src/core/scene-tale.ts'
import { byGroup, hasWords } from '../../src/panel/scenes/find-tales.ts'

test('what is searched for are words, in any order, whatever their case and accents', () => {
  const texts = ['Ein Café ohne Straße', 'Port 587 schweigt']
  expect(hasWords(texts, '587 CAFE')).toBe(true)
  expect(hasWords(texts, 'strasse')).toBe(true)
  expect(hasWords(texts, 'café 465')).toBe(false)
  expect(hasWords(texts, '  ')).toBe(true)
})

test('every word of a text finds it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (text, place) => {
      const words = text.split(/\s+/)
      expect(hasWords([text], words[place % words.length] ?? '')).toBe(true)
    }),
  )
})

test('grouping loses no story and leaves no group empty', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ group: fc.constantFrom(...sceneGroups), id: fc.nat() })), (all) => {
      const groups = byGroup(all)
      expect(groups.flatMap(({ scenes }) => scenes)).toHaveLength(all.length)
      expect(groups.every(({ group, scenes }) => scenes.length > 0 && scenes.every((one) => one.group === group))).toBe(
        true,
      )
      const order = groups.map(({ group }) => sceneGroups.indexOf(group))
      expect(order).toEqual(order.toSorted((one, other) => one - other))
    }),
  )
})
