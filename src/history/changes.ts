import type Database from 'better-sqlite3'
import type { Change } from '../core/network.ts'
import { render } from '../core/render.ts'
import { withoutAddresses } from '../core/text.ts'
import type { Instant } from '../core/time.ts'

export interface ChangeRecords {
  /** Those known already are not written twice. */
  keep(changes: readonly Change[]): void
  /** Oldest first. */
  since(moment: Instant): readonly Change[]
}

export function changesIn(db: Database.Database): ChangeRecords {
  const add = db.prepare('INSERT OR IGNORE INTO change (at, what, line) VALUES (?, ?, ?)')
  const later = db.prepare<[Instant], Change>('SELECT at, what, line FROM change WHERE at >= ? ORDER BY at, id')
  return {
    keep: db.transaction((changes: readonly Change[]) => {
      for (const { at, what, line } of changes) add.run(Math.round(at), what, withoutAddresses(render(line)))
    }).immediate,
    since: (moment) => later.all(moment),
  }
}
