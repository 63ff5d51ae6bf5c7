import type Database from 'better-sqlite3'
import type { Log } from '../core/log.ts'
import type { SyncMemory, SyncTurn, WaitedChange } from '../core/sync-report.ts'
import type { Instant } from '../core/time.ts'
import { unlessBroken } from '../core/unless-broken.ts'
import { opaqueId } from './opaque-id.ts'
import { minuteMs } from './timeline-retention.ts'
import { speaksFor } from './timeline-spans.ts'

interface TurnRow {
  checked_at: Instant | null
  left_alone_until: Instant | null
}

/** What belongs to the comparing of accounts with their servers. What cannot be written is remembered for this run. */
export function syncMemoryIn(db: Database.Database, salt: Buffer, log?: Pick<Log, 'error'>): SyncMemory {
  const readTurn = db.prepare<[string], TurnRow>('SELECT checked_at, left_alone_until FROM sync_turn WHERE account = ?')
  const putTurn = db.prepare(
    'INSERT OR REPLACE INTO sync_turn (account, checked_at, left_alone_until) VALUES (?, ?, ?)',
  )
  const readWaited = db.prepare<[string], { change: string; waited: number; seen_at: Instant }>(
    'SELECT change, waited, seen_at FROM waiting_change WHERE account = ?',
  )
  const dropWaited = db.prepare('DELETE FROM waiting_change WHERE account = ?')
  const putWaited = db.prepare('INSERT INTO waiting_change (account, change, waited, seen_at) VALUES (?, ?, ?, ?)')
  const last = db.prepare<[string], { began: Instant; ended: Instant; is_good: number }>(
    'SELECT began, ended, is_good FROM sync_stretch WHERE account = ? ORDER BY began DESC LIMIT 1',
  )
  const lengthen = db.prepare('UPDATE sync_stretch SET ended = ? WHERE account = ? AND began = ?')
  const addStretch = db.prepare(
    'INSERT OR REPLACE INTO sync_stretch (account, began, ended, is_good) VALUES (?, ?, ?, ?)',
  )
  const turns = new Map<string, SyncTurn>()
  const waited = new Map<string, readonly WaitedChange[]>()

  const keepWaited = db.transaction((account: string, changes: readonly WaitedChange[]) => {
    dropWaited.run(account)
    for (const { key, waited: ms, seenAt } of changes) putWaited.run(account, key, Math.round(ms), Math.round(seenAt))
  }).immediate

  const keepSeen = db.transaction((account: string, at: Instant, is: 'good' | 'bad') => {
    const known = last.get(account)
    const isSame = known && (known.is_good === 1) === (is === 'good') && at >= known.ended
    if (isSame && at - known.ended <= speaksFor * minuteMs) lengthen.run(at, account, known.began)
    else addStretch.run(account, at, at, is === 'good' ? 1 : 0)
  }).immediate

  return {
    turn(account) {
      const own = turns.get(account)
      if (own) return own
      const row = unlessBroken(log, () => readTurn.get(opaqueId(account, salt)))
      return {
        ...(typeof row?.checked_at === 'number' && { checkedAt: row.checked_at }),
        ...(typeof row?.left_alone_until === 'number' && { leaveAloneUntil: row.left_alone_until }),
      }
    },
    keepTurn(account, turn) {
      turns.set(account, turn)
      const { checkedAt = null, leaveAloneUntil = null } = turn
      unlessBroken(log, () => putTurn.run(opaqueId(account, salt), checkedAt, leaveAloneUntil))
    },
    waited(account) {
      const own = waited.get(account)
      if (own) return own
      const rows = unlessBroken(log, () => readWaited.all(opaqueId(account, salt))) ?? []
      return rows.map(({ change, waited: ms, seen_at }) => ({ key: change, waited: ms, seenAt: seen_at }))
    },
    keepWaited(account, changes) {
      if (changes.length === 0 && waited.get(account)?.length === 0) return
      waited.set(account, changes)
      unlessBroken(log, () => keepWaited(opaqueId(account, salt), changes))
    },
    keepSeen: (account, at, is) => void unlessBroken(log, () => keepSeen(opaqueId(account, salt), Math.round(at), is)),
  }
}
