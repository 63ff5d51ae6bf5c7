import type Database from 'better-sqlite3'
import type { Outcome, Receipt, Receipts, Treatment, TreatmentEnd } from '../core/treatment.ts'
import { claimBeside } from './claim.ts'
import { asDatabaseError, DatabaseError } from './database-error.ts'
import { isInFile, onDisk, type WrittenReceipt } from './durable.ts'
import { interned } from './interned.ts'
import { anybodys, keptSentence } from './kept-sentence.ts'
import { opaqueId } from './opaque-id.ts'
import { parsedFact } from './past.ts'
import { type Form, form, sentenceOf } from './written-text.ts'

interface Row {
  id: number
  remedy: string
  version: number
  account: string
  causes: string
  started_at: number
  before: string
  stood: string | null
  left_as: string | null
  undo_began_at: number | null
  newer_of: number | null
  outcome: Outcome
  ended_at: number | null
  restored_at: number | null
  words: string | null
  words_form: Form
}

const rows = 'SELECT treatment.*, word.text AS remedy FROM treatment JOIN word ON word.id = treatment.remedy'

/** The treatments in a database at this path. */
export function treatmentsIn(db: Database.Database, salt: Buffer, path: string): Receipts {
  const { word } = interned(db)
  const add = db.prepare(
    `INSERT INTO treatment (remedy, version, account, causes, started_at, before, stood, newer_of)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const leave = db.prepare('UPDATE treatment SET left_as = ? WHERE id = ?')
  const beginUndo = db.prepare('UPDATE treatment SET undo_began_at = ? WHERE id = ?')
  const remove = db.prepare('DELETE FROM treatment WHERE id = ?')
  const settle = db.prepare(
    `UPDATE treatment SET outcome = ?, ended_at = ?, restored_at = coalesce(?, restored_at), words = ?,
       words_form = ${form.sentences} WHERE id = ?`,
  )
  const one = db.prepare<[number], Row>(`${rows} WHERE treatment.id = ?`)
  const newestFirst = db.prepare<[], Row>(`${rows} ORDER BY treatment.id DESC`)
  const find = (id: string) => {
    const row = /^\d{1,15}$/.test(id) ? one.get(Number(id)) : undefined
    return row && treatmentOf(row)
  }

  const lasting = path !== ':memory:'
  const write = db.transaction((receipt: Receipt) => {
    const { remedy, version, account, causes, startedAt, before, stood, newerOf } = receipt
    const told = [word(remedy), version, opaqueId(account, salt), JSON.stringify(causes), startedAt]
    const put = add.run(...told, jsonOf(before), stood ?? null, newerOf === undefined ? null : Number(newerOf))
    return String(put.lastInsertRowid)
  }).immediate
  const ended = db.transaction((id: string, { outcome, at, words, restored }: TreatmentEnd) => {
    settle.run(outcome, at, restored ? at : null, JSON.stringify(keptSentence(words, anybodys)), Number(id))
  }).immediate
  const noted = db.transaction((receipt: Receipt, ending: TreatmentEnd) => {
    const id = write(receipt)
    ended(id, ending)
    return id
  }).immediate
  const confirm = (id: string, written: WrittenReceipt) => {
    if (lasting && !isInFile(path, id, written)) throw new DatabaseError('unwritable', path)
  }

  const begin = (receipt: Receipt): Treatment => {
    const id = onDisk(db, () => write(receipt))
    const { account, startedAt, before } = receipt
    try {
      confirm(id, {
        account: opaqueId(account, salt),
        started_at: startedAt,
        before: jsonOf(before),
        undo_began_at: null,
      })
    } catch (error) {
      // Nothing is done, so that nobody must be asked about it at the next start.
      remove.run(Number(id))
      throw error
    }
    return { ...receipt, id, outcome: 'under way' }
  }

  const undoing = (id: string, at: number): void => {
    onDisk(db, () => beginUndo.run(at, Number(id)))
    const row = one.get(Number(id))
    if (row) confirm(id, { account: row.account, started_at: row.started_at, before: row.before, undo_began_at: at })
  }

  return {
    lasting,
    claim: named(path, claimBeside(path)),
    begin: named(path, begin),
    note: named(path, (receipt, ending) => {
      const id = noted(receipt, ending)
      const { outcome, at, words } = ending
      return { ...receipt, id, outcome, words, endedAt: at }
    }),
    left: named(path, (id, print) => onDisk(db, () => leave.run(print, Number(id)))),
    undoing: named(path, undoing),
    end: named(path, (id, ending) => onDisk(db, () => ended(id, ending))),
    find: named(path, find),
    all: named(path, () => newestFirst.all().map(treatmentOf)),
  }
}

const jsonOf = (before: unknown) => JSON.stringify(before ?? null)

function named<A extends unknown[], T>(path: string, verb: (...args: A) => T): (...args: A) => T {
  return (...args) => {
    try {
      return verb(...args)
    } catch (error) {
      throw asDatabaseError(error, path)
    }
  }
}

function treatmentOf({
  id,
  causes,
  started_at,
  before,
  ended_at,
  restored_at,
  words,
  words_form,
  ...row
}: Row): Treatment {
  const ids = parsedFact(causes)
  const { remedy, version, account, outcome, stood, left_as, undo_began_at, newer_of } = row
  return {
    remedy,
    version,
    account,
    outcome,
    id: String(id),
    causes: Array.isArray(ids) ? ids.filter((one) => typeof one === 'string') : [],
    startedAt: started_at,
    before: parsedFact(before),
    ...(stood !== null && { stood }),
    ...(left_as !== null && { left: left_as }),
    ...(undo_began_at !== null && { undoBeganAt: undo_began_at }),
    ...(newer_of !== null && { newerOf: String(newer_of) }),
    ...(ended_at !== null && { endedAt: ended_at }),
    ...(restored_at !== null && { restoredAt: restored_at }),
    ...(words !== null && { words: sentenceOf(words, words_form) }),
  }
}
