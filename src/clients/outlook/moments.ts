import type { Value } from '../../core/mac.ts'
import type { Instant } from '../../core/time.ts'

/** 2001-01-01 in Unix seconds: Apple's epoch, and Outlook's way to say that a date is not set. */
const epoch2001 = 978_307_200
const year2000 = 946_684_800
const year2010 = 1_262_304_000
const day = 86_400

/**
 * A date of the store: Unix seconds. One note claims that they count from 2001; a value that would lie before 2000 is
 * taken so where that makes it a date of Outlook's own days. `undefined` where it is not set or makes no sense.
 */
export function instantOf(value: Value | undefined, now: Instant): Instant | undefined {
  if (typeof value !== 'number' || value <= 0 || value === epoch2001) return undefined
  const since = value > year2000 ? value : value + epoch2001
  const first = value > year2000 ? year2000 : year2010
  return since > first && since < now / 1_000 + day ? Math.round(since * 1_000) : undefined
}

/** A date of a sidecar file: seconds since 2001. May lie ahead. */
export function instantSince2001(seconds: number | undefined): Instant | undefined {
  if (seconds === undefined || !Number.isFinite(seconds) || seconds === 0) return undefined
  return Math.round((seconds + epoch2001) * 1_000)
}
