import { expect, onTestFinished, test } from 'vitest'
import type { Condition } from '../../src/core/timeline.ts'
import { openHistory } from '../../src/history/history.ts'

const start = Date.UTC(2026, 10, 20, 9)
const minute = 60_000

/** What the row says: conditions with their beginning and end, in minutes. */
function rowAfter(checks: readonly [minutes: number, account: string, is: 'good' | 'bad'][], now = 600) {
  const history = openHistory(':memory:')
  onTestFinished(() => history.close())
  for (const [at, account, is] of checks) history.sync.keepSeen(account, start + at * minute, is)
  const query = { from: start, to: start + 600 * minute, width: 1_000, zone: 'Europe/Berlin' }
  const { rows, overall } = history.timeline.read(query, start + now * minute)
  expect(overall.map(({ is }) => is)).toEqual(['no data'])
  const bands = rows.find(({ layer }) => layer === 'sync')?.bands ?? []
  return bands.map(({ from, to, is }): [Condition, number, number] => [
    is,
    (from - start) / minute,
    (to - start) / minute,
  ])
}

test('a row tells how checks found the account, and nothing an hour and a quarter after the last', () => {
  expect(
    rowAfter([
      [15, 'a', 'good'],
      [30, 'a', 'good'],
      [45, 'a', 'bad'],
      [60, 'a', 'bad'],
      [75, 'a', 'good'],
    ]),
  ).toEqual([
    ['no data', 0, 15],
    ['good', 15, 45],
    ['bad', 45, 75],
    ['good', 75, 150],
    ['no data', 150, 600],
  ])
})

test('what lies far apart is not one stretch, and of two accounts the worse is told', () => {
  expect(
    rowAfter([
      [0, 'a', 'good'],
      [200, 'a', 'good'],
      [210, 'b', 'bad'],
      [225, 'b', 'good'],
    ]),
  ).toEqual([
    ['good', 0, 75],
    ['no data', 75, 200],
    ['good', 200, 210],
    ['bad', 210, 225],
    ['good', 225, 300],
    ['no data', 300, 600],
  ])
})

test('nothing is told of what is to come', () => {
  expect(rowAfter([[30, 'a', 'good']], 60)).toEqual([
    ['no data', 0, 30],
    ['good', 30, 61],
    ['no data', 61, 600],
  ])
})
