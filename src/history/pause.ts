import type Database from 'better-sqlite3'
import type { Instant } from '../core/time.ts'

/** How long the person wants nothing watched, over a restart. */
export interface PauseRecord {
  /** Until then; without it, it is over. */
  keep(until: Instant | undefined): void
  until(): Instant | undefined
}

export function pauseIn(db: Database.Database): PauseRecord {
  const put = db.prepare('INSERT OR REPLACE INTO pause (only, until) VALUES (1, ?)')
  const drop = db.prepare('DELETE FROM pause')
  const read = db.prepare<[], Instant>('SELECT until FROM pause').pluck()
  return {
    keep: (until) => void (until === undefined ? drop.run() : put.run(Math.round(until))),
    until: () => read.get(),
  }
}
