import type { SqlValue } from '../../core/mac-powers.ts'
import type { Instant, Millis } from '../../core/time.ts'
import { epoch2001, momentOf } from '../moment.ts'

const year2000 = 946_684_800
const year2010 = 1_262_304_000
const day: Millis = 86_400_000
/** Outlook lets nobody send later than this. */
const furthestAhead: Millis = 2 * 365 * day

/**
 * A date of the store: Unix seconds. One note claims that they count from 2001; a value that would lie before 2000 is
 * taken so where that makes it a date of Outlook's own days. `undefined` where it is not set or makes no sense.
 */
export function storeInstantOf(value: SqlValue | undefined, now: Instant): Instant | undefined {
  if (typeof value !== 'number' || value <= 0) return undefined
  if (value > year2000) return momentOf(value, now)
  return value + epoch2001 > year2010 ? momentOf(value + epoch2001, now) : undefined
}

/** A date of a sidecar file: seconds since 2001. May lie ahead. */
export function instantSince2001(seconds: number | undefined, now: Instant): Instant | undefined {
  return seconds === undefined || seconds === 0 ? undefined : momentOf(seconds + epoch2001, now, furthestAhead)
}
