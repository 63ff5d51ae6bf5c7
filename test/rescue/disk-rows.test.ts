import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DiskRows } from '../../src/rescue/disk-rows.ts'

const places = fc.record({
  key: fc.option(fc.constantFrom('a', 'b', '\u0000', 'A'), { nil: undefined }),
  shelf: fc.constantFrom('', 'x', 'y'),
  rank: fc.constantFrom(-Date.UTC(2026, 0), 0, 1, 2 ** 52),
})

test('rows come back as they were added, by their shelf and rank, and the last of a key', () => {
  fc.assert(
    fc.property(fc.array(places, { maxLength: 30 }), fc.integer({ min: 1, max: 400 }), (all, times) => {
      const rows = new DiskRows<number>()
      // More than are read at once.
      const added = Array.from({ length: times }, () => all).flat()
      for (const [number, { key, ...place }] of added.entries()) rows.add(number, { ...(key && { key }), ...place })
      const own = added.map((place, number) => ({ ...place, number }))
      for (const shelf of ['', 'x', 'y', 'z']) {
        const there = own.filter((one) => one.shelf === shelf).sort((one, other) => one.rank - other.rank)
        expect([...rows.inOrder(shelf)]).toEqual(there.map(({ number }) => number))
      }
      for (const key of ['a', 'b', '\u0000', 'A', 'c'])
        expect(rows.get(key)).toBe(own.findLast((one) => one.key === key)?.number)
      expect(rows.size).toBe(added.length)
      rows.close()
    }),
    { numRuns: 15 },
  )
})

test('rows may be added while others are gone through, and be looked up', () => {
  const rows = new DiskRows<number>()
  for (let number = 0; number < 1_200; number += 1) rows.add(number, { key: String(number) })
  let seen = 0
  for (const number of rows.inOrder()) {
    expect([number, rows.get(String(number))]).toEqual([seen, seen])
    seen += 1
    if (number < 1_200) rows.add(number + 1_200, { key: String(number + 1_200) })
  }
  expect(seen).toBe(2_400)
  rows.close()
})
