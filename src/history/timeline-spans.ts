import type { LayerSet } from './timeline-sets.ts'

/** What was seen from one minute to just before another, in minutes since 1970-01-01T00:00Z. */
export interface LayerSpan {
  from: number
  to: number
  layers: LayerSet
}

export interface MinuteRecord {
  minute: number
  /** All that was seen within this minute. */
  layers: LayerSet
  /** What the last examination of this minute saw, where others had seen something else. */
  last: LayerSet | null
}

/**
 * How long an examination speaks for the time after it, where no other follows: on battery the next comes in an hour.
 * Later than that, nobody knows.
 */
export const speaksFor = 75

/** What the last examination of a minute stands for: until the next one of the same account, until it is too old, or until now. */
export function spanOf({ minute, layers, last }: MinuteRecord, next: number | undefined, now: number): LayerSpan {
  const to = Math.min(next ?? Number.POSITIVE_INFINITY, minute + speaksFor, now + 1)
  return { from: minute, to: Math.max(to, minute + 1), layers: last ?? layers }
}
