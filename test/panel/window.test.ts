import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  clampedWindow,
  longestMs,
  panned,
  shortestMs,
  windowLengthMs,
  windowUntil,
  zoomed,
} from '../../src/panel/timeline/timeline-window.ts'

const now = 1_800_000_000_000
const anyWindow = fc
  .tuple(fc.integer({ min: now - 2 * longestMs, max: now + longestMs }), fc.integer({ min: 1, max: 2 * longestMs }))
  .map(([from, length]) => clampedWindow({ from, to: from + length }, now))

describe('the window of the timeline', () => {
  test('is never shorter than ten minutes, nor longer than a year, nor beyond now or a year ago', () => {
    fc.assert(
      fc.property(
        anyWindow,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (window, factor, at) => {
          for (const moved of [zoomed(window, factor, at, now), panned(window, factor - 50, now)]) {
            expect(windowLengthMs(moved)).toBeGreaterThanOrEqual(shortestMs - 1)
            expect(windowLengthMs(moved)).toBeLessThanOrEqual(longestMs + 1)
            expect(moved.to).toBeLessThanOrEqual(now + longestMs * 0.02 + 1)
            expect(moved.from).toBeGreaterThanOrEqual(now - longestMs - 1)
          }
        },
      ),
    )
  })

  test('what is under the pointer stays there while it is zoomed', () => {
    const window = { from: now - 100 * shortestMs, to: now - 50 * shortestMs }
    const closer = zoomed(window, 0.5, 0.25, now)
    const [before, after] = [window, closer].map((one) => one.from + windowLengthMs(one) * 0.25)
    expect(Math.abs((before ?? 0) - (after ?? 0))).toBeLessThanOrEqual(1)
  })

  test('panning there and back leads home', () => {
    const window = { from: now - 100 * shortestMs, to: now - 50 * shortestMs }
    expect(panned(panned(window, -0.5, now), 0.5, now)).toEqual(window)
  })

  test('shows a little beyond now', () => {
    expect(windowUntil(now, shortestMs).to).toBeGreaterThan(now)
  })
})
