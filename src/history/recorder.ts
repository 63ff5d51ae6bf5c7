import type Database from 'better-sqlite3'
import type { NamedCause } from '../core/diagnosis.ts'
import type { ExaminationRecord } from '../core/examination-record.ts'
import type { Account } from '../core/mail.ts'
import type { Finding } from '../core/probe.ts'
import { render } from '../core/render.ts'
import type { Wording } from '../core/sentence.ts'
import { accountHost, accountKey } from './account-key.ts'
import { stateCode, toneCode } from './codes.ts'
import { accountPrivacyFilter, privacyFilteredJson } from './discretion.ts'
import { interned } from './interned.ts'
import { timelineRetention } from './timeline-keeping.ts'

// A fact longer than this is not worth remembering; no honest one comes near.
const longestFact = 64 * 1024
const longestLine = 400

/** Writes one examination with all that belongs to it, or nothing. */
export function recorder(db: Database.Database, salt: Buffer): (record: ExaminationRecord) => void {
  const { word, text, phrase } = interned(db)
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

  function accountRow(account: Account, say: (text: string) => string): number {
    const key = accountKey(account, salt)
    const known = findAccount.get(key)
    return known ?? Number(addAccount.run(key, say(accountHost(account))).lastInsertRowid)
  }

  const keepTimeline = timelineRetention(db)

  return db.transaction((record: ExaminationRecord) => {
    const { account, at, elapsed, why, findings, diagnosis } = record
    const say = accountPrivacyFilter(account)
    const row = accountRow(account, say)
    const undecided = diagnosis.undecided.length > 0 ? text(JSON.stringify(diagnosis.undecided), at) : null
    const examination = addExamination.run(row, at, Math.round(elapsed), why, diagnosis.status, undecided)
      .lastInsertRowid as number
    for (const { probe, finding, forgotten } of findings) {
      const line = phrase(say(lineOf(finding)).slice(0, longestLine), at)
      const tone = finding.state === 'known' ? toneCode(finding.telling.tone) : null
      const ms = Math.round(finding.ms)
      addFinding.run(examination, word(probe), stateCode(finding.state), tone, line.id, line.numbers, ms)
      const json = finding.state === 'known' && !forgotten ? privacyFilteredJson(finding.fact, say) : undefined
      if (json && json.length <= longestFact) keepFact.run(row, word(probe), tone, at, json)
    }
    for (const [rank, cause] of diagnosis.causes.entries()) {
      const grounds = phrase(groundsOf(cause, say), at)
      addVerdict.run(examination, rank, word(cause.id), cause.weight, grounds.id, grounds.numbers)
    }
    keepTimeline(row, record)
  }).immediate
}

function lineOf(finding: Finding<unknown>): string {
  if (finding.state === 'known') return render(finding.telling.line)
  return finding.state === 'unknown' ? render(finding.why) : finding.because
}

function groundsOf({ evidence, against, explains }: NamedCause, say: (text: string) => string): string {
  const said = (line: Wording) => say(render(line))
  return JSON.stringify({ evidence: evidence.map(said), against: against.map(said), explains })
}
