import type { Instant, Millis } from '../core/time.ts'

const hour = 3_600_000
const day = 24 * hour

/**
 * Where the days begin that lie between two moments in a time zone, the one that holds `from` first, and the end of
 * the last. Where clocks go back or forth a day has 25 hours or 23; where they go forth at midnight it begins at one.
 */
export function daysBetween(from: Instant, to: Instant, zone: string): Instant[] {
  const offset = offsetsIn(zone)
  const localDay = (at: Instant) => Math.floor((at + offset(at)) / day)
  let date = localDay(from)
  let before = offset(date * day - 12 * hour)
  const starts: Instant[] = []
  while (true) {
    const after = offset(date * day + 12 * hour)
    const start = before === after ? date * day - after : firstOf(date, [before, after], localDay)
    // A date that a place has left out altogether begins nowhere.
    if (start > (starts.at(-1) ?? Number.NEGATIVE_INFINITY)) starts.push(start)
    if (start >= to) return starts
    before = after
    date++
  }
}

function firstOf(date: number, offsets: readonly Millis[], localDay: (at: Instant) => number): Instant {
  const starts = offsets.map((offset) => date * day - offset).filter((start) => localDay(start) === date)
  return Math.min(...(starts.length > 0 ? starts : [date * day - Math.max(...offsets)]))
}

/** Where the whole hours of a zone begin: those of a few zones lie half an hour beside everybody else's. */
export function hourStart(at: Instant, zone: string): Instant {
  const offset = offsetsIn(zone)(at)
  return Math.floor((at + offset) / hour) * hour - offset
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** How far a zone's clocks are ahead of UTC at a moment. */
function offsetsIn(zone: string): (at: Instant) => Millis {
  const clock = clocks.get(zone) ?? clockIn(zone)
  clocks.set(zone, clock)
  return (at) => {
    const [month = 0, date = 0, year = 0, hours = 0, minutes = 0] = (clock.format(at).match(/\d+/g) ?? []).map(Number)
    return Date.UTC(year, month - 1, date, hours, minutes) - Math.floor(at / 60_000) * 60_000
  }
}

function clockIn(timeZone: string): Intl.DateTimeFormat {
  const two = '2-digit'
  const parts = { year: 'numeric', month: two, day: two, hour: two, minute: two, hourCycle: 'h23' } as const
  return new Intl.DateTimeFormat('en-US', { timeZone, ...parts })
}
