import type Database from 'better-sqlite3'
import type { Aside, WaitingRecord } from '../core/episode.ts'
import { interned } from './interned.ts'
import { opaqueId } from './opaque-id.ts'

export type AllWaiting = Readonly<Record<string, WaitingRecord>>

export interface WaitingMail {
  /** All that wait now; what is not among them has left. */
  keep(waiting: AllWaiting): void
  read(): AllWaiting
}

interface Row extends Omit<WaitingRecord, 'firstSeen' | 'stuck' | 'aside'> {
  message: string
  first_seen: number
  stuck: number
  is_aside: number
  aside_until: number | null
  cause: string | null
}

// How long a message has waited is written now and then: a restart may forget a minute, and a row a second would be mad.
const step = 60_000

export function waitingIn(db: Database.Database, salt: Buffer): WaitingMail {
  const { word } = interned(db)
  const put = db.prepare(
    `INSERT OR REPLACE INTO waiting
       (message, client, account, first_seen, counted, size, stuck, is_aside, aside_until, aside_cause)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const drop = db.prepare('DELETE FROM waiting WHERE message = ?')
  const all = db.prepare<[], Row>(
    `SELECT message, client, account, first_seen, counted, size, stuck, is_aside, aside_until, word.text AS cause
     FROM waiting LEFT JOIN word ON word.id = aside_cause`,
  )
  let written: AllWaiting = read()

  function read(): AllWaiting {
    return Object.fromEntries(
      all.all().map(({ message, first_seen, stuck, is_aside, aside_until, cause, ...row }) => [
        message,
        {
          ...row,
          firstSeen: first_seen,
          stuck: stuck === 1,
          ...(is_aside === 1 && { aside: asideOf({ aside_until, cause }) }),
        },
      ]),
    )
  }

  const write = db.transaction((gone: readonly string[], fresh: readonly [string, WaitingRecord][]) => {
    for (const message of gone) drop.run(opaqueId(message, salt))
    for (const [message, { client, account, firstSeen, counted, size, stuck, aside }] of fresh) {
      const own = [opaqueId(message, salt), client, opaqueId(account, salt)]
      const cause = aside?.cause === undefined ? null : word(aside.cause)
      const how = [stuck ? 1 : 0, aside ? 1 : 0, aside?.until ?? null, cause]
      put.run(...own, firstSeen, Math.round(counted), Math.round(size), ...how)
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

function asideOf({ aside_until, cause }: Pick<Row, 'aside_until' | 'cause'>): Aside {
  return { ...(aside_until !== null && { until: aside_until }), ...(cause !== null && { cause }) }
}

function differs(before: WaitingRecord | undefined, now: WaitingRecord): boolean {
  if (!before) return true
  const whole = ({ counted }: WaitingRecord) => Math.floor(counted / step)
  if (before.aside?.until !== now.aside?.until || (before.aside === undefined) !== (now.aside === undefined))
    return true
  return before.stuck !== now.stuck || before.size !== now.size || whole(before) !== whole(now)
}
