import type { Instant, Millis } from '../../core/time.ts'
import type { Timeline } from '../../core/timeline.ts'

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

/** What came before is shown, too, as far as it leaves a third of the picture to what was seen. */
const share = 3
/** Whoever has watched for most of a day is shown the day. */
const mostOfDay = 0.8 * day

/**
 * Where a look into the past begins: a day, or, where nobody has watched for so long, all that was seen, so that the
 * picture is filled by it. `past`: of the last day.
 */
export function firstLook({ overall, marks }: Pick<Timeline, 'overall' | 'marks'>, now: Instant): TimelineWindow {
  // A Mac remembers when it slept; that is not to have watched.
  const seen = overall.find(({ is }) => is !== 'no data' && is !== 'asleep')
  if (!seen) return windowUntil(now, day)
  const earliest = now - share * (now - seen.from)
  const first = Math.min(seen.from, ...marks.flatMap(({ at }) => (at >= earliest ? at : [])))
  const length = Math.round((now - first) * 1.08)
  return windowUntil(now, length > mostOfDay ? day : Math.max(shortestMs, length))
}

/** The same beginning, and now still at the end, until it is a day long. */
export function grown({ from, to }: TimelineWindow, now: Instant): TimelineWindow {
  const length = Math.round((now - from) * (1 + margin))
  return length > day ? windowUntil(now, Math.max(day, to - from)) : { from, to: Math.max(to, from + length) }
}
