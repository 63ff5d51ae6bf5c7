import type Database from 'better-sqlite3'
import type { Announced, AnnouncedLog } from '../core/announced.ts'
import type { Log } from '../core/log.ts'
import type { Instant } from '../core/time.ts'
import { interned } from './interned.ts'
import { opaqueId } from './opaque-id.ts'

/** Nobody asks for what is older: no spell of stuck mail lasts that long. */
const kept = 366 * 86_400_000

export function announcedIn(db: Database.Database, salt: Buffer, log?: Pick<Log, 'error'>): AnnouncedLog {
  const { word } = interned(db)
  const put = db.prepare('INSERT INTO announced (at, account, cause) VALUES (?, ?, ?)')
  const drop = db.prepare('DELETE FROM announced WHERE at = ? AND account = ? AND cause = ?')
  const forget = db.prepare('DELETE FROM announced WHERE at < ?')
  const later = db.prepare<[Instant], Announced>(
    `SELECT at, account, word.text AS cause FROM announced JOIN word ON word.id = cause
     WHERE at >= ? ORDER BY at, announced.id`,
  )
  /** What could not be written. */
  const here: Announced[] = []
  const write = db.transaction((accounts: readonly string[], cause: string, at: Instant) => {
    forget.run(at - kept)
    for (const account of accounts) put.run(at, account, word(cause))
  }).immediate
  const remove = db.transaction((accounts: readonly string[], cause: string, at: Instant) => {
    for (const account of accounts) drop.run(at, account, word(cause))
  }).immediate
  return {
    takeBack(accounts, cause, at) {
      const ids = accounts.map((account) => opaqueId(account, salt))
      const isMeant = (one: Announced) => one.at === at && one.cause === cause && ids.includes(one.account)
      for (const one of here.filter(isMeant)) here.splice(here.indexOf(one), 1)
      try {
        remove(ids, cause, at)
      } catch (error) {
        log?.error('history-failed', { error })
        // Then it is not told again in this spell, and stands in the icon and the panel all the same.
      }
    },
    keep(accounts, cause, at) {
      const ids = accounts.map((account) => opaqueId(account, salt))
      try {
        write(ids, cause, at)
      } catch (error) {
        log?.error('history-failed', { error })
        here.push(...ids.map((account) => ({ at, account, cause })))
      }
    },
    since(moment) {
      const own = here.filter(({ at }) => at >= moment)
      try {
        return [...later.all(moment), ...own]
      } catch (error) {
        log?.error('history-failed', { error })
        return own
      }
    },
  }
}
