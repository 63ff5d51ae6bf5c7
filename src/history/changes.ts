import type Database from 'better-sqlite3'
import type { Change } from '../core/network.ts'
import { render } from '../core/render.ts'
import type { Instant } from '../core/time.ts'
import { anybodys, keptSentence } from './kept-sentence.ts'
import { type Form, form, sentenceOf } from './written-text.ts'

export interface ChangeRecords {
  /** Those known already are not written twice. */
  keep(changes: readonly Change[]): void
  /** Oldest first. */
  since(moment: Instant): readonly Change[]
}

export function changesIn(db: Database.Database): ChangeRecords {
  // What an earlier version wrote of the same moment is there as text.
  const add = db.prepare<{ at: Instant; what: Change['what']; line: string; text: string }>(
    `INSERT OR IGNORE INTO change (at, what, line, form) SELECT $at, $what, $line, ${form.sentences}
     WHERE NOT EXISTS (SELECT 1 FROM change WHERE at = $at AND what = $what AND line = $text AND form = ${form.text})`,
  )
  const later = db.prepare<[Instant], Omit<Change, 'line'> & { line: string; form: Form }>(
    'SELECT at, what, line, form FROM change WHERE at >= ? ORDER BY at, id',
  )
  return {
    keep: db.transaction((changes: readonly Change[]) => {
      for (const { at, what, line } of changes) {
        const kept = keptSentence(line, anybodys)
        add.run({ at: Math.round(at), what, line: JSON.stringify(kept), text: render(kept) })
      }
    }).immediate,
    since: (moment) =>
      later.all(moment).map(({ at, what, line, form }) => ({ at, what, line: sentenceOf(line, form) })),
  }
}
