import type { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import type { LineProtocol, Security } from '../../src/core/mail.ts'
import { dovecot, multiline, postfix, type Script } from './mail-server.ts'
import { startMailServer } from './start-mail-server.ts'
import { fastClock, rungs, visit } from './visit.ts'

/** Says this again and again, as fast as it is taken. */
function forever(words: string) {
  return (socket: Socket) => {
    const more = () => {
      while (!socket.destroyed && socket.write(words));
    }
    socket.on('drain', more)
    more()
  }
}

/** One byte a second by the fast clock. */
function drip(words: string) {
  return (socket: Socket) => {
    let at = 0
    const timer = setInterval(() => socket.write(words.charAt(at++) || 'x'), 50)
    socket.on('close', () => clearInterval(timer))
  }
}

/** Reads on and says nothing more: the random bytes of a handshake may look like a line. */
function mute(socket: Socket) {
  socket.removeAllListeners('data').resume()
}

const megabyte = 'x'.repeat(1024 * 1024)

interface Case {
  script: Script
  protocol?: LineProtocol
  security?: Security
  expected: { greeted?: object; capable?: object; handshake?: object }
}

const cases: Record<string, Case> = {
  'an endless line': {
    script: { greeting: { next: forever(megabyte) } },
    expected: { greeted: { outcome: 'overlong' } },
  },
  'no line end': { script: { greeting: '220 hello' }, expected: { greeted: { outcome: 'silent' } } },
  'a greeting of 10 MB': {
    script: {
      greeting: multiline(
        '220',
        Array.from({ length: 10_000 }, () => 'x'.repeat(1000)),
      ),
    },
    expected: { greeted: { outcome: 'overlong' } },
  },
  'one byte a second': {
    script: { greeting: { next: drip(`220 mail ${'.'.repeat(100)}`) } },
    expected: { greeted: { outcome: 'silent' } },
  },
  'NUL and bytes that are no UTF-8': {
    script: postfix({ greeting: { say: Buffer.from('220 a\0b\xff\xfe\x1b[31m ESMTP\r\n', 'latin1') } }),
    expected: { greeted: { outcome: 'greeted' }, handshake: { outcome: 'secured' } },
  },
  'a reply that never ends': {
    script: postfix({ answers: { EHLO: { next: forever('250-MORE\r\n'.repeat(5_000)) } } }),
    expected: { greeted: { outcome: 'greeted' }, capable: { broken: 'overlong' } },
  },
  'half a multi-line reply, then silence': {
    script: postfix({ answers: { EHLO: '250-mail.example.org\r\n250-STARTTLS\r\n' } }),
    expected: { capable: { broken: 'silent', before: ['STARTTLS'] } },
  },
  'half a multi-line reply, then the end': {
    script: postfix({ answers: { EHLO: { say: '250-mail.example.org\r\n250-START', next: 'close' } } }),
    expected: { capable: { broken: 'closed' } },
  },
  'another code in the middle of a reply': {
    script: postfix({ answers: { EHLO: '250-mail.example.org\r\n550 no\r\n' } }),
    expected: { capable: { broken: 'garbled' } },
  },
  'another protocol in the middle': {
    script: postfix({ answers: { EHLO: '<html>\r\n' } }),
    expected: { capable: { broken: 'garbled' } },
  },
  'words in clear behind the go-ahead': {
    script: postfix({ answers: { STARTTLS: '220 go\r\n250 evil\r\n' } }),
    expected: { handshake: { outcome: 'injected' } },
  },
  'words in clear in place of a handshake': {
    script: postfix({
      answers: { STARTTLS: { say: '220 go\r\n', next: (socket) => void socket.write('454 sorry\r\n') } },
    }),
    expected: {},
  },
  'TLS that stalls': {
    script: postfix({ answers: { STARTTLS: { say: '220 go\r\n', next: mute } } }),
    expected: { handshake: { outcome: 'silent' }, capable: { after: [] } },
  },
  'TLS that stalls from the start': {
    script: {},
    security: 'tls',
    expected: { handshake: { outcome: 'silent' } },
  },
  '10,000 capabilities by SMTP': {
    script: postfix(
      {},
      Array.from({ length: 10_000 }, (_, at) => `XCAP${at}`),
    ),
    expected: { capable: { broken: 'overlong' } },
  },
  '10,000 capabilities by IMAP': {
    script: dovecot({
      greeting: '* OK hello\r\n',
      answers: {
        CAPABILITY: `* CAPABILITY ${Array.from({ length: 1_000 }, (_, at) => `C${at}`).join(' ')}\r\no OK\r\n`,
      },
    }),
    protocol: 'imap',
    expected: { capable: {} },
  },
  'an IMAP literal without an end': {
    script: dovecot({ greeting: '* OK hello\r\n', answers: { CAPABILITY: '* X {999999999}\r\nabc\r\n' } }),
    protocol: 'imap',
    expected: { capable: { broken: 'silent' } },
  },
  'an endless list by POP3': {
    script: { greeting: '+OK\r\n', answers: { CAPA: { say: '+OK\r\n', next: forever('X\r\n'.repeat(5_000)) } } },
    protocol: 'pop3',
    expected: { capable: { broken: 'overlong' } },
  },
}

describe.each(Object.entries(cases))('%s', (_, { script, protocol = 'smtp', security = 'starttls', expected }) => {
  test('ends as a fact within the time, with little kept', async () => {
    const clock = fastClock()
    const { port } = await startMailServer(script)
    const began = clock.elapsed()
    const { greeted, capable, secured, steps } = await rungs(await visit(port, { protocol, security, clock }))
    expect(clock.elapsed() - began).toBeLessThan(19_000)
    if (expected.greeted) expect(greeted).toMatchObject(expected.greeted)
    if (expected.capable) expect(capable).toMatchObject(expected.capable)
    if (expected.handshake) expect(secured?.handshake).toMatchObject(expected.handshake)
    expect(steps.length).toBeLessThanOrEqual(60)
    for (const { line } of steps) expect(line.length).toBeLessThanOrEqual(200)
    expect(capable?.before.length ?? 0).toBeLessThanOrEqual(200)
    for (const keyword of capable?.before ?? []) expect(keyword.length).toBeLessThanOrEqual(100)
    expect(JSON.stringify({ greeted, capable, secured, steps })).not.toMatch(/\\u00[01]/)
  })
})

describe('a reset', () => {
  const reset = { next: 'reset' } as const
  test.each([
    ['at the greeting', { greeting: reset }],
    ['at EHLO', postfix({ answers: { EHLO: reset } })],
    ['at STARTTLS', postfix({ answers: { STARTTLS: reset } })],
    [
      'in the handshake',
      postfix({
        answers: { STARTTLS: { say: '220 go\r\n', next: (it: Socket) => it.once('data', () => it.resetAndDestroy()) } },
      }),
    ],
    [
      'behind encryption',
      postfix({ answers: { EHLO: (_, secure) => (secure ? reset : multiline('250', ['m', 'STARTTLS'])) } }),
    ],
    ['at the goodbye', postfix({ answers: { QUIT: reset } })],
  ] satisfies [string, Script][])('%s', async (_, script) => {
    const { port } = await startMailServer(script)
    const { steps } = await rungs(await visit(port))
    expect(steps.length).toBeGreaterThan(0)
  })
})
