import type { ReplyStage } from '../../../../core/reply.ts'
import type { Millis } from '../../../../core/time.ts'
import type { ReadLineResult } from '../../../../core/world.ts'
import { SocketConnection } from '../connection.ts'
import { openSocket } from '../socket.ts'
import { verifyingTlsOptions } from '../verified.ts'
import { refusalAt, unreachedSignIn } from './sign-in-failure.ts'
import { cleanReply } from './sign-in-reply.ts'
import type { SignInAttempt, SignInBy, SignInResult } from './sign-in-types.ts'
import { xoauth2 } from './xoauth2.ts'

/** No step has a limit of its own; the whole has one. */
const untilOver: Millis = 60_000

/** POP3 (RFC 1939) with STLS (RFC 2595): the mail libraries at hand do not speak it. */
export const signInByPop3: SignInBy = async (asked, over) => {
  const { server, address, clock } = asked
  const { attempt, socket } = await openSocket(asked, address, server.port, untilOver, over)
  if (!socket) return unreachedSignIn(attempt)
  const connection = new SocketConnection(address, socket, clock, over)
  try {
    return await session(asked, connection)
  } finally {
    connection.close()
  }
}

async function session(asked: SignInAttempt, connection: SocketConnection): Promise<SignInResult> {
  const { server } = asked
  if (server.security === 'tls') await encrypt(asked, connection)
  const greeting = await heardOk(connection)
  if (greeting !== true) return answer(asked, 'greeting', greeting)
  if (server.security === 'starttls') {
    const goAhead = await command(connection, 'STLS')
    if (goAhead !== true) return answer(asked, 'starttls', goAhead)
    await encrypt(asked, connection)
  }
  const verdict = await authenticate(asked, connection)
  if (verdict !== true) return answer(asked, 'auth', verdict)
  await connection.writeLine('QUIT')
  return { outcome: 'accepted' }
}

async function encrypt({ server, roots, clock }: SignInAttempt, connection: SocketConnection): Promise<void> {
  const encrypted = await connection.encrypt(verifyingTlsOptions(server.host, roots, clock), untilOver)
  if (encrypted === 'injected') throw Object.assign(new Error(encrypted), { code: 'STARTTLS_INJECTION' })
  if (encrypted === 'silent') throw Object.assign(new Error(encrypted), { code: 'ETIMEDOUT' })
}

async function authenticate({ login }: SignInAttempt, connection: SocketConnection): Promise<true | ReadLineResult> {
  if (login.method === 'password') {
    const known = await command(connection, `USER ${login.username}`)
    return known === true ? command(connection, `PASS ${login.secret}`) : known
  }
  const verdict = await command(connection, `AUTH XOAUTH2 ${xoauth2(login)}`)
  // A refusal comes as a challenge with the reason; an empty answer to it brings the verdict.
  return verdict !== true && 'line' in verdict && verdict.line.startsWith('+ ') ? command(connection, '') : verdict
}

async function command(connection: SocketConnection, line: string): Promise<true | ReadLineResult> {
  await connection.writeLine(line)
  return heardOk(connection)
}

async function heardOk(connection: SocketConnection): Promise<true | ReadLineResult> {
  const heard = await connection.readLine(untilOver)
  return 'line' in heard && heard.line.startsWith('+OK') ? true : heard
}

function answer(asked: SignInAttempt, stage: ReplyStage, heard: ReadLineResult): SignInResult {
  if ('end' in heard) return heard.end === 'silent' ? { outcome: 'silent' } : { outcome: 'broken-off', code: heard.end }
  const [, code, enhanced, text = heard.line] = /^(-ERR)\s*(?:\[([^\]]+)\])?\s*(.*)$/s.exec(heard.line) ?? []
  if (code === undefined) return { outcome: 'failed', code: 'EPROTOCOL' }
  const reply = cleanReply(asked, { stage, code, ...(enhanced && { enhanced }), text })
  return { outcome: refusalAt(stage), reply }
}
