import type { Instant, Millis } from '../../core/time.ts'

/** The stretch of time that the picture shows. */
export interface TimelineWindow {
  from: Instant
  to: Instant
}

const minute = 60_000
const day = 24 * 60 * minute

export const shortestMs: Millis = 10 * minute
export const longestMs: Millis = 366 * day
/** A little of the future, so that now is seen to be the end. */
const margin = 0.02

export function windowLengthMs({ from, to }: TimelineWindow): Millis {
  return to - from
}

/** The last `length` until now. */
export function windowUntil(now: Instant, length: Millis): TimelineWindow {
  const to = Math.round(now + length * margin)
  return { from: to - length, to }
}

/** As long as asked for, but within bounds; never further than now, nor further back than a year. */
export function clampedWindow({ from, to }: TimelineWindow, now: Instant): TimelineWindow {
  // Whole milliseconds: what is only moved keeps its length, and need not be drawn anew.
  const length = Math.round(Math.min(longestMs, Math.max(shortestMs, to - from)))
  const middle = (from + to) / 2
  const latest = now + length * margin
  const end = Math.round(Math.max(now - longestMs + length, Math.min(latest, middle + length / 2)))
  return { from: end - length, to: end }
}

/** Moved by a share of its length; negative goes back. */
export function panned(window: TimelineWindow, share: number, now: Instant): TimelineWindow {
  const by = windowLengthMs(window) * share
  return clampedWindow({ from: window.from + by, to: window.to + by }, now)
}

/** `factor` below 1 looks closer. What stands at `at`, a share of the width, stays there. */
export function zoomed(window: TimelineWindow, factor: number, at: number, now: Instant): TimelineWindow {
  const length = Math.min(longestMs, Math.max(shortestMs, windowLengthMs(window) * factor))
  const still = window.from + windowLengthMs(window) * at
  return clampedWindow({ from: still - length * at, to: still + length * (1 - at) }, now)
}

/** With room on both sides, so that there is something to show while it is moved. */
export function withMargins(window: TimelineWindow): TimelineWindow {
  const room = Math.round(windowLengthMs(window) / 2)
  return { from: window.from - room, to: window.to + room }
}

export function containsWindow(outer: TimelineWindow, inner: TimelineWindow): boolean {
  return outer.from <= inner.from && outer.to >= inner.to
}

/** Around a trouble, with as much before and after as it took itself. */
export function windowAround(from: Instant, to: Instant, now: Instant): TimelineWindow {
  const room = Math.max(shortestMs, to - from)
  return clampedWindow({ from: from - room, to: to + room }, now)
}
