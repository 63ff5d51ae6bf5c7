import type Database from 'better-sqlite3'
import type { Instant } from '../core/time.ts'
import type { Mark, TimelineQuery } from '../core/timeline.ts'
import { minute } from './timeline-keeping.ts'

interface Row {
  at: Instant
  what: Mark['what']
  line: string
  count: number
  id: string | null
  until: Instant | null
}

// Closer than this many dots, two marks of a kind cannot be told apart.
const dots = 6

/**
 * Of each slot and kind the newest, with the number of them: bare columns are those of the row that has max(at). A
 * number of JavaScript's has a fraction for SQLite unless told otherwise, and slots would not be whole.
 */
const all = `
  SELECT max(at) AS at, what, line, count(*) AS count, NULL AS id, NULL AS until FROM change
  WHERE at >= $from AND at < $to GROUP BY at / CAST($slot AS INTEGER), what
  UNION ALL
  SELECT max(started_at), 'treatment', word.text, count(*), treatment.id, NULL
  FROM treatment JOIN word ON word.id = remedy
  WHERE started_at >= $from AND started_at < $to GROUP BY started_at / CAST($slot AS INTEGER)
  UNION ALL
  SELECT max(opened_at), 'episode', coalesce(word.text, ''), count(*), episode.id, closed_at
  FROM episode LEFT JOIN word ON word.id = cause
  WHERE opened_at >= $from AND opened_at < $to GROUP BY opened_at / CAST($slot AS INTEGER)
  ORDER BY 1, 2`

export function marksIn(db: Database.Database): (query: TimelineQuery) => Mark[] {
  const read = db.prepare<{ from: number; to: number; slot: number }, Row>(all)
  return ({ from, to, width }) => {
    const slot = Math.max(minute, Math.ceil(((to - from) * dots) / width))
    return read.all({ from: Math.floor(from), to: Math.ceil(to), slot }).map(markOf)
  }
}

function markOf({ id, until, count, ...mark }: Row): Mark {
  const one = count === 1
  return {
    ...mark,
    count,
    ...(one && id !== null && { id: String(id) }),
    ...(one && until !== null && { until }),
  }
}
