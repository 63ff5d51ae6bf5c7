import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromData } from '../../src/core/sentence.ts'
import { type Band, conditions, type Mark } from '../../src/core/timeline.ts'
import { changeNear, changesApart, marksIn, nextChange, troubleAt } from '../../src/panel/timeline/changes.ts'
import { heights, pathOf } from '../../src/panel/timeline/shape.ts'
import { firstLook, grown, shortestMs } from '../../src/panel/timeline/timeline-window.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const now = Date.parse('2026-11-20T09:30:00Z')
const change = (at: number, what: Mark['what'] = 'vpn'): Mark => ({ at, what, line: fromData('A change.'), count: 1 })
const seenFor = (ms: number) => [
  { from: now - day, to: now - ms, is: 'no data' as const },
  { from: now - ms, to: now, is: 'good' as const },
]

test('what was seen for an hour fills the picture', () => {
  const { from, to } = firstLook({ overall: seenFor(hour), marks: [] }, now)
  expect(hour / (to - from)).toBeGreaterThan(0.85)
  expect(to).toBeGreaterThan(now)
})

test('a change shortly before is shown, too, and one of this morning is not', () => {
  const at = now - 100 * minute
  const { from } = firstLook({ overall: seenFor(hour), marks: [change(now - 9 * hour), change(at)] }, now)
  expect(from).toBeLessThan(at)
  expect(from).toBeGreaterThan(now - 2 * hour)
})

test('a Mac that slept all night was not watched all night', () => {
  const overall = [{ from: now - day, to: now - hour, is: 'asleep' as const }, ...seenFor(hour).slice(1)]
  expect(firstLook({ overall, marks: [] }, now).from).toBeGreaterThan(now - 2 * hour)
})

test('whatever was seen, it is in the picture, which is neither too short nor longer than a day', () => {
  const bands = fc.array(
    fc.record({ length: fc.integer({ min: minute, max: 5 * hour }), is: fc.constantFrom(...conditions) }),
  )
  const marks = fc.array(fc.integer({ min: 0, max: day }).map((before) => change(now - before)))
  fc.assert(
    fc.property(bands, marks, (lengths, changes) => {
      const overall: Band[] = []
      for (const { length, is } of lengths) {
        const to = overall[0]?.from ?? now
        if (to - length >= now - day) overall.unshift({ from: to - length, to, is })
      }
      const look = firstLook({ overall, marks: changes }, now)
      const length = look.to - look.from
      expect(length).toBeGreaterThanOrEqual(shortestMs)
      expect(length).toBeLessThanOrEqual(day)
      const seen = overall.find(({ is }) => is !== 'no data' && is !== 'asleep')
      if (seen && seen.from > now - 0.7 * day) expect(look.from).toBeLessThan(seen.from)
    }),
  )
})

test('the picture takes in what happens, until it is a day', () => {
  const first = firstLook({ overall: seenFor(hour), marks: [] }, now)
  expect(grown(first, now + hour)).toMatchObject({ from: first.from })
  expect(grown(first, now + hour).to).toBeGreaterThan(now + hour)
  const later = grown(first, now + 3 * day)
  expect(later.to - later.from).toBe(day)
  expect(later.to).toBeGreaterThan(now + 3 * day)
})

test('nights are told of in a picture of days, and not in one of a month, where they would be all there is', () => {
  const marks = [change(now - 9 * hour, 'sleep'), change(now - 2 * hour, 'wake'), change(now - hour)]
  expect(marksIn(marks, 7 * day)).toEqual(marks)
  expect(marksIn(marks, 30 * day)).toEqual([change(now - hour)])
})

test('a night too narrow to be hatched is a line as thin as that of a good day', () => {
  const night = [{ from: 0, to: 10, is: 'asleep' as const }]
  const place = { top: 0, height: 100 }
  expect(pathOf(night, 'asleep', (at) => at, 100, { ...place, share: heights.good })).toContain('v28.0')
  expect(pathOf(night, 'asleep', (at) => at, 100, place)).toContain('v56.0')
})

test('the change that is pointed at is the nearest one, and none is far away', () => {
  const perMs = 300 / day
  const marks = [change(now - 5 * hour), change(now - hour, 'network'), change(now - 5 * hour + minute)]
  const changes = changesApart({ marks: [...marks].sort((a, b) => a.at - b.at) }, perMs)
  expect(changes).toHaveLength(2)
  expect(changeNear(changes, now - hour + 10 * minute, perMs)?.what).toBe('network')
  expect(changeNear(changes, now - 3 * hour, perMs)).toBeUndefined()
})

test('by the keyboard one goes from change to change, and stays at the last', () => {
  const changes = changesApart({ marks: [change(now - 3 * hour), change(now - hour, 'network')] }, 300 / day)
  const [first, last] = changes
  const from = { middle: now - 2 * hour, picked: undefined }
  expect(nextChange(changes, { ...from, by: 1 })).toBe(last)
  expect(nextChange(changes, { ...from, by: -1 })).toBe(first)
  expect(nextChange(changes, { ...from, picked: first, by: 1 })).toBe(last)
  expect(nextChange(changes, { ...from, picked: last, by: 1 })).toBe(last)
  expect(nextChange([], { ...from, by: 1 })).toBeUndefined()
})

test('where a trouble is clicked, that trouble is meant', () => {
  const marks: Mark[] = [
    { ...change(now - 3 * hour, 'episode'), id: 'e1', until: now - 2 * hour },
    { ...change(now - hour, 'episode'), id: 'e2' },
  ]
  expect(troubleAt({ marks }, now - 2.5 * hour, now)).toBe('e1')
  expect(troubleAt({ marks }, now - 1.5 * hour, now)).toBeUndefined()
  expect(troubleAt({ marks }, now - minute, now)).toBe('e2')
})
