import type { Instant } from '../../core/time.ts'

const cocoaEpoch = 978_307_200
const day = 86_400
const year = 365 * day

/**
 * A date of Mail's index: Unix seconds. Some write that its epoch is 2001; a value that is decades old, and that read
 * so lies close to now, is taken by their word.
 * @param ahead how far beyond now such a date may lie, in seconds
 */
export function instantOf(seconds: number | undefined, now: Instant, ahead = 2 * day): Instant | undefined {
  if (seconds === undefined || !Number.isFinite(seconds) || seconds <= 0) return undefined
  const present = now / 1_000
  const shifted = seconds + cocoaEpoch
  const cocoa = seconds < present - 20 * year && shifted > present - 2 * day && shifted < present + ahead
  return Math.round((cocoa ? shifted : seconds) * 1_000)
}

/** A date that somebody set ahead: Send Later reaches no further than this. */
export const furthestAhead = 2 * year
