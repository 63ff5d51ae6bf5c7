import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lastConversationIn } from '../../src/clients/smtp-in-log.ts'
import { meaningOf } from '../../src/knowledge/replies.ts'

/** A conversation as RFC 5321 has it, said by `C: ` and heard by `S: `; what a log makes of the two is nobody's knowledge. */
const refused = [
  'S: 220 mx.example.net ESMTP ready',
  'C: EHLO [192.168.1.20]',
  'S: 250-smtp.example.net',
  'S: 250-SIZE 35882577',
  'S: 250 AUTH PLAIN LOGIN',
  'C: AUTH LOGIN',
  'S: 334 VXNlcm5hbWU6',
  'C: YW5uYUBleGFtcGxlLm5ldA==',
  'S: 334 UGFzc3dvcmQ6',
  'C: emVicmEtNy1jYW5hcnk=',
  'S: 235 2.7.0 Authentication successful',
  'C: MAIL FROM:<anna@example.net> SIZE=40000',
  'S: 250 2.1.0 Ok',
  'C: RCPT TO:<bea@example.org>',
  'S: 550-5.1.1 <bea@example.org>: Recipient address',
  'S: 550 5.1.1 rejected: User unknown',
  'C: QUIT',
  'S: 221 2.0.0 Bye',
]
const bare = refused.map((line) => line.slice(3))
const taken = [
  ...bare.slice(0, 13),
  'RCPT TO:<carl@example.org>',
  '250 2.1.5 Ok',
  'DATA',
  '354 End data with <CR><LF>.<CR><LF>',
  'Subject: canary',
  '',
  '550 5.7.1 is what they said to me yesterday.',
  'MAIL FROM:<anna@example.net> stood in it, too',
  '.',
  '250 2.0.0 Ok: queued as 4cX9kT2lVQz9s1B',
  'QUIT',
  '221 2.0.0 Bye',
]

const about = { host: 'smtp.example.net', senders: ['anna@example.net'], alone: true, privateWords: ['anna', 'bea'] }
const read = (lines: readonly string[], more: Partial<typeof about> = {}) =>
  lastConversationIn({ ...about, ...more, bytes: new TextEncoder().encode(lines.map((line) => `${line}\n`).join('')) })

/** Ways in which somebody might write such a log. */
const makings: readonly [name: string, make: (line: string) => string][] = [
  ['as it was said', (line) => line.slice(3)],
  ['with who said it', (line) => line],
  ['with arrows', (line) => `${line.startsWith('C') ? '>>>' : '<<<'} ${line.slice(3)}`],
  ['with the time and a thread', (line) => `2026-11-20 09:31:07.414 [0x600003f8] ${line}`],
  ['behind a word', (line) => `${line.startsWith('C') ? 'WROTE' : 'READ'} Nov 20 09:31:07 -- ${line.slice(3)}`],
  ['with a carriage return', (line) => `${line.slice(3)}\r`],
]

describe('what a server said, in a log', () => {
  test.for(makings)('is found %s', ([, make]) => {
    const { outcome, replies } = read(refused.map(make))
    expect(outcome).toBe('refused')
    expect(replies).toHaveLength(1)
    expect(replies[0]).toMatchObject({ stage: 'rcpt', code: '550', enhanced: '5.1.1', told: 'mail-app' })
    const [reply] = replies
    expect(reply && meaningOf(reply, { providers: [] })?.means).toBe('recipient-refused')
    expect(JSON.stringify(replies)).not.toMatch(/bea|anna|zebra|emVicmE/)
  })

  test('in UTF-16, with a half-written line at either end', () => {
    const text = `0 2.0.0 Bye\n${bare.join('\n')}\n550 5.`
    const bytes = new Uint8Array(2 + text.length * 2)
    bytes.set([0xff, 0xfe])
    for (const [index, letter] of [...text].entries()) bytes[2 + index * 2] = letter.charCodeAt(0)
    expect(lastConversationIn({ ...about, bytes })).toMatchObject({ outcome: 'refused', replies: [{ stage: 'rcpt' }] })
  })

  test('a message that was taken, whatever stands in it', () => {
    expect(read(taken)).toEqual({ outcome: 'taken', replies: [] })
    expect(read([...bare, ...taken])).toEqual({ outcome: 'taken', replies: [] })
    expect(read([...taken, ...bare])).toMatchObject({ outcome: 'refused' })
  })

  test('the answer to a message that is not in the log itself', () => {
    const without = [...taken.slice(0, 17), '552 5.3.4 Message size exceeds fixed limit', 'QUIT']
    expect(read(without)).toMatchObject({ outcome: 'refused', replies: [{ stage: 'data', code: '552' }] })
    const lost = taken.slice(0, 20)
    expect(read(lost)).toEqual({ outcome: 'open', replies: [] })
  })

  test('another way to sign in that was found leaves nothing of the one that was refused', () => {
    const twice = [...bare.slice(0, 5), 'AUTH PLAIN AGFubmE=', '535 5.7.8 not so', ...taken.slice(5)]
    expect(read(twice)).toEqual({ outcome: 'taken', replies: [] })
    const never = [...bare.slice(0, 5), 'AUTH PLAIN AGFubmE=', '535 5.7.8 Authentication failed', 'QUIT']
    expect(read(never)).toMatchObject({ outcome: 'refused', replies: [{ stage: 'auth', code: '535' }] })
  })

  test('is nobody’s who is not known by his address, or by the server alone', () => {
    const other = bare.map((line) => line.replaceAll('anna@example.net', 'paul@example.net'))
    expect(read(other)).toEqual({ outcome: 'none', replies: [] })
    const unsigned = [...bare.slice(0, 5), 'AUTH PLAIN AGFubmE=', '535 5.7.8 no', 'QUIT']
    expect(read(unsigned, { alone: false }).outcome).toBe('none')
    expect(read(unsigned.map((line) => line.replace('smtp.example.net', 'other.example'))).outcome).toBe('none')
    expect(read(['* OK IMAP ready', 'A1 LOGIN anna', 'A1 NO [AUTHENTICATIONFAILED] no', 'page 404 of 500'])).toEqual({
      outcome: 'none',
      replies: [],
    })
  })

  test('two conversations that run through each other say nothing', () => {
    const muddled = [...bare.slice(0, 12), 'EHLO [192.168.1.20]', ...bare.slice(12)]
    expect(read(muddled)).toEqual({ outcome: 'open', replies: [] })
  })

  test('a server that shuts the door at once, or in the middle', () => {
    const shut = ['-- host:smtp.example.net -- port:587', '554 5.7.1 No SMTP service here']
    expect(read(shut)).toMatchObject({ outcome: 'refused', replies: [{ stage: 'greeting', code: '554' }] })
    expect(read(['554 5.7.1 No SMTP service here'])).toEqual({ outcome: 'none', replies: [] })
    const gone = [...bare.slice(0, 13), '421 4.3.2 Shutting down']
    expect(read(gone)).toMatchObject({ outcome: 'refused', replies: [{ stage: 'mail', code: '421' }] })
  })

  test('no noise accuses anybody, takes for ever, or throws', () => {
    const noise = fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom(...refused, ...taken), fc.constant('.'))
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 80 }), (lines) => {
        const { outcome, replies } = read(lines)
        expect(outcome === 'refused').toBe(replies.length > 0)
        expect(JSON.stringify(replies)).not.toMatch(/bea@|anna@/)
      }),
      { numRuns: 300 },
    )
    const endless = Array.from({ length: 15_000 }, (_, index) => (index === 0 ? 'EHLO smtp.example.net' : '550-no'))
    expect(read([...endless, '550 no', 'QUIT']).replies[0]?.text.length).toBeLessThanOrEqual(400)
  }, 60_000)
})
