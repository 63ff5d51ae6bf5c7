import { createHook } from 'node:async_hooks'
import type { Socket } from 'node:net'
import type { TlsOptions } from 'node:tls'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { beforeAll, describe, expect, test } from 'vitest'
import type { LineProtocol, Security } from '../../../src/core/mail.ts'
import type { Clock } from '../../../src/core/time.ts'
import type { MailLogin } from '../../../src/core/world.ts'
import { type Destination, realNet } from '../../../src/world/real/net/net.ts'
import { identityFor, trustedRoot } from '../../../src/world/simulated/certificate-authority.ts'
import { simulatedClock } from '../../../src/world/simulated/clock.ts'
import type { SceneCertificate } from '../../../src/world/simulated/schema/hosts.ts'
import { afterwards, answering, farEnd, never, onLines, openSockets, portOf, upgrade } from './far-end.ts'

const host = 'mail.example.test'
const secret = 'Hunter2-secret'
const login: MailLogin = { username: 'anna@example.test', secret, method: 'password' }
// The whole may take 18 seconds: silence is waited for on a faster clock.
const steady = simulatedClock(Date.now(), 0)
const hasty = simulatedClock(Date.now(), 0, 100)
let good: TlsOptions
let root: string
beforeAll(async () => {
  good = await identityFor(host, {}, Date.now())
  root = await trustedRoot()
})

// The libraries' own limits are set to a minute: whichever of their timers still runs afterwards, runs on for nothing.
interface Timer {
  _idleTimeout: number
  _destroyed: boolean
}
const timers = new Set<Timer>()
createHook({
  init: (_id, type, _trigger, resource) => {
    if (type === 'Timeout' && (resource as Timer)._idleTimeout > 50_000) timers.add(resource as Timer)
  },
}).enable()
const running = () => [...timers].filter((timer) => !timer._destroyed)

/** Signs in at a made-up address that leads to this port. */
async function signIn(
  protocol: LineProtocol,
  security: Security,
  to: number | Destination,
  more: { login?: MailLogin; address?: string; signal?: AbortSignal; clock?: Clock } = {},
) {
  const { address = '192.0.2.7', signal = never, clock = steady } = more
  const destination = typeof to === 'number' ? { to: { host: '127.0.0.1', port: to } } : to
  const net = realNet({ clock, publicRoots: [root], dial: () => destination })
  const answer = await net.signIn({ protocol, host, port: 4, security }, address, more.login ?? login, signal)
  expect(JSON.stringify(answer)).not.toMatch(/Hunter2|anna|example\.test[^"]/)
  return answer
}

const accepted = { outcome: 'accepted', ms: expect.any(Number) }

describe('by SMTP', () => {
  async function server(options: SMTPServerOptions): Promise<number> {
    const smtp = new SMTPServer({
      logger: false,
      hideENHANCEDSTATUSCODES: false,
      ...good,
      onAuth(auth, _session, done) {
        const known = auth.username === login.username && (auth.password ?? auth.accessToken) === secret
        if (known) return done(null, { user: 1 })
        done(Object.assign(new Error(`No, ${auth.username}, ${auth.password} is wrong`), { responseCode: 535 }))
      },
      ...options,
    })
    smtp.on('error', () => {})
    const listener = smtp.listen(0, '127.0.0.1')
    await new Promise((resolve) => listener.once('listening', resolve))
    afterwards(() => smtp.close(() => {}))
    return portOf(listener)
  }

  test('accepted, with TLS from the start and after STARTTLS', async () => {
    expect(await signIn('smtp', 'tls', await server({ secure: true }))).toEqual(accepted)
    expect(await signIn('smtp', 'starttls', await server({}))).toEqual(accepted)
  })

  test('accepted with a token', async () => {
    const port = await server({ secure: true, authMethods: ['XOAUTH2'] })
    expect(await signIn('smtp', 'tls', port, { login: { ...login, method: 'oauth2' } })).toEqual(accepted)
  })

  test.each(['password', 'oauth2'] as const)('refused, once: %s', async (method) => {
    let tries = 0
    const port = await server({
      secure: true,
      authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
      onAuth(auth, _session, done) {
        tries += 1
        done(Object.assign(new Error(`No, ${auth.username}, ${secret} is wrong`), { responseCode: 535 }))
      },
    })
    expect(await signIn('smtp', 'tls', port, { login: { ...login, method } })).toMatchObject({
      outcome: 'refused',
      reply: {
        protocol: 'smtp',
        stage: 'auth',
        code: '535',
        enhanced: '5.7.8',
        text: expect.stringMatching(/^No, <login>, <login> is wrong/),
        host,
      },
    })
    expect(tries).toBe(1)
  })

  test('no way of signing in that both know', async () => {
    let tries = 0
    const onAuth = () => {
      tries += 1
    }
    for (const options of [{ authMethods: ['XOAUTH2'] }, { disabledCommands: ['AUTH'] }])
      expect(await signIn('smtp', 'tls', await server({ secure: true, onAuth, ...options }))).toMatchObject({
        outcome: 'no-common-method',
      })
    expect(tries).toBe(0)
  })

  test('STARTTLS that is not there, or is refused, ends it', async () => {
    const heard: string[] = []
    const script = answering('220 hello\r\n', (line) => {
      heard.push(line)
      return line.startsWith('EHLO') ? '250-hi\r\n250 AUTH PLAIN LOGIN\r\n' : '454 4.7.0 not now\r\n'
    })
    expect(await signIn('smtp', 'starttls', (await farEnd(script)).port)).toMatchObject({
      outcome: 'failed',
      reply: { stage: 'starttls', code: '454', enhanced: '4.7.0', text: 'not now' },
    })
    expect(heard.filter((line) => line.startsWith('AUTH'))).toEqual([])
    expect(heard[0]).toBe('EHLO [127.0.0.1]')
  })

  test('a greeting that sends us away', async () => {
    const { port } = await farEnd((socket) => socket.end('421 4.3.2 too busy\r\n'))
    expect(await signIn('smtp', 'starttls', port)).toMatchObject({
      outcome: 'broken-off',
      reply: { stage: 'greeting', code: '421', enhanced: '4.3.2', text: 'too busy' },
    })
  })

  test('broken off in the middle of signing in', async () => {
    const { port } = await farEnd((socket) => {
      socket.write('220 hello\r\n')
      onLines(socket, (line) => (line.startsWith('EHLO') ? socket.write('250-hi\r\n250 AUTH PLAIN\r\n') : socket.end()))
    }, good)
    expect(await signIn('smtp', 'tls', port)).toMatchObject({ outcome: 'broken-off' })
  })

  test('accepted by a server that does not let us go', async () => {
    const script = answering('220 hello\r\n', (line) => {
      if (line.startsWith('EHLO')) return '250-hi\r\n250 AUTH PLAIN\r\n'
      return line.startsWith('AUTH') ? '235 2.7.0 welcome\r\n' : undefined
    })
    expect(await signIn('smtp', 'tls', (await farEnd(script, good)).port)).toEqual(accepted)
  })

  test('an endless reply', async () => {
    const { port } = await farEnd((socket) => {
      const pour = () => {
        while (!socket.destroyed && socket.write('220-hello\r\n'.repeat(1_000)));
      }
      socket.on('drain', pour)
      pour()
    })
    expect((await signIn('smtp', 'starttls', port)).outcome).not.toBe('accepted')
  })
})

describe('by IMAP', () => {
  /** A small server: `imap` answers what comes after the tag. */
  function imap(special: (command: string) => string | undefined, capabilities = 'IMAP4rev1 AUTH=PLAIN QUOTA SASL-IR') {
    return (socket: Socket) => {
      let tag = ''
      const answer = (said: string) => void socket.write(`${said.replaceAll(/^T /gm, `${tag} `)}\r\n`)
      socket.write('* OK ready\r\n')
      onLines(socket, (line) => {
        const [, next = '', command = ''] = /^(\S+) (.*)$/.exec(line) ?? []
        // Whatever has no tag is the continuation of the command before it.
        if (command === '') return answer(special(`continued ${line}`) ?? 'T OK done')
        tag = next
        answer(special(command) ?? usual(command))
        if (command === 'LOGOUT') socket.end()
      })
      const usual = (command: string) => {
        if (command === 'CAPABILITY') return `* CAPABILITY ${capabilities}\r\nT OK done`
        if (command === 'AUTHENTICATE PLAIN') return '+ '
        if (command.startsWith('GETQUOTAROOT'))
          return '* QUOTAROOT "INBOX" "User quota"\r\n* QUOTA "User quota" (STORAGE 900 1000)\r\nT OK done'
        if (command === 'LOGOUT') return '* BYE bye\r\nT OK done'
        return 'T OK done'
      }
    }
  }

  test('accepted, with the quota in bytes', async () => {
    const { port } = await farEnd(
      imap(() => undefined),
      good,
    )
    expect(await signIn('imap', 'tls', port)).toEqual({ ...accepted, quota: { used: 900 * 1024, limit: 1_000 * 1024 } })
  })

  test('accepted by a server that says nothing more', async () => {
    const silence = imap((command) => (/QUOTA|LOGOUT/.test(command) ? '* OK wait' : undefined))
    const { port } = await farEnd(silence, good)
    expect(await signIn('imap', 'tls', port)).toEqual(accepted)
  })

  test('accepted after STARTTLS, without a quota', async () => {
    const session = imap(() => undefined, 'IMAP4rev1 AUTH=PLAIN')
    const { port } = await farEnd((socket) => {
      answering('* OK ready\r\n', (line) => {
        const [tag] = line.split(' ')
        if (line.endsWith('CAPABILITY')) return `* CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED\r\n${tag} OK done\r\n`
        upgrade(socket, good, (secure) => {
          const write = secure.write.bind(secure)
          // The greeting is not repeated after TLS.
          secure.write = ((text: string) => (text.startsWith('* OK ready') ? true : write(text))) as typeof secure.write
          session(secure)
        })
        return `${tag} OK begin\r\n`
      })(socket)
    })
    expect(await signIn('imap', 'starttls', port)).toEqual(accepted)
  })

  test('refused, once, with the response code', async () => {
    let tries = 0
    const { port } = await farEnd(
      imap((command) => {
        if (!command.startsWith('continued')) return undefined
        tries += 1
        return `T NO [AUTHENTICATIONFAILED] No such login: ${login.username} ${secret}`
      }),
      good,
    )
    expect(await signIn('imap', 'tls', port)).toMatchObject({
      outcome: 'refused',
      reply: { protocol: 'imap', stage: 'auth', code: 'NO', enhanced: 'AUTHENTICATIONFAILED', text: /No such login/ },
    })
    expect(tries).toBe(1)
  })

  test('STARTTLS that is not there ends it before the password', async () => {
    const heard: string[] = []
    const { port } = await farEnd(
      imap((command) => {
        heard.push(command)
        return undefined
      }),
    )
    expect(await signIn('imap', 'starttls', port)).toMatchObject({ outcome: 'failed' })
    expect(heard.filter((line) => /AUTHENTICATE|LOGIN/.test(line))).toEqual([])
  })

  test('no way of signing in that both know', async () => {
    const { port } = await farEnd(
      imap(() => undefined, 'IMAP4rev1 LOGINDISABLED'),
      good,
    )
    expect(await signIn('imap', 'tls', port)).toMatchObject({ outcome: 'no-common-method' })
    expect(await signIn('imap', 'tls', port, { login: { ...login, method: 'oauth2' } })).toMatchObject({
      outcome: 'no-common-method',
    })
  })

  test('a greeting that sends us away', async () => {
    const { port } = await farEnd((socket) => socket.end('* BYE Too many connections\r\n'), good)
    expect(await signIn('imap', 'tls', port)).toMatchObject({
      outcome: 'broken-off',
      reply: { stage: 'greeting', code: 'BYE', text: 'Too many connections' },
    })
  })
})

describe('by POP3', () => {
  const pop3 = (said: Readonly<Record<string, string>>, heard: string[] = []) =>
    answering('+OK ready\r\n', (line) => {
      heard.push(line)
      const [command = ''] = line.split(' ')
      return `${said[command] ?? '+OK'}\r\n`
    })

  test('accepted', async () => {
    const heard: string[] = []
    expect(await signIn('pop3', 'tls', (await farEnd(pop3({}, heard), good)).port)).toEqual(accepted)
    expect(heard.slice(0, 2)).toEqual([`USER ${login.username}`, `PASS ${secret}`])
  })

  test('accepted after STLS', async () => {
    const { port } = await farEnd((socket) => {
      answering('+OK ready\r\n', () => {
        upgrade(socket, good, (secure) => onLines(secure, () => secure.write('+OK\r\n')))
        return '+OK begin\r\n'
      })(socket)
    })
    expect(await signIn('pop3', 'starttls', port)).toEqual(accepted)
  })

  test('refused', async () => {
    const { port } = await farEnd(pop3({ PASS: `-ERR [AUTH] wrong password ${secret}` }), good)
    expect(await signIn('pop3', 'tls', port)).toMatchObject({
      outcome: 'refused',
      reply: { protocol: 'pop3', stage: 'auth', code: '-ERR', enhanced: 'AUTH', text: 'wrong password <login>' },
    })
  })

  test('refused with a token, whose reason comes first', async () => {
    const { port } = await farEnd(pop3({ AUTH: '+ eyJzdGF0dXMiOiI0MDAifQ==', '': '-ERR [AUTH] token' }), good)
    expect(await signIn('pop3', 'tls', port, { login: { ...login, method: 'oauth2' } })).toMatchObject({
      outcome: 'refused',
      reply: { text: 'token' },
    })
  })

  test('STLS refused, plain text slipped in, or broken off: the password stays here', async () => {
    const heard: string[] = []
    const refused = await farEnd(pop3({ STLS: '-ERR no' }, heard))
    expect(await signIn('pop3', 'starttls', refused.port)).toMatchObject({
      outcome: 'failed',
      reply: { stage: 'starttls' },
    })
    const injected = await farEnd(pop3({ STLS: '+OK begin\r\n+OK ready' }, heard))
    expect(await signIn('pop3', 'starttls', injected.port)).toMatchObject({ code: 'STARTTLS_INJECTION' })
    const gone = await farEnd((socket) => socket.end('+OK ready\r\n'))
    expect(await signIn('pop3', 'starttls', gone.port)).toMatchObject({ outcome: 'broken-off' })
    expect(heard).toEqual(['STLS', 'STLS'])
  })
})

describe.each<LineProtocol>(['smtp', 'imap', 'pop3'])('whatever the protocol: %s', (protocol) => {
  const day = 86_400_000
  test.each<[SceneCertificate, string]>([
    [{ issuer: 'self-signed' }, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    [{ names: ['other.test'] }, 'ERR_TLS_CERT_ALTNAME_INVALID'],
    [{ until: -day }, 'CERT_HAS_EXPIRED'],
  ])('a bad certificate gets no password: %o', async (wish, code) => {
    const heard: string[] = []
    const { port } = await farEnd(
      (socket) => onLines(socket, (line) => heard.push(line)),
      await identityFor(host, wish, Date.now()),
    )
    expect(await signIn(protocol, 'tls', port)).toMatchObject({ outcome: 'failed', code })
    expect(heard).toEqual([])
  })

  test('never in clear over a network', async () => {
    const { port, open } = await farEnd(() => {})
    expect(await signIn(protocol, 'none', port)).toMatchObject({ outcome: 'failed', code: 'CLEARTEXT' })
    expect(open.size).toBe(0)
  })

  test('what cannot be reached', async () => {
    expect(await signIn(protocol, 'tls', { never: 'refused' })).toMatchObject({
      outcome: 'failed',
      code: 'ECONNREFUSED',
    })
    expect(await signIn(protocol, 'tls', { never: 'silent' }, { clock: hasty })).toMatchObject({ outcome: 'silent' })
  })

  test('a silent server', async () => {
    const { port, open } = await farEnd(() => {}, good)
    expect(await signIn(protocol, 'tls', port, { clock: hasty })).toMatchObject({ outcome: 'silent' })
    await expect.poll(() => open.size).toBe(0)
  })

  test('a server that stalls the handshake, or speaks no TLS', async () => {
    const stalled = await farEnd(() => {})
    expect(await signIn(protocol, 'tls', stalled.port, { clock: hasty })).toMatchObject({ outcome: 'silent' })
    const clear = await farEnd((socket) => socket.write('* OK +OK 220 ready\r\n'))
    expect(await signIn(protocol, 'tls', clear.port)).toMatchObject({ outcome: 'failed' })
  })

  test('aborting rejects and closes', async () => {
    const { port, open } = await farEnd(() => {}, good)
    const abort = new AbortController()
    const signingIn = signIn(protocol, 'tls', port, { signal: abort.signal })
    await expect.poll(() => open.size).toBe(1)
    abort.abort(new Error('enough'))
    await expect(signingIn).rejects.toThrow('enough')
    await expect.poll(() => open.size).toBe(0)
  })
})

test('in clear on this very machine', async () => {
  const { port } = await farEnd(answering('+OK ready\r\n', () => '+OK\r\n'))
  expect(await signIn('pop3', 'none', port, { address: '127.0.0.1' })).toEqual(accepted)
})

test('nothing stays open, and no timer of a library runs on', async () => {
  await expect.poll(openSockets).toEqual([])
  expect(timers.size).toBeGreaterThan(0)
  await expect.poll(() => running().length).toBe(0)
})
