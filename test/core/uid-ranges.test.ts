import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { UidRange } from '../../src/core/local-sync.ts'
import {
  countUids,
  foldUids,
  hasUid,
  lowestOf,
  readUidSet,
  uidSet,
  uidsFrom,
  uidsWithout,
} from '../../src/core/uid-ranges.ts'

const uids = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 40 })
const all = (ranges: readonly UidRange[]) =>
  ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, n) => first + n))
const sorted = (numbers: Iterable<number>) => [...new Set(numbers)].sort((one, other) => one - other)

describe('UIDs as ranges', () => {
  test('are the same numbers, ascending, and no two of them touch', () => {
    fc.assert(
      fc.property(uids, (numbers) => {
        const ranges = foldUids(numbers)
        expect(all(ranges)).toEqual(sorted(numbers))
        expect(countUids(ranges)).toBe(new Set(numbers).size)
        for (const [at, [first]] of ranges.entries())
          if (at > 0) expect(first).toBeGreaterThan((ranges[at - 1]?.[1] ?? 0) + 1)
      }),
    )
  })

  test('less others are what sets would leave', () => {
    fc.assert(
      fc.property(uids, uids, (some, others) => {
        const gone = new Set(others)
        expect(all(uidsWithout(foldUids(some), foldUids(others)))).toEqual(sorted(some.filter((uid) => !gone.has(uid))))
      }),
    )
  })

  test('from one on, the highest ones, and whether one is there', () => {
    fc.assert(
      fc.property(uids, fc.integer({ min: 1, max: 60 }), (numbers, from) => {
        const ranges = foldUids(numbers)
        expect(all(uidsFrom(ranges, from))).toEqual(sorted(numbers).filter((uid) => uid >= from))
        expect(lowestOf(ranges, 5)).toEqual(sorted(numbers).slice(0, 5))
        expect(hasUid(ranges, from)).toBe(numbers.includes(from))
      }),
    )
  })

  test('as a set of IMAP’s, and back, however it is written', () => {
    fc.assert(
      fc.property(uids, (numbers) => {
        expect(readUidSet(uidSet(foldUids(numbers)), 100)).toEqual(foldUids(numbers))
      }),
    )
    expect(readUidSet('9:7,1,8,2:3', 100)).toEqual([
      [1, 3],
      [7, 9],
    ])
  })

  test.each(['*', '1:*', '0', '4294967296', '1,,2', 'a', '1:2:3', '-1', '1 2'])('%s is none', (text) => {
    expect(readUidSet(text, 100)).toBeUndefined()
  })

  test('a set with more parts than are read is none', () => {
    expect(readUidSet('1,3,5', 2)).toBeUndefined()
    expect(readUidSet('1,3,5', 3)).toHaveLength(3)
  })
})
