import type Database from 'better-sqlite3'
import type { NamedCause } from '../core/diagnosis.ts'
import type { ExaminationRecord } from '../core/examination-record.ts'
import type { Account } from '../core/mail.ts'
import type { Finding } from '../core/probe.ts'
import { foreignName, type Sentence } from '../core/sentence.ts'
import { accountHost, accountKey } from './account-key.ts'
import { stateCode, toneCode } from './codes.ts'
import { interned } from './interned.ts'
import { type Discretion, keptSentence } from './kept-sentence.ts'
import { accountPrivacyFilter, privacyFilteredJson } from './privacy-filter.ts'
import { timelineRetention } from './timeline-retention.ts'

// A fact longer than this is not worth remembering; no honest one comes near.
const longestFact = 64 * 1024

/** Writes one examination with all that belongs to it, or nothing. */
export function recorder(db: Database.Database, salt: Buffer): (record: ExaminationRecord) => void {
  const { word, phrase } = interned(db)
  const addAccount = db.prepare('INSERT INTO account (key, host) VALUES (?, ?)')
  const findAccount = db.prepare<[string], number>('SELECT id FROM account WHERE key = ?').pluck()
  const addExamination = db.prepare(
    'INSERT INTO examination (account, at, elapsed, why, status, undecided) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const addFinding = db.prepare(
    'INSERT INTO finding (examination, probe, state, tone, line, numbers, ms) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const addVerdict = db.prepare(
    'INSERT INTO verdict (examination, rank, cause, weight, grounds, numbers) VALUES (?, ?, ?, ?, ?, ?)',
  )
  // Replacing gives a new rowid, so that the order of writing is kept whatever the Mac's clock says.
  const keepFact = db.prepare('INSERT OR REPLACE INTO fact (account, probe, tone, at, json) VALUES (?, ?, ?, ?, ?)')

  function accountRow(account: Account, { text }: Discretion): number {
    const key = accountKey(account, salt)
    const known = findAccount.get(key)
    return known ?? Number(addAccount.run(key, text(accountHost(account))).lastInsertRowid)
  }

  const keepTimeline = timelineRetention(db)

  return db.transaction((record: ExaminationRecord) => {
    const { account, at, elapsed, why, findings, diagnosis } = record
    const discretion = accountPrivacyFilter(account)
    const row = accountRow(account, discretion)
    const undecided = diagnosis.undecided.length > 0 ? phrase(diagnosis.undecided, at).id : null
    const examination = addExamination.run(row, at, Math.round(elapsed), why, diagnosis.status, undecided)
      .lastInsertRowid as number
    for (const { probe, finding, forgotten } of findings) {
      const line = phrase(keptSentence(lineOf(finding), discretion), at)
      const tone = finding.state === 'known' ? toneCode(finding.telling.tone) : null
      const ms = Math.round(finding.ms)
      addFinding.run(examination, word(probe), stateCode(finding.state), tone, line.id, line.numbers, ms)
      const json = finding.state === 'known' && !forgotten ? privacyFilteredJson(finding.fact, discretion) : undefined
      if (json && json.length <= longestFact) keepFact.run(row, word(probe), tone, at, json)
    }
    for (const [rank, cause] of diagnosis.causes.entries()) {
      const grounds = phrase(groundsOf(cause, discretion), at)
      addVerdict.run(examination, rank, word(cause.id), cause.weight, grounds.id, grounds.numbers)
    }
    keepTimeline(row, record)
  }).immediate
}

function lineOf(finding: Finding<unknown>): Sentence {
  if (finding.state === 'known') return finding.telling.line
  return finding.state === 'unknown' ? finding.why : foreignName(finding.because)
}

function groundsOf({ evidence, against, explains }: NamedCause, discretion: Discretion) {
  const kept = (line: Sentence) => keptSentence(line, discretion)
  return { evidence: evidence.map(kept), against: against.map(kept), explains }
}
