import type Database from 'better-sqlite3'
import type { Instant } from '../core/time.ts'
import type { SyncStretch } from './timeline-bands.ts'
import { minuteMs } from './timeline-retention.ts'
import { speaksFor } from './timeline-spans.ts'

/** How checks found accounts beside their servers; the last of a stretch speaks until the next one, or is too old. */
export function syncStretchesIn(db: Database.Database): (from: Instant, to: Instant) => SyncStretch[] {
  const lasting = speaksFor * minuteMs
  const read = db.prepare<
    { from: Instant; to: Instant; lasting: number },
    { from: Instant; to: Instant; is_good: number }
  >(
    `SELECT began AS "from", is_good, min(ended + $lasting, coalesce(next, ended + $lasting)) AS "to" FROM
       (SELECT began, ended, is_good, lead(began) OVER (PARTITION BY account ORDER BY began) AS next FROM sync_stretch)
     WHERE "from" < $to AND ended + $lasting > $from`,
  )
  return (from, to) =>
    read.all({ from, to, lasting }).map(({ is_good, ...range }) => ({ ...range, is: is_good === 1 ? 'good' : 'bad' }))
}
