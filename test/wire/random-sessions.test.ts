import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Clock } from '../../src/core/time.ts'
import type { Connection, Handshake, Net, ReadLineResult } from '../../src/core/world.ts'
import type { LineServer } from '../../src/wire/conversation.ts'
import { converse } from '../../src/wire/converse.ts'
import { examination } from '../examination.ts'
import { startMailServer } from './start-mail-server.ts'
import { rungs, visit } from './visit.ts'

const words = fc.constantFrom(
  '220 mail.example.org ESMTP',
  '220-half',
  '250-mail.example.org',
  '250-STARTTLS',
  '250-AUTH PLAIN LOGIN',
  '250 SIZE 1000',
  '250 STARTTLS',
  '421 4.7.0 too many',
  '* OK ready',
  '* OK [CAPABILITY IMAP4rev1 STARTTLS] ready',
  '* CAPABILITY IMAP4rev1 STARTTLS',
  '* BYE [ALERT] no',
  'o OK done',
  'o NO [LIMIT] no',
  '* X {5}',
  '+OK',
  '-ERR [SYS/TEMP] no',
  'STLS',
  '.',
  '',
  'anna@example.org',
)
const line = fc.oneof(
  { weight: 6, arbitrary: words },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 400 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 3_000 }) },
)
const heard: fc.Arbitrary<ReadLineResult | 'throws'> = fc.oneof(
  { weight: 12, arbitrary: line.map((text): ReadLineResult => ({ line: text })) },
  {
    weight: 1,
    arbitrary: fc.record({
      end: fc.constantFrom('closed' as const, 'reset' as const, 'silent' as const, 'overlong' as const),
      partial: line,
    }),
  },
  { weight: 1, arbitrary: fc.constant('throws' as const) },
)
const handshake: fc.Arbitrary<Handshake> = fc.oneof(
  fc.constant({ outcome: 'secured', version: 'TLSv1.3', cipher: 'c', chain: [], ms: 1 } as const),
  fc.constantFrom('not-tls', 'reset', 'silent', 'injected').map((outcome) => ({ outcome, ms: 1 }) as Handshake),
)
const server: fc.Arbitrary<LineServer> = fc.record({
  protocol: fc.constantFrom('smtp', 'imap', 'pop3'),
  host: fc.constant('mail.example.org'),
  port: fc.constant(587),
  security: fc.constantFrom('tls', 'starttls', 'none'),
})

/** A clock on which every question takes a tenth of a second. */
function countingClock(): Clock {
  let elapsed = 0
  return { now: () => 0, elapsed: () => (elapsed += 100), wait: () => new Promise(() => {}) }
}

/** A far end in memory that says these things whatever it is told, and then nothing more. */
function farEnd(says: readonly (ReadLineResult | 'throws')[], shakes: Handshake): Net {
  const left = [...says]
  const connection: Connection = {
    address: '192.0.2.1',
    localAddress: '192.0.2.5',
    readLine: async () => {
      const next = left.shift() ?? { end: 'silent' as const }
      if (next === 'throws') throw new Error('cut')
      return next
    },
    writeLine: async () => {
      if (left.length % 7 === 3) throw new Error('cut')
    },
    secure: async () => shakes,
    close: () => {},
  }
  const attempt = { address: '192.0.2.1', family: 4, port: 587, reach: 'open', ms: 1 } as const
  return { connect: async () => ({ attempt, connection }) } as Partial<Net> as Net
}

function inBounds({ steps, capable, greeted, secured }: Awaited<ReturnType<typeof rungs>>): void {
  expect(steps.length).toBeLessThanOrEqual(60)
  for (const step of steps) expect([...step.line].length).toBeLessThanOrEqual(200)
  for (const list of [capable?.before ?? [], capable?.after ?? []]) {
    expect(list.length).toBeLessThanOrEqual(200)
    for (const keyword of list) expect(keyword.length).toBeLessThanOrEqual(200)
  }
  const told = JSON.stringify({ steps, capable, greeted, secured })
  expect(told.length).toBeLessThan(60_000)
  expect(told).not.toContain('anna@example.org')
}

describe('whatever a server says', () => {
  test('every rung settles, nothing is thrown, and what is kept has bounds: 2,000 sessions in memory', async () => {
    await fc.assert(
      fc.asyncProperty(server, fc.array(heard, { maxLength: 40 }), handshake, async (to, says, shakes) => {
        const exam = examination({ clock: countingClock(), net: farEnd(says, shakes) })
        inBounds(await rungs(converse(exam, 'outgoing', to, [{ address: '192.0.2.1', family: 4 }])))
      }),
      { numRuns: 2_000 },
    )
  })

  test('the same over 100 real sockets', async () => {
    const chunk = fc.oneof(
      line.map((text) => Buffer.from(`${text}\r\n`)),
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
    )
    const ending = fc.constantFrom('close' as const, 'reset' as const)
    const session = fc.record({ to: server, chunks: fc.array(chunk, { maxLength: 8 }), end: ending })
    const hold = async ({ to, chunks, end }: { to: LineServer; chunks: readonly Buffer[]; end: 'close' | 'reset' }) => {
      const said = [...chunks]
      // Something with each line that is heard, and in the end the end.
      const next = () => {
        const say = said.shift()
        return said.length > 0 && say ? { say } : { say: say ?? '', next: end }
      }
      const { port } = await startMailServer({ greeting: next(), answers: { '*': next } })
      inBounds(await rungs(await visit(port, { protocol: to.protocol, security: to.security })))
    }
    // Most of a session is silence: ten at a time.
    await fc.assert(
      fc.asyncProperty(fc.array(session, { minLength: 10, maxLength: 10 }), async (ten) => {
        await Promise.all(ten.map(hold))
      }),
      { numRuns: 10 },
    )
  }, 60_000)
})
