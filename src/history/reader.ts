import type Database from 'better-sqlite3'
import type { Status } from '../core/diagnosis.ts'
import type { Occasion, PastExamination, PastFinding, PastVerdict } from '../core/examination-record.ts'
import type { Instant, Millis } from '../core/time.ts'
import { findingStateOf, toneOf } from './codes.ts'
import { join } from './parted.ts'
import { parsedFact } from './past.ts'
import { type Form, form, fromBefore, sentenceIn, textIn, wholeOr } from './written-text.ts'

export interface HistoryQuery {
  since: Instant
  /** Just before it; until now without it. */
  until?: Instant
  /** An account's key; all accounts without it. */
  account?: string
}

interface ExaminationRow {
  id: number
  key: string
  host: string
  at: Instant
  elapsed: Millis
  why: Occasion
  status: Status
  undecided: string | null
}

interface FindingRow {
  probe: string
  state: number
  tone: number | null
  form: Form | null
  phrase: string | null
  numbers: string | null
  ms: Millis
}

interface VerdictRow {
  id: string
  weight: number
  form: Form | null
  phrase: string | null
  numbers: string | null
}

/** Reads examinations back, oldest first, one at a time. */
export function reader(db: Database.Database): (query: HistoryQuery) => IterableIterator<PastExamination> {
  const examinations = db.prepare<[Instant, Instant, string | null], ExaminationRow>(
    `SELECT examination.id, account.key, account.host, at, elapsed, why, status, phrase.text AS undecided
     FROM examination JOIN account ON account.id = account LEFT JOIN phrase ON phrase.id = undecided
     WHERE at >= ? AND at < ? AND account.key = coalesce(?, account.key) ORDER BY at, examination.id`,
  )
  const findings = db.prepare<[number], FindingRow>(
    `SELECT word.text AS probe, state, tone, form, phrase.text AS phrase, numbers, ms
     FROM finding JOIN word ON word.id = probe LEFT JOIN phrase ON phrase.id = line WHERE examination = ?`,
  )
  const verdicts = db.prepare<[number], VerdictRow>(
    `SELECT word.text AS id, weight, form, phrase.text AS phrase, numbers
     FROM verdict JOIN word ON word.id = cause LEFT JOIN phrase ON phrase.id = grounds
     WHERE examination = ? ORDER BY rank`,
  )
  return function* ({ since, until = Number.MAX_SAFE_INTEGER, account }) {
    for (const { id, key, host, undecided, ...row } of examinations.all(since, until, account ?? null)) {
      yield {
        ...row,
        account: { key, host },
        causes: verdicts.all(id).map(verdictOf),
        undecided: list(parsedFact(undecided)) as PastExamination['undecided'],
        findings: findings.all(id).map(findingOf),
      }
    }
  }
}

function findingOf({ probe, state, tone, form: how, phrase, numbers, ms }: FindingRow): PastFinding {
  const told = toneOf(tone)
  return {
    probe,
    state: findingStateOf(state),
    ...(told && { tone: told }),
    line: how === null || phrase === null ? wholeOr(undefined) : sentenceIn({ form: how, phrase, numbers }),
    ms,
  }
}

function verdictOf({ id, weight, form: how, phrase, numbers }: VerdictRow): PastVerdict {
  const isText = how === form.text
  const grounds =
    phrase === null ? undefined : isText ? parsedFact(textIn({ phrase, numbers })) : join({ phrase, numbers })
  const of = (key: keyof PastVerdict) =>
    list(typeof grounds === 'object' && grounds !== null ? Reflect.get(grounds, key) : undefined)
  const told = (all: unknown[]) => all.map((one) => (isText ? fromBefore(String(one)) : wholeOr(one)))
  return {
    id,
    weight,
    evidence: told(of('evidence')),
    against: told(of('against')),
    explains: of('explains').filter((one) => typeof one === 'string'),
  }
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
