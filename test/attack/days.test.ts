import { expect, test } from 'vitest'
import { ownFolder } from '../history/folder.ts'
import { days } from './days.ts'

test('ten days with two accounts that stay stuck tell of each once, and of others as often as there is something', async () => {
  const { notifications, turns, whole, light } = await days(10, 5, ownFolder())
  // A shared spell, its two parts, and one for each day at most; what came of them are four turns each.
  expect(notifications).toBeGreaterThanOrEqual(2)
  expect(notifications).toBeLessThanOrEqual(3 + 10)
  expect(turns).toBeLessThanOrEqual(8 + 10 * 4)
  expect(light).toBeGreaterThan(0)
  // No account more than six wholly in an hour of the fifteen of a day.
  expect(whole).toBeLessThanOrEqual(10 * 15 * 5 * 6)
}, 120_000)
