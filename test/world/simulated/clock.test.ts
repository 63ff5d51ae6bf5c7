import { expect, test } from 'vitest'
import { simulatedClock } from '../../../src/world/simulated/clock.ts'

const start = Date.parse('2026-11-20T09:30:00Z')
const never = new AbortController().signal

test('begins at the scene’s time, and the Mac’s offset touches only what the Mac believes', () => {
  const clock = simulatedClock(start, 3_600_000)
  expect(clock.truth() - start).toBeLessThan(1_000)
  expect(clock.now() - clock.truth()).toBeGreaterThanOrEqual(3_599_999)
  expect(clock.elapsed()).toBeLessThan(1_000)
})

test('passes as fast as it is told', async () => {
  const clock = simulatedClock(start, 0, 1_000)
  const before = performance.now()
  await clock.wait(10_000, never)
  expect(performance.now() - before).toBeLessThan(1_000)
  // A timer may be a millisecond early, which is a second here.
  expect(clock.elapsed()).toBeGreaterThanOrEqual(8_000)
})

test('a wait ends with the reason when it is called off, before or during it', async () => {
  const clock = simulatedClock(start, 0)
  const reason = new Error('enough')
  await expect(clock.wait(60_000, AbortSignal.abort(reason))).rejects.toBe(reason)
  const control = new AbortController()
  const waiting = clock.wait(60_000, control.signal)
  control.abort(reason)
  await expect(waiting).rejects.toBe(reason)
})

test('what was put off happens, unless it was called off or the clock was stopped', async () => {
  const clock = simulatedClock(start, 0, 1_000)
  const happened: string[] = []
  clock.after(5_000, () => happened.push('five'))
  clock.after(1_000, () => happened.push('never'))()
  await clock.wait(6_000, never)
  clock.after(1_000, () => happened.push('stopped'))
  clock.stop()
  await clock.wait(2_000, never)
  expect(happened).toEqual(['five'])
})

test('a leap lets everything happen that has become due, in its order, and nothing else', async () => {
  const clock = simulatedClock(start, 0)
  const happened: string[] = []
  clock.after(7_200_000, () => happened.push('two hours'))
  clock.after(60_000, () => happened.push('a minute'))
  clock.after(100_000_000, () => happened.push('never'))
  const waiting = clock.wait(3_600_000, never).then(() => happened.push('an hour'))
  clock.leap(7_200_000)
  expect(clock.now() - start).toBeGreaterThanOrEqual(7_200_000)
  await waiting
  await clock.wait(5, never)
  expect(happened).toEqual(['a minute', 'an hour', 'two hours'])
  clock.stop()
})

test('a wait of half a year does not end at once', async () => {
  const clock = simulatedClock(start, 0)
  const control = new AbortController()
  let over = false
  clock.wait(183 * 86_400_000, control.signal).then(
    () => {
      over = true
    },
    () => {},
  )
  await clock.wait(20, never)
  expect(over).toBe(false)
  control.abort()
})
