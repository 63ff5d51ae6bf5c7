import { describe, expect, test } from 'vitest'
import { converse } from '../../src/wire/converse.ts'
import { authOf, sizeKeyword } from '../../src/wire/keywords.ts'
import { examination } from '../examination.ts'
import { dovecot, dovecotPop3, multiline, postfix } from './mail-server.ts'
import { startMailServer } from './start-mail-server.ts'
import { fastClock, host, netTo, rungs, visit } from './visit.ts'

const secured = { outcome: 'secured', version: 'TLSv1.3' }

describe('a healthy session', () => {
  test('SMTP with STARTTLS asks again behind encryption, and says goodbye', async () => {
    const { port, lines, visitors } = await startMailServer(postfix())
    const { greeted, secured: encryption, capable, said } = await rungs(await visit(port))
    expect(greeted).toMatchObject({ outcome: 'greeted', masked: false, reply: { code: '220', host } })
    expect(encryption).toMatchObject({ mode: 'starttls', offered: true, handshake: secured })
    expect(capable?.before).toContain('STARTTLS')
    expect(capable?.after).toContain('AUTH PLAIN LOGIN')
    expect(visitors()).toBe(1)
    await expect.poll(() => lines).toEqual(['EHLO [127.0.0.1]', 'STARTTLS', 'EHLO [127.0.0.1]', 'QUIT'])
    expect(said.join('\n')).not.toContain('127.0.0.1')
    expect(said.at(-1)).toBe('we: QUIT')
  })

  test('SMTP with TLS from the start', async () => {
    const { port, lines } = await startMailServer(postfix({ tls: true }))
    const { capable, secured: encryption } = await rungs(await visit(port, { security: 'tls' }))
    expect(encryption).toMatchObject({ mode: 'tls', handshake: secured })
    expect(capable).toEqual({ before: [], after: expect.arrayContaining(['SIZE 10240000']) })
    await expect.poll(() => lines).toEqual(['EHLO [127.0.0.1]', 'QUIT'])
  })

  test('SMTP in clear', async () => {
    const { port } = await startMailServer(postfix())
    const { capable, secured: encryption } = await rungs(await visit(port, { security: 'none' }))
    expect(encryption).toEqual({ mode: 'none' })
    expect(capable?.after).toContain('STARTTLS')
  })

  test('IMAP takes the capabilities of the greeting: a round trip less', async () => {
    const { port, lines } = await startMailServer(dovecot({ tls: true }))
    const { capable } = await rungs(await visit(port, { security: 'tls', protocol: 'imap' }))
    expect(capable).toEqual({ before: [], after: ['IMAP4REV1', 'SASL-IR', 'AUTH=PLAIN', 'QUOTA'] })
    await expect.poll(() => lines).toEqual(['o LOGOUT'])
  })

  test('IMAP with STARTTLS', async () => {
    const { port, lines } = await startMailServer(dovecot())
    const { capable, secured: encryption } = await rungs(await visit(port, { protocol: 'imap' }))
    expect(encryption).toMatchObject({ offered: true, handshake: secured })
    expect(capable?.before).toContain('LOGINDISABLED')
    expect(capable?.after).toContain('AUTH=PLAIN')
    await expect.poll(() => lines).toEqual(['o STARTTLS', 'o CAPABILITY', 'o LOGOUT'])
  })

  test('POP3 with STLS', async () => {
    const { port, lines } = await startMailServer(dovecotPop3())
    const { capable, greeted } = await rungs(await visit(port, { protocol: 'pop3' }))
    expect(greeted).toMatchObject({ outcome: 'greeted', reply: { code: '+OK', text: 'Dovecot ready.' } })
    expect(capable).toEqual({ before: ['UIDL', 'STLS'], after: ['UIDL', 'SASL PLAIN', 'USER'] })
    await expect.poll(() => lines).toEqual(['CAPA', 'STLS', 'CAPA', 'QUIT'])
  })
})

describe('a greeting', () => {
  test.each([
    ['220 ****************2****0*\r\n', 'smtp', { outcome: 'greeted', masked: true }],
    [
      '421 4.7.0 mail.example.org Error: too many connections\r\n',
      'smtp',
      {
        outcome: 'refused',
        reply: { code: '421', enhanced: '4.7.0', text: 'mail.example.org Error: too many connections' },
      },
    ],
    [
      '554-No SMTP here\r\n554 anna@example.org is gone\r\n',
      'smtp',
      { outcome: 'refused', reply: { text: 'No SMTP here <address> is gone' } },
    ],
    ['* BYE [UNAVAILABLE] later\r\n', 'imap', { outcome: 'refused', reply: { code: 'BYE', enhanced: 'UNAVAILABLE' } }],
    ['-ERR [SYS/TEMP] later\r\n', 'pop3', { outcome: 'refused', reply: { code: '-ERR', enhanced: 'SYS/TEMP' } }],
    ['* OK Dovecot ready.\r\n', 'smtp', { outcome: 'foreign', speaks: 'imap' }],
    ['+OK ready\r\n', 'imap', { outcome: 'foreign', speaks: 'pop3' }],
    ['220 mail ESMTP\r\n', 'pop3', { outcome: 'foreign', speaks: 'smtp' }],
    ['HTTP/1.1 408 Request Timeout\r\n', 'smtp', { outcome: 'foreign', speaks: 'http' }],
    ['SSH-2.0-OpenSSH_9.9\r\n', 'imap', { outcome: 'foreign', speaks: 'ssh' }],
    ['Hello there\r\n', 'smtp', { outcome: 'foreign', speaks: 'unknown' }],
    ['200 news here\r\n', 'smtp', { outcome: 'foreign', speaks: 'unknown' }],
  ] as const)('%j to %s', async (greeting, protocol, greeted) => {
    const { port } = await startMailServer({ greeting })
    const session = await rungs(await visit(port, { protocol, security: 'none' }))
    expect(session.greeted).toMatchObject(greeted)
    if (session.greeted?.outcome !== 'greeted') expect(session.capable).toBeUndefined()
  })

  test('with a TLS alert says that TLS is spoken', async () => {
    const say = Buffer.from([21, 3, 3, 0, 2, 2, 40])
    const { port } = await startMailServer({ greeting: { say, next: 'close' } })
    const { greeted } = await rungs(await visit(port))
    expect(greeted).toMatchObject({ outcome: 'closed', speaks: 'tls' })
  })

  test('without a line end before the server hangs up is heard', async () => {
    const { port } = await startMailServer({ greeting: { say: '554 5.7.1 Go away', next: 'close' } })
    const { greeted } = await rungs(await visit(port))
    expect(greeted).toMatchObject({ outcome: 'refused', reply: { code: '554', enhanced: '5.7.1', text: 'Go away' } })
  })
})

describe('encryption', () => {
  test('that is not offered is not asked for', async () => {
    const answers = { EHLO: multiline('250', ['mail.example.org', 'SIZE 1000']) }
    const { port, lines } = await startMailServer(postfix({ answers }))
    const { secured: encryption, capable } = await rungs(await visit(port))
    expect(encryption).toEqual({ mode: 'starttls', offered: false })
    expect(capable).toEqual({ before: ['SIZE 1000'], after: [] })
    await expect.poll(() => lines).toEqual(['EHLO [127.0.0.1]', 'QUIT'])
  })

  test('that is refused comes with the reply', async () => {
    const answers = { STARTTLS: '454 4.7.0 TLS not available due to local problem\r\n' }
    const { port } = await startMailServer(postfix({ answers }))
    const { secured: encryption } = await rungs(await visit(port))
    expect(encryption).toMatchObject({ offered: true, refusal: { code: '454', enhanced: '4.7.0', stage: 'starttls' } })
  })

  test('with words in clear behind the go-ahead is an injection', async () => {
    const answers = { STARTTLS: '220 Ready\r\n250 injected\r\n' }
    const { port } = await startMailServer(postfix({ answers }))
    const { secured: encryption, capable } = await rungs(await visit(port))
    expect(encryption?.handshake).toMatchObject({ outcome: 'injected' })
    expect(capable?.after).toEqual([])
  })

  test('of the wrong kind: a greeting in clear where TLS is due', async () => {
    const { port } = await startMailServer(postfix())
    const { secured: encryption, greeted } = await rungs(await visit(port, { security: 'tls' }))
    expect(encryption?.handshake).toMatchObject({ outcome: 'not-tls' })
    expect(greeted).toBeUndefined()
  })

  test('of one version only, when that is asked', async () => {
    const { port } = await startMailServer(postfix({ options: { minVersion: 'TLSv1.3' } }))
    const versions = { min: 'TLSv1.2', max: 'TLSv1.2' } as const
    const { secured: encryption } = await rungs(await visit(port, { versions }))
    expect(encryption?.handshake).toMatchObject({ outcome: 'no-common-version' })
  })
})

describe('addresses', () => {
  test('the first that opens is spoken to, and nobody waits for the silent one', async () => {
    const clock = fastClock()
    const { port } = await startMailServer(postfix())
    const net = await netTo({ '192.0.2.10:587': port }, clock)
    const addresses = [
      { address: '2001:db8::10', family: 6 },
      { address: '192.0.2.10', family: 4 },
    ] as const
    const server = { protocol: 'smtp', host, port: 587, security: 'starttls' } as const
    const conversation = converse(examination({ clock, net }), 'outgoing', server, addresses)
    expect(await conversation.opened).toBe('192.0.2.10')
    await conversation.ended
    const spoken = clock.elapsed()
    const { attempts, address } = await conversation.reached
    expect(clock.elapsed()).toBeGreaterThan(spoken)
    expect(address).toBe('192.0.2.10')
    expect(attempts.map(({ reach }) => reach)).toEqual(['silent', 'open'])
  })

  test('that are all silent leave every rung empty', async () => {
    const clock = fastClock()
    const conversation = converse(
      examination({ clock, net: await netTo({}, clock) }),
      'incoming',
      { protocol: 'imap', host, port: 993, security: 'tls' },
      [{ address: '192.0.2.10', family: 4 }],
    )
    const { greeted, secured: encryption, capable, reached, said } = await rungs(conversation)
    expect([greeted, encryption, capable]).toEqual([undefined, undefined, undefined])
    expect(reached).toMatchObject({ attempts: [{ reach: 'silent' }] })
    expect(await conversation.opened).toBeUndefined()
    expect(said).toEqual([expect.stringMatching(/^net: 192\.0\.2\.10 port 993: silent/)])
  })
})

test('an abort ends everything at once', async () => {
  const { port } = await startMailServer({})
  const controller = new AbortController()
  const conversation = await visit(port, { signal: controller.signal })
  await conversation.opened
  controller.abort(new Error('enough'))
  const { greeted, capable } = await rungs(conversation)
  expect([greeted, capable]).toEqual([undefined, undefined])
})

describe('answers to EHLO as they are found in the field', () => {
  const heard = async (ehlo: string) => {
    const { port } = await startMailServer({ ...postfix(), answers: { EHLO: ehlo, QUIT: '221 Bye\r\n' } })
    const { capable } = await rungs(await visit(port, { security: 'none' }))
    return { words: capable?.after ?? [], stray: capable?.stray }
  }
  const name = '250-mail.example.org\r\n'

  test.each([
    ['in small letters', `${name}250-auth plain login\r\n250 size 1000\r\n`],
    ['in the form of old Outlook', `${name}250-AUTH=PLAIN LOGIN\r\n250 SIZE 1000\r\n`],
    ['with commas', `${name}250-AUTH PLAIN,LOGIN\r\n250 SIZE 1000\r\n`],
    ['with tabs', `${name}250-AUTH\tPLAIN\tLOGIN\r\n250 SIZE\t1000\r\n`],
    ['with two spaces, and some at the end', `${name}250-AUTH  PLAIN LOGIN  \r\n250 SIZE 1000 \r\n`],
    ['in both forms', `${name}250-AUTH PLAIN LOGIN\r\n250-AUTH=PLAIN LOGIN\r\n250 SIZE=1000\r\n`],
    ['with an empty line among them', `${name}250-\r\n250-AUTH PLAIN LOGIN\r\n250 SIZE 1000\r\n`],
    ['with ends of lines of one kind only', `${name}250-AUTH PLAIN LOGIN\r\n250 SIZE 1000\n`],
  ])('%s', async (_, ehlo) => {
    const { words, stray } = await heard(ehlo)
    expect(authOf(words, 'smtp')).toEqual(['PLAIN', 'LOGIN'])
    expect(sizeKeyword(words)).toBe(1_000)
    expect(stray).toBeUndefined()
  })

  test.each([
    ['a line of the same code', `${name}250 AUTH PLAIN\r\n250 HELP\r\n`, '250 HELP'],
    ['a line that was meant to go before', `${name}250 AUTH PLAIN\r\n250-SIZE 1000\r\n`, '250-SIZE 1000'],
    ['a refusal', `${name}250 AUTH PLAIN\r\n500 unrecognized\r\n`, '500 unrecognized'],
    ['a bare word', `${name}250 AUTH PLAIN\r\nSTARTTLS\r\n`, 'STARTTLS'],
    ['an address', `${name}250 AUTH PLAIN\r\n250 hello anna.canary@example.org\r\n`, '250 hello'],
  ])('%s behind the end is noticed', async (_, ehlo, stray) => {
    const found = await heard(ehlo)
    expect(found.words).toEqual(['AUTH PLAIN'])
    expect(found.stray).toContain(stray)
    expect(found.stray).not.toContain('canary')
  })
})
