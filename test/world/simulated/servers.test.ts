import { describe, expect, test } from 'vitest'
import type { Server } from '../../../src/core/mail.ts'
import { ask, type Played, play, smtpReply } from './play.ts'

const host = 'mail.example.net'
const smtp = (speaker: object) => ({ hosts: { [host]: { smtp: speaker } } })
const imap = (speaker: object) => ({ hosts: { [host]: { imap: speaker } } })

/** Connects to 587, hears the greeting, says EHLO, starts TLS and says EHLO again. */
async function encrypted(played: Played) {
  const connection = await played.open(host, 587)
  await smtpReply(connection)
  await ask(connection, 'EHLO [127.0.0.1]')
  await ask(connection, 'STARTTLS')
  expect((await connection.secure({ host, timeoutMs: 5_000 })).outcome).toBe('secured')
  return connection
}

function signIn(played: Played, protocol: 'smtp' | 'imap' | 'pop3', port: number, secret = 'a good secret') {
  const server: Server & { protocol: typeof protocol } = {
    protocol,
    host,
    port,
    security: port === 587 ? 'starttls' : 'tls',
  }
  const [address = ''] = played.world.net.resolvers()
  return played.world.net
    .lookup(host, played.signal)
    .then(({ records }) =>
      played.world.net.signIn(
        server,
        records.at(-1)?.address ?? address,
        { username: 'anna@example.net', secret, method: 'password' },
        played.signal,
      ),
    )
}

describe('SMTP', () => {
  test('greets, announces AUTH only after TLS, and takes a message from who has signed in', async () => {
    const played = await play({
      hosts: { [host]: { smtp: { recipients: { 'nobody@example.org': '550 5.1.1 No such user' } } } },
    })
    const plain = await played.open(host, 587)
    expect(await smtpReply(plain)).toEqual(['220 mail.example.net ESMTP Postfix'])
    const before = await ask(plain, 'EHLO x')
    expect(before).toContain('250 STARTTLS')
    expect(before.join()).not.toContain('AUTH')
    expect(await ask(plain, 'AUTH PLAIN')).toEqual(['530 5.7.0 Must issue a STARTTLS command first'])

    const connection = await encrypted(played)
    expect(await ask(connection, 'EHLO x')).toContain('250 AUTH PLAIN LOGIN')
    expect(await ask(connection, 'MAIL FROM:<anna@example.net>')).toEqual(['530 5.7.0 Authentication required'])
    const login = Buffer.from('\0anna@example.net\0a good secret').toString('base64')
    expect(await ask(connection, `AUTH PLAIN ${login}`)).toEqual(['235 2.7.0 Authentication successful'])
    expect(await ask(connection, 'MAIL FROM:<anna@example.net> SIZE=99999999')).toEqual([
      '552 5.3.4 Message size exceeds fixed limit',
    ])
    expect(await ask(connection, 'MAIL FROM:<anna@example.net>')).toEqual(['250 2.1.0 Ok'])
    expect(await ask(connection, 'RCPT TO:<nobody@example.org>')).toEqual(['550 5.1.1 No such user'])
    expect(await ask(connection, 'RCPT TO:<ben@example.org>')).toEqual(['250 2.1.5 Ok'])
    expect((await ask(connection, 'DATA'))[0]).toMatch(/^354/)
    await connection.writeLine('Subject: hello')
    await connection.writeLine('RCPT TO:<not-a-command@example.org>')
    expect((await ask(connection, '.'))[0]).toMatch(/^250 2.0.0 Ok: queued/)
    expect(await ask(connection, 'QUIT')).toEqual(['221 2.0.0 Bye'])
    expect(await connection.readLine(1_000)).toMatchObject({ end: 'closed' })
  })

  test.each([
    ['greeting', '421 4.3.2 Service not available'],
    ['ehlo', '550 5.7.1 Bad host name'],
    ['starttls', '454 4.7.0 TLS not available'],
  ])('says what the scene says at %s', async (stage, line) => {
    const { open } = await play(smtp({ replies: { [stage]: line } }))
    const connection = await open(host, 587)
    const heard = [
      ...(await smtpReply(connection)),
      ...(await ask(connection, 'EHLO x')),
      ...(await ask(connection, 'STARTTLS')),
    ]
    expect(heard).toContain(line)
  })

  test.each([
    ['auth', '535 5.7.8 No'],
    ['auth', '454 4.7.0 Temporary authentication failure'],
  ])('refuses at %s with %s', async (stage, line) => {
    const played = await play(smtp({ replies: { [stage]: line } }))
    const { outcome, reply } = await signIn(played, 'smtp', 587)
    expect(outcome).toBe('refused')
    expect(line.startsWith(reply?.code ?? 'none')).toBe(true)
  })

  test.each([
    [{ greeting: 'masked' }, '220 ****************************************'],
    [{ starttls: 'overwritten' }, '250 XXXXXXXA'],
  ])('on a way that meddles: %j', async (way, line) => {
    const { open } = await play({ way })
    const connection = await open(host, 587)
    expect([...(await smtpReply(connection)), ...(await ask(connection, 'EHLO x'))]).toContain(line)
  })

  test('without STARTTLS, neither offered nor given', async () => {
    const { open } = await play(smtp({ starttls: 'missing' }))
    const connection = await open(host, 587)
    await smtpReply(connection)
    expect((await ask(connection, 'EHLO x')).join()).not.toContain('STARTTLS')
    expect((await ask(connection, 'STARTTLS'))[0]).toMatch(/^502/)
  })

  test('plain text behind the go-ahead of STARTTLS', async () => {
    const { open } = await play(smtp({ inject: '250 AUTH PLAIN' }))
    const connection = await open(host, 587)
    await smtpReply(connection)
    expect(await ask(connection, 'STARTTLS')).toEqual(['220 2.0.0 Ready to start TLS'])
    expect((await connection.secure({ host, timeoutMs: 2_000 })).outcome).toBe('injected')
  })
})

describe('breaking off', () => {
  test.each([
    ['close', 'closed'],
    ['reset', 'reset'],
    ['stall', 'silent'],
  ])('%s at the greeting, at EHLO and in TLS', async (how, end) => {
    const at = async (stage: string) => {
      const played = await play(smtp({ breaks: { at: stage, how } }), 'leaping')
      return played.open(host, 587)
    }
    expect(await smtpReply(await at('greeting'))).toEqual([end])
    const second = await at('ehlo')
    await smtpReply(second)
    expect(await ask(second, 'EHLO x')).toEqual([end])
    const third = await at('tls')
    await smtpReply(third)
    await ask(third, 'STARTTLS')
    expect((await third.secure({ host, timeoutMs: 2_000 })).outcome).toBe(end)
  })
})

describe('hostile servers are heard within bounds', () => {
  test.each([
    ['endless-line', 'overlong'],
    ['no-line-end', 'silent'],
    ['half-reply', 'silent'],
    ['drip', 'silent'],
  ])('%s', async (how, end) => {
    const { open } = await play(smtp({ hostile: { at: 'greeting', how } }), 'leaping')
    expect((await smtpReply(await open(host, 587))).at(-1)).toBe(end)
  })

  test.each([['endless-reply'], ['huge']])('%s', async (how) => {
    const { open } = await play(smtp({ hostile: { at: 'greeting', how } }))
    const connection = await open(host, 587)
    let last = ''
    for (let lines = 0; last === '' && lines < 100_000; lines++) {
      const heard = await connection.readLine(5_000)
      if ('end' in heard) last = heard.end
    }
    expect(last).toBe('overlong')
  })

  test('nul-bytes', async () => {
    const { open } = await play(smtp({ hostile: { at: 'greeting', how: 'nul-bytes' } }))
    expect((await smtpReply(await open(host, 587)))[0]).toMatch(/^220 .*\0/)
  })

  test('many-capabilities', async () => {
    const { open } = await play(smtp({ hostile: { at: 'ehlo', how: 'many-capabilities' } }))
    const connection = await open(host, 587)
    await smtpReply(connection)
    expect(await ask(connection, 'EHLO x')).toHaveLength(10_001)
  })
})

describe('signing in', () => {
  test.each([
    ['smtp', 465],
    ['smtp', 587],
    ['imap', 993],
  ] as const)('%s %i', async (protocol, port) => {
    const played = await play()
    expect((await signIn(played, protocol, port)).outcome).toBe('accepted')
    expect((await signIn(played, protocol, port, 'a wrong one')).outcome).toBe('refused')
  })

  test('POP3', async () => {
    const incoming = { protocol: 'pop3', host, port: 995, security: 'tls' }
    const played = await play({ account: { email: 'anna@example.net', incoming, secret: 'a good secret' } })
    expect((await signIn(played, 'pop3', 995)).outcome).toBe('accepted')
    expect((await signIn(played, 'pop3', 995, 'a wrong one')).outcome).toBe('refused')
  })

  test('IMAP tells the quota, and what else the scene wants told', async () => {
    const full = await play(imap({ quota: { used: 99 * 1024, limit: 100 * 1024 } }))
    expect((await signIn(full, 'imap', 993)).quota).toEqual({ used: 99 * 1024, limit: 100 * 1024 })
    const busy = await play(imap({ replies: { auth: 'NO [LIMIT] Too many' } }))
    expect((await signIn(busy, 'imap', 993)).reply).toMatchObject({ code: 'NO', enhanced: 'LIMIT' })
    const bye = await play(imap({ greeting: '* BYE Shutting down' }))
    const connection = await bye.open(host, 143)
    expect(await connection.readLine(1_000)).toEqual({ line: '* BYE Shutting down' })
    expect(await connection.readLine(1_000)).toMatchObject({ end: 'closed' })
  })

  test('only the user name of the account, or the one the scene names', async () => {
    const played = await play(smtp({ accepts: { username: 'anna', secret: 'another' } }))
    expect((await signIn(played, 'smtp', 587)).outcome).toBe('refused')
  })
})

test('a play leaves nothing behind', async () => {
  const sockets = () => process.getActiveResourcesInfo().filter((name) => /TCP|UDP|Timeout/.test(name)).length
  const before = sockets()
  const played = await play({ hosts: { [host]: { smtp: { hostile: { at: 'greeting', how: 'drip' } } } } })
  await (await played.open(host, 587)).readLine(100)
  await signIn(played, 'imap', 993)
  await played.close()
  // Node lets go of handles a turn after they are closed.
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
  expect(sockets()).toBeLessThanOrEqual(before + 2)
})
