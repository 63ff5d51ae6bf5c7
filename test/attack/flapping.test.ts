import { expect, test } from 'vitest'
import { costOf } from './flapping-hour.ts'

const minute = 60_000

/** Half an hour: long enough for the third change, for all that is spent on it, and for what is held back then. */
test('a network that changes every minute costs no more than three times a steady one', async () => {
  const steady = await costOf({ accounts: 2, minutes: 30 })
  const flapping = await costOf({ accounts: 2, minutes: 30, everyMs: minute })
  expect(steady.connections).toBeGreaterThan(0)
  expect(flapping.whole + flapping.light).toBeLessThanOrEqual(3 * (steady.whole + steady.light))
  expect(flapping.connections).toBeLessThanOrEqual(3 * steady.connections)
  expect(flapping.signIns).toBeLessThanOrEqual(4)
  expect([steady.causes, flapping.causes]).toEqual([[], ['network-flapping']])
  expect(flapping.notifications).toBeLessThanOrEqual(3)
}, 120_000)
