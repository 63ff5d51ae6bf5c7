import type Database from 'better-sqlite3'
import type { Instant, Millis } from '../core/time.ts'
import type { StripQuery, TimelineQuery } from '../core/timeline.ts'
import { cellAt } from './timeline-bands.ts'
import { daysBetween, hourStart } from './timeline-days.ts'
import { dayMs, hourMs, minuteMs, minutesInQuarter, quartersInDay } from './timeline-retention.ts'
import type { LayerSet } from './timeline-sets.ts'
import { type LayerSpan, type MinuteRecord, spanOf, speaksFor } from './timeline-spans.ts'

const steps = [1, 2, 5, 15, 30, 60, 120, 180, 360, 720].map((minutes) => minutes * minuteMs)

/** Where cells begin, and the end of the last; and how long most of them are. */
export interface TimelineGrid {
  edges: readonly Instant[]
  step: Millis
}

/** As fine as the picture can show, and as coarse as its neighbours' edges must be to stay where they are. */
export function gridOf({ from, to, width, zone }: TimelineQuery): TimelineGrid {
  const step = steps.find((one) => (to - from) / one <= width)
  if (step !== undefined) {
    const first = Math.floor(from / step)
    const count = Math.ceil(to / step) - first
    return { step, edges: Array.from({ length: count + 1 }, (_, index) => (first + index) * step) }
  }
  const days = daysBetween(from, to, zone)
  const together = Math.max(1, Math.ceil((days.length - 1) / width))
  const edges = days.filter((_, index) => index % together === 0)
  const end = days.at(-1)
  if (end !== undefined && edges.at(-1) !== end) edges.push(end)
  return { step: together * dayMs, edges }
}

export function gridOfStrip({ by, count, until, zone }: StripQuery): TimelineGrid {
  if (by === 'day') {
    const days = daysBetween(until - (count + 1) * dayMs, until + 1, zone)
    return { step: dayMs, edges: days.slice(-count - 1) }
  }
  const last = hourStart(until, zone)
  return { step: hourMs, edges: Array.from({ length: count + 1 }, (_, index) => last + (index + 1 - count) * hourMs) }
}

/** What was seen in each cell: everything whose stretch of time touches it. */
export function setsIn(db: Database.Database): (grid: TimelineGrid, now: Instant) => LayerSet[] {
  const accounts = db.prepare<[], number>('SELECT id FROM account').pluck()
  const newest = db.prepare<[number], MinuteRecord>(
    'SELECT minute, layers, last FROM seen_minute WHERE account = ? ORDER BY minute DESC LIMIT 1',
  )
  const between = db
    .prepare<[number, number], [minute: number, account: number, layers: LayerSet, last: LayerSet | null]>(
      'SELECT minute, account, layers, last FROM seen_minute WHERE minute >= ? AND minute < ? ORDER BY minute DESC',
    )
    .raw()
  const days = db.prepare<[number, number], { day: number; quarters: Buffer }>(
    'SELECT day, quarters FROM seen_day WHERE day >= ? AND day <= ?',
  )

  function fine({ edges }: TimelineGrid, now: number): LayerSet[] {
    const sets = emptyCells(edges)
    const next = new Map<number, number>()
    // A stretch that reaches into the first cell may have begun before it; the one after the last ends the last.
    const [from, to] = [minuteOf(edges[0]) - speaksFor, minuteOf(edges.at(-1)) + speaksFor]
    for (const [at, account, layers, last] of between.iterate(from, to)) {
      fill(sets, edges, { from: at, to: at + 1, layers })
      fill(sets, edges, spanOf({ minute: at, layers, last }, next.get(account), now))
      next.set(account, at)
    }
    return sets
  }

  function coarse({ edges }: TimelineGrid, now: number): LayerSet[] {
    const sets = emptyCells(edges)
    const [start = 0, end = 0] = [edges[0], edges.at(-1)]
    let cell = 0
    for (const row of days.iterate(Math.floor(start / dayMs), Math.floor((end - 1) / dayMs))) {
      const numbers = new DataView(row.quarters.buffer, row.quarters.byteOffset, row.quarters.byteLength)
      for (let index = 0; index < quartersInDay; index++) {
        const at = row.day * dayMs + index * minutesInQuarter * minuteMs
        if (at < start || at >= end) continue
        while ((edges[cell + 1] ?? Number.POSITIVE_INFINITY) <= at) cell++
        sets[cell] = (sets[cell] ?? 0) | numbers.getInt32(4 * index, true)
      }
    }
    // What the newest examination of each account stands for is not written down before the next.
    for (const account of accounts.all()) {
      const last = newest.get(account)
      if (last) fill(sets, edges, spanOf(last, undefined, now))
    }
    return sets
  }

  return (grid, now) => {
    const today = Math.floor(now / minuteMs)
    return grid.step < minutesInQuarter * minuteMs ? fine(grid, today) : coarse(grid, today)
  }
}

function emptyCells(edges: readonly Instant[]): LayerSet[] {
  return new Array<LayerSet>(edges.length - 1).fill(0)
}

function minuteOf(at: Instant = 0): number {
  return Math.floor(at / minuteMs)
}

function fill(sets: LayerSet[], edges: readonly Instant[], { from, to, layers }: LayerSpan): void {
  if ((edges[0] ?? 0) >= to * minuteMs) return
  for (let at = cellAt(edges, from * minuteMs); at < sets.length && (edges[at] ?? 0) < to * minuteMs; at++)
    sets[at] = (sets[at] ?? 0) | layers
}
