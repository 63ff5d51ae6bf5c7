import type Database from 'better-sqlite3'
import type { BegunExamination, BegunExaminations } from '../core/budget.ts'
import type { Instant } from '../core/time.ts'
import { opaqueId } from './opaque-id.ts'

/** What was spent lately, and is not to be spent again after a restart. */
export interface BudgetRecords {
  /** All that still counts of the examinations that were begun. */
  keep(begun: BegunExaminations): void
  begun(): BegunExaminations
}

type Row = { account: string; at: Instant; whole: number; asked: number }

export function budgetIn(db: Database.Database, salt: Buffer): BudgetRecords {
  const all = db.prepare<[], Row>('SELECT account, at, whole, asked FROM begun ORDER BY at, rowid')
  const put = db.prepare('INSERT INTO begun (account, at, whole, asked) VALUES (?, ?, ?, ?)')
  const drop = db.prepare('DELETE FROM begun WHERE account = ?')
  let written: BegunExaminations = read()

  function read(): BegunExaminations {
    const begun = Map.groupBy(all.all(), ({ account }) => account)
    return Object.fromEntries(
      [...begun].map(([account, rows]) => [
        account,
        rows.map(({ at, whole, asked }) => ({ at, whole: whole === 1, asked: asked === 1 })),
      ]),
    )
  }

  const write = db.transaction((changed: readonly [string, readonly BegunExamination[]][]) => {
    for (const [account, some] of changed) {
      const id = opaqueId(account, salt)
      drop.run(id)
      for (const { at, whole, asked } of some) put.run(id, Math.round(at), whole ? 1 : 0, asked ? 1 : 0)
    }
  }).immediate

  return {
    begun: read,
    keep(begun) {
      const gone = Object.keys(written).filter((account) => !(account in begun))
      const changed = Object.entries(begun).filter(([account, some]) => written[account] !== some)
      write([...changed, ...gone.map((account): [string, readonly BegunExamination[]] => [account, []])])
      written = begun
    },
  }
}
