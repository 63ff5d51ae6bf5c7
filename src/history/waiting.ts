import type Database from 'better-sqlite3'
import type { WaitingRecord } from '../core/episode.ts'
import { opaqueId } from './opaque-id.ts'

export type AllWaiting = Readonly<Record<string, WaitingRecord>>

export interface WaitingMail {
  /** All that wait now; what is not among them has left. */
  keep(waiting: AllWaiting): void
  read(): AllWaiting
}

type Row = Omit<WaitingRecord, 'firstSeen' | 'stuck'> & { message: string; first_seen: number; stuck: number }

// How long a message has waited is written now and then: a restart may forget a minute, and a row a second would be mad.
const step = 60_000

export function waitingIn(db: Database.Database, salt: Buffer): WaitingMail {
  const put = db.prepare(
    `INSERT OR REPLACE INTO waiting (message, client, account, first_seen, counted, size, stuck)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const drop = db.prepare('DELETE FROM waiting WHERE message = ?')
  const all = db.prepare<[], Row>('SELECT * FROM waiting')
  let written: AllWaiting = read()

  function read(): AllWaiting {
    return Object.fromEntries(
      all
        .all()
        .map(({ message, first_seen, stuck, ...row }) => [
          message,
          { ...row, firstSeen: first_seen, stuck: stuck === 1 },
        ]),
    )
  }

  const write = db.transaction((gone: readonly string[], fresh: readonly [string, WaitingRecord][]) => {
    for (const message of gone) drop.run(opaqueId(message, salt))
    for (const [message, { client, account, firstSeen, counted, size, stuck }] of fresh) {
      const own = [opaqueId(message, salt), client, opaqueId(account, salt)]
      put.run(...own, firstSeen, Math.round(counted), Math.round(size), stuck ? 1 : 0)
    }
  }).immediate

  return {
    read,
    keep(waiting) {
      const gone = Object.keys(written).filter((message) => !(message in waiting))
      const fresh = Object.entries(waiting).filter(([message, one]) => differs(written[message], one))
      if (gone.length === 0 && fresh.length === 0) return
      write(gone, fresh)
      written = waiting
    },
  }
}

function differs(before: WaitingRecord | undefined, now: WaitingRecord): boolean {
  if (!before) return true
  const whole = ({ counted }: WaitingRecord) => Math.floor(counted / step)
  return before.stuck !== now.stuck || before.size !== now.size || whole(before) !== whole(now)
}
