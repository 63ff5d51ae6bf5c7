import type { KeptRule } from '../kinds.ts'

const frequencies = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' } as const

/** A rule as the value of RRULE (RFC 5545 §3.3.10). `isOfDays`: of whole days, whose end is a day, too. */
export function recurrenceOf(rule: KeptRule, isOfDays: boolean): Record<string, unknown> {
  const { every, interval, weekdays = [], place, dayOfMonth, month, count, until } = rule
  const isInMonth = every === 'month' || every === 'year'
  const isSingle = isInMonth && place !== undefined && weekdays.length === 1
  return {
    freq: frequencies[every],
    ...(interval > 1 && { interval }),
    ...(month !== undefined && { bymonth: month }),
    ...(weekdays.length > 0 && { byday: isSingle ? [`${place}${weekdays[0]}`] : [...weekdays] }),
    // "The first working day": of all those days, the one in this place.
    ...(isInMonth && !isSingle && place !== undefined && weekdays.length > 0 && { bysetpos: place }),
    ...(isInMonth && dayOfMonth !== undefined && weekdays.length === 0 && { bymonthday: dayOfMonth }),
    ...(count !== undefined && { count }),
    ...(count === undefined &&
      until !== undefined && {
        until: isOfDays ? new Date(until).toISOString().slice(0, 10) : `${new Date(until).toISOString().slice(0, 19)}Z`,
      }),
  }
}
