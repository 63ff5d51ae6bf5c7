import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Reply, Stage } from '../../src/core/reply.ts'
import { serviceNames, servicesBehind } from '../../src/knowledge/mail-services.ts'
import { judgesPassword, meaningOf } from '../../src/knowledge/replies.ts'
import { type ReplyRow, replyRows } from '../../src/knowledge/reply-rows.ts'
import { causeIds } from './cause-ids.ts'
import { samples as known } from './reply-samples.ts'
import { worldReplies } from './world-replies.ts'

const samples: Record<string, string> = {
  ...known,
  ...Object.fromEntries(worldReplies.map(({ row, text }) => [row, text])),
}

/** A reply line as it came over the wire, at the row's stage. */
function heard({ protocol: of, stage: at }: Pick<ReplyRow, 'protocol' | 'stage'>, line: string): Reply {
  const protocol = of !== 'any' ? of : /^\d/.test(line) ? 'smtp' : line.startsWith('-') ? 'pop3' : 'imap'
  const [, code = '', enhanced, text = ''] =
    protocol === 'smtp'
      ? (/^(\S+?)[ -](?:([245]\.\d+\.\d+) ?)?(.*)$/.exec(line) ?? [])
      : (/^(\S+) ?(?:\[([A-Z/-]+)\] ?)?(.*)$/.exec(line) ?? [])
  const stage: Stage = at === 'any' ? (protocol === 'smtp' ? 'mail' : 'select') : at
  return { protocol, stage, code, ...(enhanced ? { enhanced } : {}), text }
}

function sampleOf(row: ReplyRow): string {
  const code = row.code.split('|')[0] ?? ''
  const enhanced = row.enhanced.split('|')[0] ?? ''
  const bare = row.protocol === 'smtp' ? enhanced : enhanced && `[${enhanced}]`
  return samples[row.id] ?? `${code} ${bare} `.replace(/ +$/, ' ')
}

describe('the rows', () => {
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
    const counts = { right: 0, undecided: 0, wrong: 0 }
    for (const row of replyRows.filter(({ providers }) => providers.length > 0)) {
      const isOwn = row.wording === 'own'
      const reply = heard(row, isOwn ? withoutPages(sampleOf(row)) : sampleOf(row))
      const right = isOwn ? (elsewhere[row.id] ?? null) : row.means
      for (const providers of strangersTo(row)) {
        const means = meaningOf(reply, { providers })?.means ?? null
        counts[means === right ? 'right' : means === null ? 'undecided' : 'wrong']++
      }
    }
    console.info(`Rows of providers thrown at ten strangers each: ${JSON.stringify(counts)}`)
    expect(counts.wrong).toBe(0)
  })

  test('no row names a server or a path of ours', () => {
    const text = readFileSync(new URL('../../src/knowledge/server-replies.json', import.meta.url), 'utf8')
    expect(text).not.toMatch(/\/work\/|shared\//)
  })
})

/** Ten others who might say the same words: nobody known, software that everybody runs, and other providers. */
function strangersTo({ providers }: ReplyRow): string[][] {
  const all = [
    [],
    ['Postfix', 'Dovecot'],
    ['Exim', 'cPanel'],
    ['Exchange', 'Exchange on-premises'],
    ['Gmail'],
    ['Microsoft', 'Microsoft 365', 'Outlook.com', 'Exchange'],
    ['Yahoo'],
    ['iCloud'],
    ['GMX'],
    ['IONOS'],
    ['Zoho'],
    ['Fastmail'],
    ['QQ Mail'],
    ['Mail.ru'],
  ]
  return all.filter((names) => !names.some((name) => providers.includes(name))).slice(0, 10)
}

/** What shows the provider is no stranger's. */
function withoutPages(line: string): string {
  return line.replaceAll(/https?:\/\/\S+/g, '').replace(/[- ]*[gn]smtp\b/, '')
}

/** What a provider's own wording says where a stranger uses it; the others claim nothing then. */
const elsewhere: Record<string, string | null> = {
  ...Object.fromEntries(worldReplies.flatMap(({ row, others }) => (others === undefined ? [] : [[row, others]]))),
  'any-535-naver-not-accepted': 'password-refused',
  'smtp-450-4-7-1-postfix-too-much-mail-too-many-recipients-too': 'rate-limited',
  'smtp-421-4-3-0-gmail': 'server-busy',
  'smtp-421-4-4-5-gmail': 'server-busy',
  'smtp-421-4-7-0-gmail-unusual-rate-whitelist-closing-connecti': 'server-busy',
  'smtp-421-450-4-7-28-4-2-1-gmail-too-quickly-rate': 'rate-limited',
  'smtp-451-4-4-2-gmail-tt-imeout': 'server-busy',
  'smtp-452-550-4-5-3-5-5-3-gmail-recipients': 'too-many-recipients',
  'smtp-454-4-7-0-gmail-cannot-authenticate-tt-oo-many-login': 'server-busy',
  'smtp-534-5-7-9-gmail-aa-pplication-specific': 'app-password-needed',
  'smtp-534-5-7-14-gmail-web-browser-log-in': 'sign-in-challenged',
  'smtp-535-5-7-8-gmail-not-accepted-badcredentials': 'password-refused',
  'smtp-552-5-2-3-gmail': 'message-too-large',
  'smtp-421-4-4-2-exchange-on-premises-submission-rate': 'rate-limited',
  'smtp-451-4-7-0-microsoft-365-temporary-server-error-prx': 'server-busy',
  'smtp-535-5-7-3-microsoft-365-outlook-com': 'password-refused',
  'smtp-550-554-5-2-2-microsoft-365-outlook-com-ss-ubmission-qu': 'mailbox-full',
  'smtp-554-5-2-2-microsoft-365-mailbox-full-shutoff': 'mailbox-full',
  'smtp-421-4-7-1-icloud-excessive-volume': 'rate-limited',
  'smtp-451-4-7-1-icloud-try-again-later': 'server-busy',
  'smtp-535-5-7-8-icloud': 'password-refused',
  'smtp-550-5-7-0-icloud-ff-rom-address': 'sender-not-allowed',
  'smtp-550-5-7-1-icloud-sending-limit': 'rate-limited',
  'smtp-550-554-5-7-1-icloud-cs01-hm08-local-policy': 'message-malformed',
  'smtp-552-5-3-4-icloud': 'message-too-large',
  'smtp-535-5-7-0-yahoo-aol-auth00-bad-auth': 'password-refused',
  'smtp-550-x-yahoo-aol-request-failed-mailbox-unavailable': 'recipient-refused',
  'smtp-535-5-7-0-fastmail-ii-ncorrect-app-password': 'app-password-needed',
  'smtp-554-5-7-1-fastmail-locked-or-deactivated': 'account-suspended',
  'smtp-535-x-zoho-authentication-failed': 'password-refused',
  'smtp-553-x-zoho-relaying-disallowed': 'sign-in-not-sent',
  'smtp-554-5-1-8-zoho-bb-locked': 'account-suspended',
  'smtp-535-x-gmx-web-de-mail-com-ionos-authentication-credenti': 'password-refused',
  'smtp-535-550-x-163-126-netease-authentication-failed-user-ha': 'app-password-needed',
  'imap-no-overquota-gmail-bandwidth': 'rate-limited',
  'imap-no-authenticationfailed-gmail-yahoo-invalid-credentials': 'password-refused',
  'imap-no-x-microsoft-365-outlook-com-login-authenticate-faile': 'password-refused',
  'imap-no-unavailable-yahoo-aol-server-error': 'server-busy',
  'imap-no-limit-inuse-yahoo-aol-rr-ate-limit': 'rate-limited',
  'pop3-err-x-microsoft-365-outlook-com-ll-ogon-failure': 'password-refused',
  'smtp-454-4-7-0-gmail-too-many-login': 'server-bans-you',
  'smtp-530-5-7-0-gmail-starttls': 'encryption-mode-wrong',
}

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
      const started = performance.now()
      for (const code of ['421', '535', '550', '552'])
        meaningOf({ protocol: 'smtp', code, text, stage: 'rcpt' }, { providers: [] })
      expect(performance.now() - started).toBeLessThan(200)
    },
  )
})
