import type Database from 'better-sqlite3'
import type { Log } from '../core/log.ts'
import type { RoundTripMemory } from '../core/round-trip.ts'
import type { Instant } from '../core/time.ts'
import { unlessBroken } from '../core/unless-broken.ts'
import { onDisk } from './durable.ts'
import { opaqueId } from './opaque-id.ts'

/** The messages to oneself in a database. */
export function roundTripsIn(db: Database.Database, salt: Buffer, log?: Pick<Log, 'error'>): RoundTripMemory {
  const add = db.prepare('INSERT INTO round_trip (mark, account, began_at) VALUES (?, ?, ?)')
  const end = db.prepare('UPDATE round_trip SET is_over = 1 WHERE mark = ?')
  const open = db.prepare<[string], { mark: string; at: Instant }>(
    'SELECT mark, began_at AS at FROM round_trip WHERE account = ? AND is_over = 0 ORDER BY began_at',
  )
  const count = db
    .prepare<[string, Instant], number>('SELECT count(*) FROM round_trip WHERE account = ? AND began_at >= ?')
    .pluck()
  return {
    begin(account, mark, at) {
      const write = () => onDisk(db, () => add.run(mark, opaqueId(account, salt), Math.round(at)))
      return unlessBroken(log, write) !== undefined
    },
    ended: (mark) => void unlessBroken(log, () => end.run(mark)),
    left: (account) => unlessBroken(log, () => open.all(opaqueId(account, salt))) ?? [],
    countSince: (account, since) => unlessBroken(log, () => count.get(opaqueId(account, salt), since)) ?? 0,
  }
}
