import type Database from 'better-sqlite3'
import type { PastFacts, Probe, Tone } from '../core/probe.ts'
import type { Instant } from '../core/time.ts'
import { toneCode } from './codes.ts'

/** What is remembered of one account. A fact that cannot be read any more is as good as none. */
export function pastFactsOf(db: Database.Database, accountKey: string): PastFacts {
  const facts = db.prepare<[string, string, number | null], { at: Instant; json: string }>(
    `SELECT fact.at, fact.json FROM fact
     WHERE account = (SELECT id FROM account WHERE key = ?) AND probe = (SELECT id FROM word WHERE text = ?)
       AND tone = coalesce(?, tone)
     ORDER BY fact.rowid DESC`,
  )
  return {
    last<F>(probe: Probe<F>, tone?: Tone) {
      for (const { at, json } of facts.all(accountKey, probe.id, tone === undefined ? null : toneCode(tone))) {
        const fact = parsedFact(json)
        if (fact !== undefined) return { fact: fact as F, at }
      }
      return undefined
    },
  }
}

/** What a row's JSON holds, or `undefined` where the row is damaged. */
export function parsedFact(json: string | null): unknown {
  try {
    return json === null ? undefined : (JSON.parse(json) ?? undefined)
  } catch {
    return undefined
  }
}
