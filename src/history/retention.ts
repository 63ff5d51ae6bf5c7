import { setImmediate } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import type { Instant } from '../core/time.ts'
import { dayNumberOf } from './interned.ts'
import { latencySteps, minuteMs } from './timeline-retention.ts'

// Some milliseconds of work; the process breathes between two of them.
const atOnce = 200

/** Forgets what is older, in small steps. Phrases go when no examination can hold them any more. */
export function retention(db: Database.Database): (olderThan: Instant) => Promise<void> {
  const examinations = db.prepare(
    'DELETE FROM examination WHERE id IN (SELECT id FROM examination WHERE at < ? ORDER BY at LIMIT ?)',
  )
  const phrases = db.prepare('DELETE FROM phrase WHERE id IN (SELECT id FROM phrase WHERE last_day < ? LIMIT ?)')
  const facts = db.prepare('DELETE FROM fact WHERE rowid IN (SELECT rowid FROM fact WHERE at < ? LIMIT ?)')
  const accounts = db.prepare(
    'DELETE FROM account WHERE id IN (SELECT id FROM account WHERE id NOT IN (SELECT account FROM examination) LIMIT ?)',
  )
  // One that goes on is never old.
  const episodes = db.prepare(
    'DELETE FROM episode WHERE id IN (SELECT id FROM episode WHERE opened_at < ? AND closed_at < ? LIMIT ?)',
  )
  const changes = db.prepare('DELETE FROM change WHERE id IN (SELECT id FROM change WHERE at < ? LIMIT ?)')
  // One that was cut off waits for somebody to undo it, however long.
  const treatments = db.prepare(
    'DELETE FROM treatment WHERE id IN (SELECT id FROM treatment WHERE started_at < ? AND ended_at < ? LIMIT ?)',
  )
  const minutes = db.prepare(
    'DELETE FROM seen_minute WHERE (minute, account) IN (SELECT minute, account FROM seen_minute WHERE minute < ? LIMIT ?)',
  )
  const days = db.prepare('DELETE FROM seen_day WHERE day IN (SELECT day FROM seen_day WHERE day < ? LIMIT ?)')
  const latency = db.prepare(
    `DELETE FROM latency WHERE (step, server, at) IN
       (SELECT step, server, at FROM latency WHERE step = ? AND server IN (SELECT id FROM server) AND at < ? LIMIT ?)`,
  )
  const servers = db.prepare(
    `DELETE FROM server WHERE id IN (SELECT id FROM server AS one WHERE NOT EXISTS
       (SELECT 1 FROM latency WHERE step = ${latencySteps.at(-1)} AND server = one.id) LIMIT ?)`,
  )
  const stretches = db.prepare(
    `DELETE FROM sync_stretch WHERE (account, began) IN
       (SELECT account, began FROM sync_stretch WHERE ended < ? LIMIT ?)`,
  )
  const networks = db.prepare(
    `DELETE FROM network_memory WHERE (network, account) IN
       (SELECT network, account FROM network_memory WHERE at < ? LIMIT ?)`,
  )
  const roundTrips = db.prepare(
    'DELETE FROM round_trip WHERE mark IN (SELECT mark FROM round_trip WHERE began_at < ? LIMIT ?)',
  )
  async function inSteps(step: () => Database.RunResult): Promise<void> {
    while (db.open && step().changes === atOnce) await setImmediate()
  }
  return async (olderThan) => {
    await inSteps(() => examinations.run(olderThan, atOnce))
    await inSteps(() => facts.run(olderThan, atOnce))
    await inSteps(() => phrases.run(dayNumberOf(olderThan), atOnce))
    await inSteps(() => minutes.run(Math.floor(olderThan / minuteMs), atOnce))
    await inSteps(() => days.run(dayNumberOf(olderThan), atOnce))
    for (const step of latencySteps) await inSteps(() => latency.run(step, Math.floor(olderThan / step), atOnce))
    await inSteps(() => servers.run(atOnce))
    await inSteps(() => accounts.run(atOnce))
    await inSteps(() => episodes.run(olderThan, olderThan, atOnce))
    await inSteps(() => changes.run(olderThan, atOnce))
    await inSteps(() => treatments.run(olderThan, olderThan, atOnce))
    await inSteps(() => stretches.run(olderThan, atOnce))
    await inSteps(() => networks.run(olderThan, atOnce))
    await inSteps(() => roundTrips.run(olderThan, atOnce))
  }
}
