import { createHmac } from 'node:crypto'
import type Database from 'better-sqlite3'
import type { NetworkTrouble, RememberedFix } from '../core/network-memory.ts'
import type { Instant } from '../core/time.ts'
import { interned } from './interned.ts'
import { opaqueId } from './opaque-id.ts'

export interface NetworkMemory {
  /** What an examination found of an account in this network; nothing: mail leaves there. */
  note(network: string, account: string, found: NetworkTrouble | undefined): void
  /** By account, what was found there since then. */
  recall(network: string, since: Instant): ReadonlyMap<string, NetworkTrouble>
}

interface Row {
  account: string
  at: Instant
  cause: string
  port: number | null
  fix: string | null
}

export function networkMemoryIn(db: Database.Database, salt: Buffer): NetworkMemory {
  const { word } = interned(db)
  const put = db.prepare(
    'INSERT OR REPLACE INTO network_memory (network, account, at, cause, port, fix) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const drop = db.prepare('DELETE FROM network_memory WHERE network = ? AND account = ?')
  const all = db.prepare<[string, Instant], Row>(
    `SELECT account, at, word.text AS cause, port, fix FROM network_memory JOIN word ON word.id = cause
     WHERE network = ? AND at >= ? ORDER BY at DESC`,
  )
  const digest = (network: string) => createHmac('sha256', salt).update(`network ${network}`).digest('hex').slice(0, 32)
  return {
    note: db.transaction((network: string, account: string, found: NetworkTrouble | undefined) => {
      const key = [digest(network), opaqueId(account, salt)]
      if (!found) return void drop.run(...key)
      const { at, cause, port = null, fix } = found
      put.run(...key, at, word(cause), port, fix ? JSON.stringify(fix) : null)
    }).immediate,
    recall: (network, since) =>
      new Map(
        all.all(digest(network), since).map(({ account, port, fix, ...row }) => [
          account,
          {
            ...row,
            ...(port !== null && { port }),
            ...(fix !== null && { fix: JSON.parse(fix) as RememberedFix }),
          },
        ]),
      ),
  }
}
