import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { render } from '../../src/core/render.ts'
import type { Reply } from '../../src/core/reply.ts'
import { serviceNames, servicesBehind } from '../../src/knowledge/mail-services.ts'
import { judgesPassword, meaningOf } from '../../src/knowledge/replies.ts'
import { asksAdministrator, replyRows } from '../../src/knowledge/reply-rows.ts'
import { replyRowSchema } from '../../src/knowledge/shapes/reply-rows.ts'
import { causeIds } from './cause-ids.ts'
import { countsWithStrangers, elsewhere, heard, sampleOf, samples, strangersTo, withoutPages } from './strangers.ts'

describe('the rows', () => {
  test('are written as their schema says, which no start waits for', () => {
    const text = readFileSync(new URL('../../src/knowledge/server-replies.json', import.meta.url), 'utf8')
    const written: unknown[] = JSON.parse(text)
    expect(written.flatMap((row) => replyRowSchema.safeParse(row).error?.issues ?? [])).toEqual([])
    const [first] = written
    const broken = [
      { ...Object(first), textHint: '(' },
      { ...Object(first), wording: 'own', providers: [] },
    ]
    for (const row of broken) expect(replyRowSchema.safeParse(row).success).toBe(false)
  })

  test('ids are unique and each means a cause that exists', () => {
    expect(new Set(replyRows.map((row) => row.id)).size).toBe(replyRows.length)
    for (const { id, means } of replyRows) if (means !== null) expect(causeIds, id).toContain(means)
  })

  test('every sample belongs to a row', () => {
    const ids = replyRows.map((row) => row.id)
    expect(Object.keys(samples).filter((id) => !ids.includes(id))).toEqual([])
  })

  test('every provider is one that can be recognised', () => {
    expect(replyRows.flatMap((row) => row.providers).filter((name) => !serviceNames.includes(name))).toEqual([])
  })

  test('every advice to turn to an administrator is known as one', () => {
    const words = /administrator|\bIT\b|organi[sz]ation|Workspace/
    const wrong = replyRows.filter(({ advice }) => words.test(render(advice)) !== asksAdministrator(advice))
    expect(wrong.map(({ id }) => id)).toEqual([])
    expect(replyRows.filter(({ advice }) => asksAdministrator(advice)).length).toBeGreaterThan(10)
  })

  test.each(replyRows)('$id is reached by what servers really write', (row) => {
    const found = meaningOf(heard(row, sampleOf(row)), { providers: row.providers })
    expect(found, sampleOf(row)).toBeDefined()
    expect({ line: sampleOf(row), by: found?.id, means: found?.means }).toMatchObject({ means: row.means })
  })

  test.each(replyRows.filter(({ providers, wording }) => providers.length > 0 && wording === 'common'))(
    '$id means the same whoever says it',
    (row) => {
      for (const providers of strangersTo(row))
        expect(meaningOf(heard(row, sampleOf(row)), { providers })?.means, providers.join()).toBe(row.means)
    },
  )

  test.each(replyRows.filter(({ wording }) => wording === 'own'))('$id does not speak for strangers', (row) => {
    const reply = heard(row, withoutPages(sampleOf(row)))
    for (const providers of strangersTo(row)) {
      const found = meaningOf(reply, { providers })
      expect(found?.id, providers.join()).not.toBe(row.id)
      expect({ by: found?.id, means: found?.means ?? null }).toMatchObject({ means: elsewhere[row.id] ?? null })
    }
  })

  test('how rows of providers do with strangers', () => {
    const counts = countsWithStrangers()
    console.info(`Rows of providers thrown at ten strangers each: ${JSON.stringify(counts)}`)
    expect(counts.wrong).toBe(0)
  })

  test('no row names a server or a path of ours', () => {
    const text = readFileSync(new URL('../../src/knowledge/server-replies.json', import.meta.url), 'utf8')
    expect(text).not.toMatch(/\/work\/|shared\//)
  })
})

describe('judgesPassword', () => {
  const at = (protocol: Reply['protocol'], line: string) => heard({ protocol, stage: 'auth' }, line)
  test.each([
    ['smtp', '535 5.7.8 Error: authentication failed'],
    ['smtp', '534 5.7.9 Application-specific password required'],
    ['imap', 'NO [AUTHENTICATIONFAILED] Authentication failed.'],
    ['imap', 'NO LOGIN failed.'],
    ['imap', 'NO [ALERT] Invalid credentials (Failure)'],
    ['pop3', '-ERR [AUTH] Authentication failed.'],
    ['pop3', '-ERR Authentication failed.'],
  ] as const)('%s %s is about the password', (protocol, line) => {
    expect(judgesPassword(at(protocol, line))).toBe(true)
  })

  test.each([
    ['smtp', '454 4.7.0 Temporary authentication failure: Connection lost to authentication server'],
    ['smtp', '535 5.7.0 (#AUTH005) Too many bad auth attempts.'],
    ['smtp', '503 5.5.1 Error: authentication not enabled'],
    ['smtp', '421 4.3.2 Service shutting down'],
    ['smtp', '432 4.3.2 Concurrent connections limit exceeded.'],
    ['smtp', '235 2.7.0 Authentication successful'],
    ['imap', 'NO [UNAVAILABLE] Temporary authentication failure.'],
    ['imap', 'NO [LIMIT] LOGIN Rate limit hit.'],
    ['imap', 'NO [INUSE] Mailbox in use'],
    ['imap', 'NO Login service is temporarily unavailable, please try again'],
    ['imap', 'NO [OVERQUOTA] The mailbox is full'],
    ['imap', 'NO [CONTACTADMIN] Ask the administrator'],
    ['imap', 'NO [PRIVACYREQUIRED] Encrypt first'],
    ['pop3', '-ERR [SYS/PERM] Mailbox is broken'],
    ['smtp', '535 4.7.8 Not now'],
    ['imap', 'BYE Shutting down'],
    ['imap', 'BAD Request is throttled. Suggested Backoff Time: 292000 milliseconds'],
    ['pop3', '-ERR [SYS/TEMP] Temporary authentication failure.'],
    ['pop3', '-ERR [IN-USE] Mailbox is locked by another POP3 session.'],
    ['pop3', '-ERR [LOGIN-DELAY] minimum time between mail checks violation'],
    ['pop3', '-ERR Temporary authentication failure'],
  ] as const)('%s %s is about the server', (protocol, line) => {
    expect(judgesPassword(at(protocol, line))).toBe(false)
  })
})

describe('servicesBehind', () => {
  test('knows a provider by its hosts, and a server software by its greeting', () => {
    expect(servicesBehind(['smtp.gmail.com'], [])).toEqual(['Gmail'])
    expect(servicesBehind(['example-org.mail.protection.outlook.com.'], [])).toContain('Microsoft 365')
    expect(servicesBehind(['mail.example.org'], ['mail.example.org ESMTP Postfix (Debian)'])).toEqual(['Postfix'])
    expect(servicesBehind(['notgmail.com', 'gmail.com.example.org'], [])).toEqual([])
  })
})

describe('hostile replies', () => {
  test('any text is matched at once and never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 3_000 }),
        fc.constantFrom('421', '535', '550', 'NO', '-ERR', 'x'),
        (text, code) => {
          for (const protocol of ['smtp', 'imap', 'pop3'] as const)
            meaningOf({ protocol, code, text, stage: 'auth' }, { providers: serviceNames })
        },
      ),
      { numRuns: 200 },
    )
  })

  test.each(['a'.repeat(100_000), 'exceeded '.repeat(20_000), 'sender from message size '.repeat(5_000)])(
    'a long one costs little',
    (text) => {
      // Processor time: a busy machine does not count, nor does making the expressions ready.
      meaningOf({ protocol: 'smtp', code: '554', text, stage: 'rcpt' }, { providers: [] })
      const before = process.threadCpuUsage()
      for (const code of ['421', '535', '550', '552'])
        meaningOf({ protocol: 'smtp', code, text, stage: 'rcpt' }, { providers: [] })
      const { user, system } = process.threadCpuUsage(before)
      expect((user + system) / 1_000).toBeLessThan(200)
    },
  )
})
