import type Database from 'better-sqlite3'
import { withoutAddresses } from '../core/text.ts'
import type { Ending, Outcome, Receipt, Receipts, Treatment } from '../core/treatment.ts'
import { claimBeside } from './claim.ts'
import { asDatabaseError } from './database-error.ts'
import { interned } from './interned.ts'
import { opaqueId } from './opaque-id.ts'
import { parsed } from './past.ts'

interface Row {
  id: number
  remedy: string
  version: number
  account: string
  causes: string
  started_at: number
  before: string
  outcome: Outcome
  ended_at: number | null
  restored_at: number | null
  words: string | null
}

const rows = 'SELECT treatment.*, word.text AS remedy FROM treatment JOIN word ON word.id = treatment.remedy'
const longestWords = 600

/** The treatments in a database at this path. */
export function treatmentsIn(db: Database.Database, salt: Buffer, path: string): Receipts {
  const { word } = interned(db)
  const add = db.prepare(
    'INSERT INTO treatment (remedy, version, account, causes, started_at, before) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const settle = db.prepare(
    `UPDATE treatment SET outcome = ?, ended_at = ?, restored_at = coalesce(?, restored_at), words = ? WHERE id = ?`,
  )
  const one = db.prepare<[number], Row>(`${rows} WHERE treatment.id = ?`)
  const newestFirst = db.prepare<[], Row>(`${rows} ORDER BY treatment.id DESC`)
  const find = (id: string) => {
    const row = /^\d{1,15}$/.test(id) ? one.get(Number(id)) : undefined
    return row && treatmentOf(row)
  }

  const write = db.transaction(({ remedy, version, account, causes, startedAt, before }: Receipt) => {
    const told = [word(remedy), version, opaqueId(account, salt), JSON.stringify(causes)]
    return String(add.run(...told, startedAt, JSON.stringify(before ?? null)).lastInsertRowid)
  }).immediate
  const ended = db.transaction((id: string, { outcome, at, words, restored }: Ending) => {
    settle.run(outcome, at, restored ? at : null, withoutAddresses(words, longestWords), Number(id))
  }).immediate

  return {
    claim: named(path, claimBeside(path)),
    begin: named(path, (receipt) => ({ ...receipt, id: durably(db, () => write(receipt)), outcome: 'under way' })),
    end: named(path, (id, ending) => durably(db, () => ended(id, ending))),
    find: named(path, find),
    all: named(path, () => newestFirst.all().map(treatmentOf)),
  }
}

/**
 * On the disk before anything else happens, even if the power goes: what is done next must never outlive its receipt.
 * https://www.sqlite.org/pragma.html#pragma_synchronous, and on a Mac only a full fsync empties the disk's own cache.
 */
function durably<T>(db: Database.Database, work: () => T): T {
  db.pragma('synchronous = FULL')
  db.pragma('fullfsync = ON')
  try {
    return work()
  } finally {
    db.pragma('fullfsync = OFF')
    db.pragma('synchronous = NORMAL')
  }
}

function named<A extends unknown[], T>(path: string, verb: (...args: A) => T): (...args: A) => T {
  return (...args) => {
    try {
      return verb(...args)
    } catch (error) {
      throw asDatabaseError(error, path)
    }
  }
}

function treatmentOf({ id, causes, started_at, before, ended_at, restored_at, words, ...row }: Row): Treatment {
  const ids = parsed(causes)
  return {
    ...row,
    id: String(id),
    causes: Array.isArray(ids) ? ids.filter((one) => typeof one === 'string') : [],
    startedAt: started_at,
    before: parsed(before),
    ...(ended_at !== null && { endedAt: ended_at }),
    ...(restored_at !== null && { restoredAt: restored_at }),
    ...(words !== null && { words }),
  }
}
