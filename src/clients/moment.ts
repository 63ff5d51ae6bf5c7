import type { Instant, Millis } from '../core/time.ts'

/** 2001-01-01 in Unix seconds, from where Apple counts. */
export const epoch2001 = 978_307_200
/** 1990-01-01: no mail app of a Mac has written anything before. */
const earliest = 631_152_000
/** 2100-01-01: whatever lies behind it was never meant. */
const latest = 4_102_444_800

/** Numbers that stand for "none": Apple's epoch itself, and the last of 32 bits, which Mail 16 writes into `date_sent`. */
const none = new Set([epoch2001, 2 ** 31 - 1, 2 ** 31])

/**
 * The one place that decides whether a number out of somebody's store is a moment. `undefined` where it is not set, lies
 * before 1990, or further ahead of `now` than `ahead`.
 */
export function momentOf(unixSeconds: number | undefined, now: Instant, ahead: Millis = 0): Instant | undefined {
  if (unixSeconds === undefined || !isPlausibleDate(unixSeconds)) return undefined
  const at = Math.round(unixSeconds * 1_000)
  return at <= now + ahead ? at : undefined
}

/** Whether it is a date at all, as far as that can be told without knowing what time it is. */
export function isPlausibleDate(unixSeconds: number): boolean {
  return (
    unixSeconds >= earliest && unixSeconds < latest && !none.has(Math.floor(Math.round(unixSeconds * 1_000) / 1_000))
  )
}

/** When a file was last written to; a clock that was wrong then leaves no moment. */
export function fileMoment(changed: Instant, now: Instant): Instant | undefined {
  return momentOf(changed / 1_000, now, aLittle)
}

/** Clocks of two programs on one Mac are one; some disks round up. */
const aLittle: Millis = 2_000
