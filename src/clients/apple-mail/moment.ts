import type { Instant, Millis } from '../../core/time.ts'
import { epoch2001, momentOf } from '../moment.ts'

const day = 86_400
const year = 365 * day

/**
 * A date of Mail's index: Unix seconds. Some write that its epoch is 2001; a value that is decades old, and that read
 * so lies close to now, is taken by their word. `undefined` where it is no moment, or lies ahead.
 * @param ahead how far beyond now such a date may lie
 */
export function indexInstantOf(seconds: number | undefined, now: Instant, ahead: Millis = 0): Instant | undefined {
  if (seconds === undefined) return undefined
  const present = now / 1_000
  const shifted = seconds + epoch2001
  const near = shifted > present - 2 * day && shifted <= present + ahead / 1_000
  return momentOf(seconds < present - 20 * year && near ? shifted : seconds, now, ahead)
}

/** A date that somebody set ahead: Send Later reaches no further than this. */
export const furthestAhead: Millis = 2 * year * 1_000
