import fc from 'fast-check'
import type { LineProtocol, Security } from '../../../src/core/mail.ts'
import type { SceneCertificate } from '../../../src/world/simulated/schema/hosts.ts'
import { type Answer, dovecot, dovecotPop3, postfix, type Script } from '../mail-server.ts'
import { hostileAnswer, type Saying } from './hostile-answers.ts'

/** One wicked server, and how the account is set to speak to it. */
export interface HostileServer {
  script: Script
  security: Security
  /** Whether a password may be said to it behind its encryption. */
  isTrusted: boolean
}

const day = 86_400_000

const certificates: readonly (readonly [isTrusted: boolean, certificate: Partial<SceneCertificate>])[] = [
  [true, {}],
  [true, {}],
  [true, {}],
  [true, {}],
  [true, {}],
  [false, { issuer: 'self-signed' }],
  [false, { issuer: 'private' }],
  [false, { names: ['mail.evil.example'] }],
  [false, { from: -90 * day, until: -day }],
  [false, { from: day }],
]

/** What a client says before it shows a password, and what it says then. */
const verbs: Record<LineProtocol, { early: readonly string[]; late: readonly string[] }> = {
  smtp: { early: ['EHLO', 'STARTTLS', 'QUIT', '*'], late: ['AUTH', 'MAIL', 'RCPT', 'RSET', '*'] },
  imap: { early: ['CAPABILITY', 'STARTTLS', 'LOGOUT', '*'], late: ['*'] },
  pop3: { early: ['CAPA', 'STLS', 'QUIT', '*'], late: ['AUTH', 'USER', 'PASS', 'STAT', '*'] },
}

const good: Record<LineProtocol, (differs: Script) => Script> = { smtp: postfix, imap: dovecot, pop3: dovecotPop3 }

/** A good server of this kind that becomes wicked at some place of the session, at once or after a while, or is so in all. */
export function hostileServer(protocol: LineProtocol): fc.Arbitrary<HostileServer> {
  const { early, late } = verbs[protocol]
  const wicked = (where: readonly string[]) =>
    fc.dictionary(fc.constantFrom(...where), fc.tuple(hostileAnswer, fc.nat({ max: 6 })), { minKeys: 1, maxKeys: 2 })
  const opening = fc.option(
    hostileAnswer.filter((one) => typeof one !== 'function'),
    { freq: 3 },
  )
  const way = fc.oneof(
    fc.record({ is: fc.constant('whole' as const), greeting: opening, answers: wicked([...early, ...late]) }),
    fc.record({ is: fc.constant('early' as const), greeting: opening, answers: wicked(early) }),
    fc.record({ is: fc.constant('late' as const), greeting: fc.constant(null), answers: wicked(late) }),
    fc.record({ is: fc.constant('late' as const), greeting: fc.constant(null), answers: wicked(late) }),
  )
  const security = fc.constantFrom<Security>('tls', 'tls', 'starttls', 'starttls', 'none')
  const contrary = fc.nat({ max: 9 })
  return fc
    .record({ security, certificate: fc.constantFrom(...certificates), contrary, way })
    .map(({ security, certificate: [isTrusted, certificate], contrary, way: { is, greeting, answers } }) => {
      const own = { ...good[protocol]({}).answers, ...signingIn(protocol) }
      const turned = Object.entries(answers).map(([verb, [saying, after]]) => [
        verb,
        is === 'late' ? afterSoMany(own[verb] ?? own['*'] ?? '', saying, after) : saying,
      ])
      const tls = (security === 'tls') !== (contrary === 0)
      const opens = greeting !== null && typeof greeting !== 'function' ? { greeting } : {}
      const differs: Script = { tls, certificate, answers: { ...own, ...Object.fromEntries(turned) }, ...opens }
      const script = is === 'whole' ? { ...differs, answers: Object.fromEntries(turned) } : good[protocol](differs)
      return { script, security, isTrusted }
    })
}

/** Nothing is wicked in it. */
export function goodServer(protocol: LineProtocol): HostileServer {
  const answers = { ...good[protocol]({}).answers, ...signingIn(protocol) }
  return { script: good[protocol]({ tls: true, answers }), security: 'tls', isTrusted: true }
}

/** Good so many times, and wicked from then on. */
function afterSoMany(good: Saying, wicked: Saying, times: number): Saying {
  let left = times
  return (line, secure) => {
    const saying = left-- > 0 ? good : wicked
    return typeof saying === 'function' ? saying(line, secure) : saying
  }
}

/** How a good server takes a password, as the libraries say it. */
function signingIn(protocol: LineProtocol): Record<string, Saying> {
  if (protocol === 'smtp') return { AUTH: '235 2.7.0 Authentication successful\r\n' }
  if (protocol === 'pop3') return { AUTH: '+OK\r\n', USER: '+OK\r\n', PASS: '+OK\r\n', STAT: '+OK 0 0\r\n' }
  let waiting: string | undefined
  /** The tags of the library are not ours. */
  const imap = (line: string, secure: boolean): Answer => {
    const [tag = '', verb = '', ...rest] = line.split(' ')
    const done = `${waiting ?? tag} OK done\r\n`
    waiting = verb === 'AUTHENTICATE' && rest.length < 2 ? tag : undefined
    if (waiting !== undefined) return '+ \r\n'
    if (verb === 'STARTTLS') return { say: done, next: 'tls' }
    const offers = secure ? 'SASL-IR AUTH=PLAIN QUOTA' : 'STARTTLS LOGINDISABLED'
    return verb === 'CAPABILITY' ? `* CAPABILITY IMAP4rev1 ${offers}\r\n${done}` : done
  }
  return { '*': imap }
}
