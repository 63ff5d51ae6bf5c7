import { describe, expect, test } from 'vitest'
import { recipientRefused } from '../../src/causes/message/recipients.ts'
import {
  accountSuspended,
  addressBlocklisted,
  greetingRefused,
  mailboxFull,
  rateLimited,
  serverBusy,
  tooManyConnections,
} from '../../src/causes/server/told-by-server.ts'
import type { Cause } from '../../src/core/cause.ts'
import type { Reply } from '../../src/core/reply.ts'
import { diagnose } from '../../src/doctor/diagnose.ts'
import { allProbes } from '../../src/probes/index.ts'
import { openWeb } from '../../src/probes/network/open-web.ts'
import { blocklists } from '../../src/probes/server/blocklists.ts'
import { greeting } from '../../src/probes/server/greeting.ts'
import { mailboxRoom } from '../../src/probes/server/mailbox-room.ts'
import { encryption } from '../../src/probes/tls/encryption.ts'
import { chartOf, explained, found, outgoing, presentBy, sick } from './chart.ts'

const smtp = (stage: Reply['stage'], code: string, text: string, enhanced?: string): Reply => ({
  protocol: 'smtp',
  host: outgoing.host,
  stage,
  code,
  text,
  ...(enhanced ? { enhanced } : {}),
})
const imap = (stage: Reply['stage'], code: string, text: string, enhanced?: string): Reply => ({
  ...smtp(stage, code, text, enhanced),
  protocol: 'imap',
})

const busy = smtp('greeting', '421', 'Service not available, closing transmission channel', '4.3.2')
const listed = smtp('rcpt', '554', 'Service unavailable; Client host blocked using zen.spamhaus.org', '5.7.1')
const full = smtp('rcpt', '452', 'Mailbox full', '4.2.2')

const words: [Cause, Reply][] = [
  [serverBusy, busy],
  [serverBusy, imap('auth', 'NO', 'Temporary authentication failure', 'UNAVAILABLE')],
  [serverBusy, imap('greeting', 'BYE', 'Server shutting down')],
  [addressBlocklisted, listed],
  [greetingRefused, smtp('ehlo', '501', 'Syntactically invalid EHLO argument(s)')],
  [rateLimited, smtp('data', '550', 'Daily user sending limit exceeded', '5.4.5')],
  [accountSuspended, smtp('auth', '535', 'User account disabled', '5.7.13')],
  [tooManyConnections, imap('auth', 'NO', 'Maximum number of connections from user+IP exceeded', 'LIMIT')],
  [mailboxFull, full],
]

describe('what only the server can say', () => {
  test.each(words)('%o', (cause, reply) => {
    const chart = sick([], { replies: [reply] })
    const verdict = presentBy(cause, chart)
    expect(verdict.evidence[0]).toContain(reply.text.slice(0, 20))
    expect(explained(cause, chart).plain).toMatch(/\.$/)
    // Nobody else takes these words for its own.
    const others = words.filter(([other]) => other !== cause).map(([other]) => other.judge(chart).is)
    expect(new Set(others)).toEqual(new Set(['absent']))
  })

  test('nothing of it is present unsaid', () => {
    const verdicts = words.map(([cause]) => cause.judge(sick([])).is)
    expect(new Set(verdicts)).toEqual(new Set(['absent']))
  })
})

describe('server-busy', () => {
  const silence = found(greeting, {
    outgoing: { host: outgoing.host, port: 587, outcome: 'silent', masked: false, ms: 12_000 },
  })
  const mode = (works?: boolean) =>
    found(encryption, {
      outgoing: {
        host: outgoing.host,
        port: 587,
        mode: 'starttls',
        outcome: 'greeting-failed',
        ...(works !== undefined && { otherMode: { mode: 'tls', works } }),
      },
    })

  test('also where it takes the connection and says nothing, whatever the mode', () => {
    for (const lines of [[silence], [silence, mode(false)]]) {
      const chart = sick(lines)
      const verdict = presentBy(serverBusy, chart)
      expect(verdict).toMatchObject({
        weight: 0.5,
        evidence: [`${outgoing.host} accepts the connection on port 587 but says nothing`],
      })
      expect(explained(serverBusy, chart).plain).toMatch(/says nothing/)
    }
    expect(serverBusy.judge(sick([silence, mode(true)]))).toEqual({ is: 'absent' })
  })

  test('is not said without proof that our own way out works', () => {
    const alone = chartOf([silence, mode(false)])
    const { causes: named, undecided } = diagnose(alone, [serverBusy], allProbes)
    expect(named).toEqual([])
    expect(undecided[0]?.missing).toContain(openWeb.id)
    expect(diagnose(sick([silence, mode(false)]), [serverBusy], allProbes).causes).toHaveLength(1)
  })
})

describe('address-blocklisted', () => {
  const lists = [{ name: 'Spamhaus', zone: 'zen.spamhaus.org', outcome: 'listed', codes: ['127.0.0.10'] }] as const

  test('our own question is only a hint beside the server’s word', () => {
    expect(addressBlocklisted.judge(sick([found(blocklists, { lists })]))).toEqual({ is: 'absent' })
    const chart = sick([found(blocklists, { lists })], { replies: [listed] })
    expect(presentBy(addressBlocklisted, chart).evidence.at(-1)).toBe(
      'Spamhaus lists this address, by our own question',
    )
  })
})

describe('mailbox-full', () => {
  const waits = { messages: [{ id: 'm1', waitingSince: 0, state: 'waiting' as const }] }
  const room = (used: number) => found(mailboxRoom, { used: used * 1e6, limit: 1_000e6 })

  test('by the room that is left', () => {
    const nearlyFull = presentBy(mailboxFull, sick([room(960)], waits))
    expect(nearlyFull.evidence).toEqual(['96 % of the mailbox is used (960 MB of 1 GB)'])
    expect(presentBy(mailboxFull, sick([room(1_000)])).weight).toBeGreaterThan(nearlyFull.weight)
    expect(mailboxFull.judge(sick([room(940)], waits))).toEqual({ is: 'absent' })
    // It stops nothing yet.
    expect(mailboxFull.judge(sick([room(960)]))).toEqual({ is: 'absent' })
    expect(mailboxFull.judge(sick([found(mailboxRoom, { used: 9, limit: 0 })]))).toEqual({ is: 'absent' })
  })

  test('said of a recipient it is the recipient’s, unless ours is known to be full', () => {
    const theirs = sick([], { replies: [full] })
    expect(explained(mailboxFull, theirs).plain).toMatch(/somebody you are writing to/)
    const ours = sick([room(999)], { replies: [full] })
    expect(explained(mailboxFull, ours).plain).toMatch(/^Your mailbox/)
  })
})

describe('whose trouble it is', () => {
  const receiving = 'The user you are trying to contact is receiving mail at a rate that prevents additional messages.'
  test.each([
    [
      'the recipient’s provider limits',
      smtp('rcpt', '450', receiving, '4.2.1'),
      rateLimited,
      /Somebody you are writing/,
    ],
    [
      'ours limits',
      smtp('data', '550', 'Daily user sending limit exceeded', '5.4.5'),
      rateLimited,
      /limit for an hour or a day/,
    ],
    ['the recipient’s mailbox', smtp('rcpt', '552', 'Mailbox full', '5.2.2'), mailboxFull, /somebody you are writing/],
    ['our mailbox', imap('append', 'NO', 'Mailbox is over quota', 'OVERQUOTA'), mailboxFull, /^Your mailbox/],
  ] as const)('%s', (_, reply, cause, words) => {
    const chart = sick([], { replies: [reply] })
    expect(explained(cause, chart).plain).toMatch(words)
  })

  test.each([
    ['525', '5.7.13', 'Disabled recipient address'],
    ['550', '5.2.1', 'The email account that you tried to reach is disabled.'],
    ['550', '5.5.0', 'Le compte du destinataire est bloque. The recipient account is blocked.'],
    ['554', '5.7.1', '<bo@other.example>: Recipient address rejected: mailbox is inactive'],
    ['550', '5.1.1', 'Account of the recipient has been suspended'],
  ])('%s %s %s is not said of our account', (code, enhanced, text) => {
    const chart = sick([], { replies: [smtp('rcpt', code, text, enhanced)] })
    presentBy(recipientRefused, chart)
    expect(accountSuspended.judge(chart).is).toBe('absent')
  })
})
