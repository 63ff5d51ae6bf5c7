import type { LayerSet } from './timeline-sets.ts'

/** What was seen from one minute to just before another, in minutes since 1970-01-01T00:00Z. */
export interface Span {
  from: number
  to: number
  layers: LayerSet
}

export interface Sighting {
  minute: number
  layers: LayerSet
}

/**
 * How long an examination speaks for the time after it, where no other follows: on battery the next comes in an hour.
 * Later than that, nobody knows.
 */
export const speaksFor = 75

/** What an examination stands for: until the next one of the same account, until it is too old, or until now. */
export function spanOf({ minute, layers }: Sighting, next: number | undefined, now: number): Span {
  const to = Math.min(next ?? Number.POSITIVE_INFINITY, minute + speaksFor, now + 1)
  return { from: minute, to: Math.max(to, minute + 1), layers }
}
