import type { Socket } from 'node:net'
import fc from 'fast-check'
import type { Answer } from '../mail-server.ts'

export type Saying = Answer | ((line: string, secure: boolean) => Answer)

/** What a server may say, in all three protocols, at the right time or at any other. */
const phrases = fc.constantFrom(
  '220 mail.example.org ESMTP',
  '250-mail.example.org',
  '250-STARTTLS',
  '250-AUTH PLAIN LOGIN CRAM-MD5 XOAUTH2',
  '250 SIZE 99999999999999999999',
  '250 OK',
  '235 2.7.0 Authentication successful',
  '334 VXNlcm5hbWU6',
  '334 ',
  '354 go on',
  '421 4.7.0 too many',
  '535 5.7.8 no',
  '999 what',
  '250-',
  '* OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN SASL-IR LOGINDISABLED] ready',
  '* PREAUTH welcome',
  '* BYE [ALERT] no',
  '* CAPABILITY IMAP4rev1 AUTH=PLAIN',
  '* QUOTA "" (STORAGE 99999999999999999999 -1)',
  '* X {5}',
  '* 1 FETCH (BODY[] {4294967296}',
  '* LIST (((((((((((((((((((((((((((((((((((((((((((((((((((((((((((',
  'o OK done',
  'o NO [LIMIT] no',
  'o BAD what',
  'A1 OK LOGIN done',
  'A99 OK done',
  '+ ',
  '+ VXNlcm5hbWU6',
  '+OK',
  '+OK maildrop has 99999999999999999999 messages (-1 octets)',
  '-ERR [SYS/TEMP] no',
  'SASL PLAIN',
  'STLS',
  '.',
  '',
  'anna@example.org is not anna@example.org',
  '\u001b[2J\u001b]0;owned\u0007 \u202egnp.exe \u200b\u2066x\u2069',
  'HTTP/1.1 200 OK',
)

const line = fc.oneof(
  { weight: 8, arbitrary: phrases },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 2_000 }) },
)

const lines = fc.array(line, { minLength: 1, maxLength: 6 }).map((all) => all.map((one) => `${one}\r\n`).join(''))

const bytes = fc.uint8Array({ minLength: 1, maxLength: 400 }).map((all) => ({ say: Buffer.from(all) }))

/** Ends of a session, and things without an end. */
const doings = fc.constantFrom<Answer>(
  { next: 'close' },
  { next: 'reset' },
  { say: '250-half', next: 'close' },
  { say: '* OK half', next: 'reset' },
  { next: 'tls' },
  // A TLS alert, and a handshake that is none.
  { say: Buffer.from([21, 3, 3, 0, 2, 2, 40]) },
  { say: Buffer.from([22, 3, 3, 255, 255, 2, 0]) },
  { say: '250-MORE\r\n'.repeat(20_000) },
  { say: '* MORE\r\n'.repeat(20_000) },
  { say: `250 ${'A'.repeat(300_000)}\r\n` },
  { say: `+OK ${'A'.repeat(300_000)}` },
  { next: (socket) => pour(socket, '250-MORE AND MORE\r\n'.repeat(2_000)) },
  { next: (socket) => pour(socket, 'A'.repeat(64 * 1024)) },
  { next: (socket) => drip(socket) },
  // Words in clear behind the go-ahead (an injection).
  { say: '220 Ready\r\n250 injected\r\n', next: 'tls' },
  { say: 'o OK Begin\r\n* CAPABILITY INJECTED\r\n', next: 'tls' },
  { say: '+OK Begin\r\n+OK injected\r\n', next: 'tls' },
)

/** Repeats whatever it is told, and what that holds in base64. */
const parrots = fc
  .constantFrom('535 5.7.8 ', 'o NO ', 'A1 NO ', '-ERR [AUTH] ', '* OK [ALERT] ', '334 ')
  .map((code) => (heard: string) => {
    const decoded = (heard.match(/[\w+/]{8,}={0,2}/g) ?? []).map((one) => Buffer.from(one, 'base64').toString('latin1'))
    return `${code}${heard} ${decoded.join(' ')}\r\n`
  })

export const hostileAnswer: fc.Arbitrary<Saying> = fc.oneof(
  { weight: 5, arbitrary: lines },
  { weight: 2, arbitrary: doings },
  { weight: 1, arbitrary: bytes },
  { weight: 2, arbitrary: parrots },
  { weight: 1, arbitrary: fc.constant({}) },
)

/** As long as somebody takes it, and no longer than so much: then all that is to be shown has been shown. */
function pour(socket: Socket, words: string): void {
  let left = 16 * 1024 * 1024
  const more = () => {
    while (left > 0 && !socket.destroyed && socket.write(words)) left -= words.length
  }
  socket.on('drain', more)
  more()
}

function drip(socket: Socket): void {
  const timer = setInterval(() => socket.writable && socket.write('x'), 20)
  socket.on('close', () => clearInterval(timer))
}
