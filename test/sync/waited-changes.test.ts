import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { QueuedChange } from '../../src/core/local-sync.ts'
import type { WaitedChange } from '../../src/core/sync-report.ts'
import { waitedChanges } from '../../src/sync/waited-changes.ts'

const minute = 60_000
const change = (row: number, what: QueuedChange['what'] = 'flags') => ({ row, what })

test('a change waits since it was first seen, and a folder of the same number is another', () => {
  const first = waitedChanges([], [change(7)], 0, 0)
  const second = waitedChanges(first, [change(7), change(7, 'folder')], 15 * minute, 0)
  expect(second).toEqual([
    { key: '7', waited: 15 * minute, seenAt: 15 * minute },
    { key: 'folder:7', waited: 0, seenAt: 15 * minute },
  ])
  expect(waitedChanges(second, [], 16 * minute, 0)).toEqual([])
})

test('what passed while Mail was closed or the Mac slept does not count, and what had counted stays', () => {
  const before = [{ key: '7', waited: 20 * minute, seenAt: 0 }]
  const [slept] = waitedChanges(before, [change(7)], 600 * minute, 590 * minute)
  expect(slept).toEqual({ key: '7', waited: 20 * minute, seenAt: 600 * minute })
  const [later] = waitedChanges(slept ? [slept] : [], [change(7)], 615 * minute, 590 * minute)
  expect(later?.waited).toBe(35 * minute)
})

test('no change has waited longer than there was calm time to be told', () => {
  const step = fc.record({ after: fc.nat(90), calm: fc.boolean(), rows: fc.uniqueArray(fc.nat(5)) })
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      let [at, calmSince, calmTime] = [0, 0, 0]
      let known: readonly WaitedChange[] = []
      for (const { after, calm, rows } of steps) {
        if (!calm) calmSince = at + after * minute
        else calmTime += after * minute
        at += after * minute
        known = waitedChanges(
          known,
          rows.map((row) => change(row)),
          at,
          calmSince,
        )
        for (const { waited } of known) expect(waited).toBeLessThanOrEqual(calmTime)
        expect(known).toHaveLength(rows.length)
      }
    }),
  )
})
