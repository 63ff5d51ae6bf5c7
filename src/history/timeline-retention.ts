import type Database from 'better-sqlite3'
import type { ExaminationRecord } from '../core/examination-record.ts'
import { withoutAddresses } from '../core/text.ts'
import type { Instant } from '../core/time.ts'
import { type LayerSet, seenIn } from './timeline-sets.ts'
import { type MinuteRecord, spanOf } from './timeline-spans.ts'

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs
/** Minutes in a quarter of an hour, and quarters in a day. */
export const minutesInQuarter = 15
export const quartersInDay = 96
export const latencySteps = [minuteMs, hourMs, dayMs] as const

/** Adds an examination of an account to what the timeline is drawn from. To be used inside its transaction. */
export function timelineRetention(db: Database.Database): (account: number, record: ExaminationRecord) => void {
  const lastBefore = db.prepare<[number, number], MinuteRecord>(
    'SELECT minute, layers, last FROM seen_minute WHERE account = ? AND minute < ? ORDER BY minute DESC LIMIT 1',
  )
  const add = db.prepare(
    `INSERT INTO seen_minute (minute, account, layers) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET layers = layers | excluded.layers,
       last = nullif(excluded.layers, layers | excluded.layers)`,
  )
  const keepDay = keepingDays(db)
  const keepLatency = keepingLatency(db)
  return (account, record) => {
    const now = Math.floor(record.at / minuteMs)
    const layers = seenIn(record)
    const before = lastBefore.get(account, now)
    if (before) {
      // What the one before stood for is known only now.
      const { from, to, layers: stood } = spanOf(before, now, now)
      keepDay(from, to, stood)
    }
    add.run(now, account, layers)
    keepDay(now, now + 1, layers)
    for (const { latency = [] } of record.findings)
      for (const { host, ms } of latency) keepLatency(withoutAddresses(host), record.at, Math.max(0, Math.round(ms)))
  }
}

/** From one minute to just before another; at most a few quarters, over at most two days. */
function keepingDays(db: Database.Database): (from: number, to: number, layers: LayerSet) => void {
  const read = db.prepare<[number], Buffer>('SELECT quarters FROM seen_day WHERE day = ?').pluck()
  const write = db.prepare('INSERT OR REPLACE INTO seen_day (day, quarters) VALUES (?, ?)')
  return (from, to, layers) => {
    const first = Math.floor(from / minutesInQuarter)
    const last = Math.floor((to - 1) / minutesInQuarter)
    for (let date = Math.floor(first / quartersInDay); date <= Math.floor(last / quartersInDay); date++) {
      const row = read.get(date) ?? Buffer.alloc(4 * quartersInDay)
      const before = Buffer.from(row)
      for (
        let at = Math.max(first, date * quartersInDay);
        at <= Math.min(last, date * quartersInDay + quartersInDay - 1);
        at++
      ) {
        const place = 4 * (at - date * quartersInDay)
        row.writeInt32LE(row.readInt32LE(place) | layers, place)
      }
      if (!row.equals(before)) write.run(date, row)
    }
  }
}

function keepingLatency(db: Database.Database): (host: string, at: Instant, ms: number) => void {
  const find = db.prepare<[string], number>('SELECT id FROM server WHERE host = ?').pluck()
  const add = db.prepare('INSERT INTO server (host) VALUES (?)')
  const keep = db.prepare(
    `INSERT INTO latency (step, server, at, times, least, most, total) VALUES (?, ?, ?, 1, ?, ?, ?)
     ON CONFLICT DO UPDATE SET times = times + 1, least = min(least, excluded.least), most = max(most, excluded.most),
       total = total + excluded.total`,
  )
  return (host, at, ms) => {
    const server = find.get(host) ?? Number(add.run(host).lastInsertRowid)
    for (const step of latencySteps) keep.run(step, server, Math.floor(at / step), ms, ms, ms)
  }
}
