import type Database from 'better-sqlite3'
import type { Instant } from '../core/time.ts'
import type { Band, StripQuery, Timeline, TimelineQuery } from '../core/timeline.ts'
import { cellsOf, clippedBands, mergedBands, rowsOf, type TimelineCells, type TimeRange } from './timeline-bands.ts'
import { gridOf, gridOfStrip, setsIn, type TimelineGrid } from './timeline-cells.ts'
import { latencyIn } from './timeline-latency.ts'
import { timelineMarksIn } from './timeline-marks.ts'
import { syncStretchesIn } from './timeline-sync.ts'

/** What was, as a picture of it needs it. `now`: nothing is known of later. */
export interface TimelineReader {
  read(query: TimelineQuery, now: Instant): Timeline
  /** One cell an hour or a day, not merged. */
  strip(query: StripQuery, now: Instant): Band[]
}

export function timelineIn(db: Database.Database): TimelineReader {
  const sets = setsIn(db)
  const marks = timelineMarksIn(db)
  const latency = latencyIn(db)
  const sleeps = sleepsIn(db)
  const stuck = stuckIn(db)
  const sync = syncStretchesIn(db)

  function cells(grid: TimelineGrid, now: Instant): TimelineCells {
    const [from = 0, to = 0] = [grid.edges[0], grid.edges.at(-1)]
    return {
      edges: grid.edges,
      sets: sets(grid, now),
      sleeps: sleeps(from, to, now),
      stuck: stuck(from, to, now),
      sync: sync(from, to),
      now,
    }
  }

  return {
    read(query, now) {
      const { from, to } = query
      const grid = gridOf(query)
      const all = cells(grid, now)
      return {
        from,
        to,
        step: grid.step,
        overall: clippedBands(mergedBands(cellsOf(all)), from, to),
        rows: rowsOf(all, query),
        marks: marks(query, now),
        latency: latency(query),
      }
    },
    strip: (query, now) => cellsOf(cells(gridOfStrip(query), now)),
  }
}

type Between = (from: Instant, to: Instant, now: Instant) => TimeRange[]

function stuckIn(db: Database.Database): Between {
  const read = db.prepare<{ from: number; to: number; now: number }, TimeRange>(
    `SELECT opened_at AS "from", coalesce(closed_at, $now + 1) AS "to" FROM episode
     WHERE opened_at < $to AND coalesce(closed_at, $now + 1) > $from`,
  )
  return (from, to, now) => read.all({ from, to, now })
}

function sleepsIn(db: Database.Database): Between {
  const turns = db.prepare<[Instant, Instant], { at: Instant; what: 'sleep' | 'wake' }>(
    `SELECT at, what FROM change WHERE what IN ('sleep', 'wake') AND at >= ? AND at < ? ORDER BY at, what = 'wake'`,
  )
  const before = db.prepare<[Instant], { at: Instant; what: 'sleep' | 'wake' }>(
    `SELECT at, what FROM change WHERE what IN ('sleep', 'wake') AND at < ? ORDER BY at DESC, what = 'wake' DESC LIMIT 1`,
  )
  return (from, to, now) => {
    const first = before.get(from)
    const sleeps: TimeRange[] = []
    let since = first?.what === 'sleep' ? first.at : undefined
    for (const { at, what } of turns.all(from, to)) {
      if (what === 'sleep') since ??= at
      else if (since !== undefined) {
        sleeps.push({ from: since, to: at })
        since = undefined
      }
    }
    // Whoever asks is awake: a sleep without a waking ended unseen.
    if (since !== undefined) sleeps.push({ from: since, to: Math.min(to, now) })
    return sleeps
  }
}
