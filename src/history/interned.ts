import type Database from 'better-sqlite3'
import type { Instant } from '../core/time.ts'
import { part } from './parted.ts'
import { form } from './written-text.ts'

/** Texts kept once and known by a small number. To be used inside a transaction. */
export interface Interned {
  /** The id of a probe or a cause. */
  word(text: string): number
  /** A value of JSON without a null in it, parted from its numbers. */
  phrase(value: unknown, at: Instant): { id: number; numbers: string | null }
}

export function interned(db: Database.Database): Interned {
  const findWord = db.prepare<[string], number>('SELECT id FROM word WHERE text = ?').pluck()
  const addWord = db.prepare<[string]>('INSERT INTO word (text) VALUES (?)')
  const findPhrase = db.prepare<[string], { id: number; last_day: number }>(
    `SELECT id, last_day FROM phrase WHERE text = ? AND form = ${form.sentences}`,
  )
  const addPhrase = db.prepare<[string, number]>(
    `INSERT INTO phrase (form, text, last_day) VALUES (${form.sentences}, ?, ?)`,
  )
  const useToday = db.prepare<[number, number]>('UPDATE phrase SET last_day = ? WHERE id = ?')

  const keep = (text: string, at: Instant): number => {
    const day = dayNumberOf(at)
    const found = findPhrase.get(text)
    if (!found) return Number(addPhrase.run(text, day).lastInsertRowid)
    if (found.last_day < day) useToday.run(day, found.id)
    return found.id
  }
  return {
    word: (text) => findWord.get(text) ?? Number(addWord.run(text).lastInsertRowid),
    phrase: (value, at) => {
      const { phrase, numbers } = part(value)
      return { id: keep(phrase, at), numbers }
    },
  }
}

/** Whole days since 1970-01-01, as `phrase.last_day` counts them. */
export function dayNumberOf(at: Instant): number {
  return Math.floor(at / 86_400_000)
}
