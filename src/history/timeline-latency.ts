import type Database from 'better-sqlite3'
import type { Millis } from '../core/time.ts'
import type { LatencyPoint, Timeline, TimelineQuery } from '../core/timeline.ts'
import { dayMs, hourMs, minuteMs } from './timeline-retention.ts'

type Row = [at: number, times: number, least: number, most: number, total: number]

/** Points are read by the minute up to three days, by the hour up to a month, and then by the day. */
function stepOf(span: Millis): Millis {
  return span <= 3 * dayMs ? minuteMs : span <= 31 * dayMs ? hourMs : dayMs
}

// A line needs no more than a point every few dots.
const dots = 4

export function latencyIn(db: Database.Database): (query: TimelineQuery) => Timeline['latency'] {
  const servers = db.prepare<[], { id: number; host: string }>('SELECT id, host FROM server ORDER BY host')
  const rows = db
    .prepare<[number, number, number, number], Row>(
      `SELECT at, times, least, most, total FROM latency WHERE step = ? AND server = ? AND at >= ? AND at < ?
       ORDER BY at`,
    )
    .raw()
  return ({ from, to, width }) => {
    const base = stepOf(to - from)
    const together = Math.max(1, Math.ceil(((to - from) * dots) / (base * width)))
    return servers.all().flatMap(({ id, host }) => {
      const found = rows.all(base, id, Math.floor(from / base), Math.ceil(to / base))
      const points = pointsOf(found, base, together)
      return points.length > 0 ? [{ host, step: base * together, points }] : []
    })
  }
}

function pointsOf(rows: readonly Row[], base: Millis, together: number): LatencyPoint[] {
  const sums = new Map<number, Row>()
  for (const [at, times, least, most, total] of rows) {
    const slot = Math.floor(at / together)
    const sum = sums.get(slot)
    if (!sum) sums.set(slot, [slot, times, least, most, total])
    else {
      sum[1] += times
      sum[2] = Math.min(sum[2], least)
      sum[3] = Math.max(sum[3], most)
      sum[4] += total
    }
  }
  return [...sums.values()].map(([slot, times, least, most, total]) => ({
    at: slot * together * base,
    least,
    mean: Math.round(total / times),
    most,
  }))
}
