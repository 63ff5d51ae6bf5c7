import fc from 'fast-check'
import { expect, test } from 'vitest'
import { causes } from '../../src/causes/index.ts'
import type { Account, Message } from '../../src/core/mail.ts'
import { probes } from '../../src/probes/index.ts'
import { account, chartOf, healthy, incoming, type Line, noon, outgoing } from './chart.ts'

/** Charts from pieces that no author of a cause thought of together. */
const text = fc.oneof(fc.constant('535 5.7.8 no'), fc.constant('550 relay denied'), fc.string({ maxLength: 80 }))
const reply = fc.record({
  protocol: fc.constantFrom('smtp' as const, 'imap' as const, 'pop3' as const),
  stage: fc.constantFrom(
    'greeting' as const,
    'ehlo' as const,
    'auth' as const,
    'mail' as const,
    'rcpt' as const,
    'data' as const,
  ),
  code: fc.constantFrom('220', '421', '454', '530', '534', '535', '550', '552', '554', 'NO', 'BAD', 'BYE', '-ERR', ''),
  text,
})
const message: fc.Arbitrary<Message> = fc.record(
  {
    id: fc.string(),
    waitingSince: fc.integer({ min: 0, max: noon }),
    state: fc.constantFrom('waiting' as const, 'scheduled' as const, 'undo-send' as const),
    size: fc.nat(),
    rawSize: fc.nat(),
    recipients: fc.array(fc.string()),
    copyInSent: fc.boolean(),
    lastReply: text,
    protection: fc.constantFrom('signed' as const, 'encrypted' as const),
  },
  { requiredKeys: ['id', 'waitingSince', 'state'] },
)
const server = <P extends 'smtp' | 'imap'>(protocol: P) =>
  fc.record({
    protocol: fc.constant(protocol),
    host: fc.constantFrom(outgoing.host, incoming.host, 'smtp.gmail.com', 'smtp.office365.com', '127.0.0.1', ''),
    port: fc.constantFrom(25, 465, 587, 993, 143, 1025),
    security: fc.constantFrom('tls' as const, 'starttls' as const, 'none' as const),
    auth: fc.constantFrom('password' as const, 'oauth2' as const, 'none' as const),
  })
const accounts: fc.Arbitrary<Account> = fc.record(
  { id: fc.constant('a'), email: fc.string(), outgoing: server('smtp'), incoming: server('imap') },
  { requiredKeys: ['id', 'email'] },
)
/** The healthy facts, some missing, some for one server only, some with a value spoilt. */
const lines: fc.Arbitrary<Line[]> = fc
  .tuple(
    ...healthy.map((line) => fc.constantFrom('as it is', 'missing', 'one', 'none').map((how) => spoilt(line, how))),
  )
  .map((all) => all.flat())

function spoilt(line: Line, how: string): Line[] {
  if (how === 'missing') return []
  const { finding } = line
  if (how === 'as it is' || finding.state !== 'known') return [line]
  const fact = finding.fact as Record<string, unknown>
  if (!('outgoing' in fact)) return [line]
  return [{ ...line, finding: { ...finding, fact: how === 'one' ? { outgoing: fact.outgoing } : {} } }]
}

test('no chart makes a judge throw, and whatever it says holds together', () => {
  const known = new Set(probes.map(({ id }) => id))
  fc.assert(
    fc.property(
      lines,
      accounts,
      fc.array(message, { maxLength: 3 }),
      fc.array(reply, { maxLength: 3 }),
      (found, whose, messages, replies) => {
        const chart = chartOf(found, { account: whose, messages, replies })
        for (const cause of causes) {
          const verdict = cause.judge(chart)
          if (verdict.is === 'undecided') expect(verdict.missing.filter((id) => !known.has(id))).toEqual([])
          if (verdict.is !== 'present') continue
          expect(verdict.weight, cause.id).toBeGreaterThan(0)
          expect(verdict.weight, cause.id).toBeLessThanOrEqual(1)
          expect(verdict.evidence.length, cause.id).toBeGreaterThan(0)
          const { plain } = cause.explain(chart, verdict)
          expect(plain.length, cause.id).toBeGreaterThan(20)
        }
      },
    ),
    { numRuns: 400 },
  )
})

test('a healthy chart names nothing', () => {
  const present = causes.filter((cause) => cause.judge(chartOf(healthy, { account })).is === 'present')
  expect(present.map(({ id }) => id)).toEqual([])
})
