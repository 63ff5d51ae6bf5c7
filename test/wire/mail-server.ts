import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { createSecureContext, type SecureContextOptions, TLSSocket } from 'node:tls'
import { identityFor } from '../../src/world/simulated/certificate-authority.ts'
import type { SceneCertificate } from '../../src/world/simulated/schema/hosts.ts'

/** `next: tls`: the handshake begins. An answer is sent as it stands. */
export type Answer = string | { say?: string | Buffer; next?: 'close' | 'reset' | 'tls' | ((socket: Socket) => void) }

export interface Script {
  /** From the first byte. */
  tls?: boolean
  certificate?: Partial<SceneCertificate>
  options?: SecureContextOptions
  greeting?: Answer
  /** The answer to a line; by the first word of it, or for all others `*`. `secure` after a handshake. */
  answers?: Record<string, Answer | ((line: string, secure: boolean) => Answer)>
}

export interface MailServer {
  port: number
  /** Every line of every session, in order of arrival. */
  lines: string[]
  /** Everything that came, before and after a handshake. */
  heard: { clear: string; secure: string }
  /** How many connections were opened. */
  visitors(): number
  close(): void
}

/** A server of our own on loopback that says what the script says. */
export async function openMailServer(script: Script, host = 'mail.example.org'): Promise<MailServer> {
  const identity = await identityFor(host, { issuer: 'public', ...script.certificate }, Date.now())
  const context = createSecureContext({ ...identity, ...script.options })
  const lines: string[] = []
  const heard = { clear: '', secure: '' }
  const sockets = new Set<Socket>()
  let visitors = 0
  const secure = (socket: Socket) => {
    const encrypted = new TLSSocket(socket, { isServer: true, secureContext: context })
    encrypted.on('error', () => {})
    return encrypted
  }
  const server = createServer((socket) => {
    visitors += 1
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    talk(script.tls ? secure(socket) : socket, socket, true)
  })
  const talk = (stream: Socket, raw: Socket, fresh: boolean) => {
    const act = (answer: Answer | undefined) => {
      if (answer === undefined) return
      const { say, next } = typeof answer === 'string' ? { say: answer, next: undefined } : answer
      if (say !== undefined) stream.write(say)
      if (next === 'close') stream.end()
      else if (next === 'reset') raw.resetAndDestroy()
      else if (next === 'tls') {
        stream.removeAllListeners('data')
        talk(secure(raw), raw, false)
      } else next?.(stream)
    }
    let pending = ''
    stream.on('data', (chunk) => {
      pending += chunk.toString('utf8')
      heard[stream instanceof TLSSocket ? 'secure' : 'clear'] += chunk.toString('latin1')
      for (let end = pending.indexOf('\r\n'); end >= 0; end = pending.indexOf('\r\n')) {
        const line = pending.slice(0, end)
        pending = pending.slice(end + 2)
        lines.push(line)
        // IMAP's tag comes first.
        const words = line.replace(/^o /, '').split(' ')
        const answer = script.answers?.[words[0]?.toUpperCase() ?? ''] ?? script.answers?.['*']
        act(typeof answer === 'function' ? answer(line, stream instanceof TLSSocket) : answer)
      }
    })
    if (fresh) act(script.greeting)
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = () => {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
  return { port: (server.address() as AddressInfo).port, lines, heard, visitors: () => visitors, close }
}

/** A submission server as Postfix is one; what differs is given. */
export function postfix(differs: Script = {}, keywords: readonly string[] = []): Script {
  const offer = (secure: boolean) => [
    'mail.example.org',
    'PIPELINING',
    'SIZE 10240000',
    ...(secure ? ['AUTH PLAIN LOGIN'] : ['STARTTLS']),
    ...keywords,
    '8BITMIME',
  ]
  return {
    greeting: '220 mail.example.org ESMTP Postfix\r\n',
    ...differs,
    answers: {
      EHLO: (_, secure) => multiline('250', offer(secure)),
      STARTTLS: { say: '220 2.0.0 Ready to start TLS\r\n', next: 'tls' },
      QUIT: { say: '221 2.0.0 Bye\r\n', next: 'close' },
      '*': '500 5.5.2 Error: command not recognized\r\n',
      ...differs.answers,
    },
  }
}

export function multiline(code: string, lines: readonly string[]): string {
  return lines.map((line, at) => `${code}${at < lines.length - 1 ? '-' : ' '}${line}\r\n`).join('')
}

/** An IMAP server as Dovecot is one. */
export function dovecot(differs: Script = {}): Script {
  const inClear = 'IMAP4rev1 STARTTLS LOGINDISABLED'
  const secured = 'IMAP4rev1 SASL-IR AUTH=PLAIN QUOTA'
  return {
    greeting: `* OK [CAPABILITY ${differs.tls ? secured : inClear}] Dovecot ready.\r\n`,
    ...differs,
    answers: {
      CAPABILITY: (_, secure) => `* CAPABILITY ${secure ? secured : inClear}\r\no OK Done.\r\n`,
      STARTTLS: { say: 'o OK Begin TLS negotiation now.\r\n', next: 'tls' },
      LOGOUT: { say: '* BYE Logging out\r\no OK Logout completed.\r\n', next: 'close' },
      ...differs.answers,
    },
  }
}

/** A POP3 server as Dovecot is one. */
export function dovecotPop3(differs: Script = {}): Script {
  return {
    greeting: '+OK Dovecot ready.\r\n',
    ...differs,
    answers: {
      CAPA: (_, secure) => `+OK\r\nUIDL\r\n${secure ? 'SASL PLAIN\r\nUSER' : 'STLS'}\r\n.\r\n`,
      STLS: { say: '+OK Begin TLS negotiation now.\r\n', next: 'tls' },
      QUIT: { say: '+OK Logging out\r\n', next: 'close' },
      ...differs.answers,
    },
  }
}
