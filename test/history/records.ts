import type { ExaminationRecord } from '../../src/core/examination-record.ts'
import type { Account } from '../../src/core/mail.ts'
import type { Finding, Probe, Tone } from '../../src/core/probe.ts'
import { foreignName } from '../../src/core/sentence.ts'

export const account: Account = {
  id: 'a',
  email: 'anna@example.net',
  incoming: { protocol: 'imap', host: 'imap.example.net', port: 993, security: 'tls' },
  outgoing: { protocol: 'smtp', host: 'smtp.example.net', port: 587, security: 'starttls' },
}

export function known(fact: unknown, line: string, tone: Tone = 'good', ms = 12): Finding<unknown> {
  return { state: 'known', fact, telling: { tone, line: foreignName(line) }, ms }
}

/** A probe as far as history cares: something with an id. */
export function probeOf<F>(id: string): Probe<F> {
  return {
    id,
    question: foreignName('?'),
    budget: 1,
    ask: () => Promise.reject(new Error()),
    describe: () => ({ tone: 'plain', line: foreignName('') }),
  }
}

export function recordOf(changes: Partial<ExaminationRecord> = {}): ExaminationRecord {
  return {
    account,
    at: Date.UTC(2026, 10, 20),
    elapsed: 1234.5,
    why: 'asked',
    findings: [],
    diagnosis: { status: 'clear', causes: [], undecided: [] },
    ...changes,
  }
}
