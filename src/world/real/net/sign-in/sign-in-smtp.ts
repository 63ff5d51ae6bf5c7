import { isIPv6, type Socket } from 'node:net'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Millis } from '../../../../core/time.ts'
import { withinTime } from '../../time-limit.ts'
import { openSocket } from '../socket.ts'
import { verifyingTlsOptions } from '../verified.ts'
import { unreachedSignIn } from './sign-in-failure.ts'
import type { SignInAttempt, SignInBy, SignInResult } from './sign-in-types.ts'
import { type SmtpError, smtpAnswer } from './smtp-answer.ts'
import { xoauth2 } from './xoauth2.ts'

/** Longer than the whole may take, which goes by the clock at hand. */
const untilOver: Millis = 60_000
const goodbye: Millis = 2_000

/** SMTP AUTH (RFC 4954) by nodemailer, on a socket of ours: its own way of looking up names is not Mail's. */
export const signInBySmtp: SignInBy = (asked, over) =>
  signedInBySmtp(asked, over, async () => ({ outcome: 'accepted' }))

/** Signs in and does one thing more in the same session. */
export const signedInBySmtp = async (
  asked: SignInAttempt,
  over: AbortSignal,
  then: (smtp: SMTPConnection) => Promise<SignInResult>,
): Promise<SignInResult> => {
  const { attempt, socket } = await openSocket(asked, asked.address, asked.server.port, untilOver, over)
  if (!socket) return unreachedSignIn(attempt)
  const smtp = new SMTPConnection(optionsFor(asked, socket))
  const close = () => {
    smtp.close()
    socket.destroy()
  }
  over.addEventListener('abort', close, { once: true })
  try {
    await connected(smtp, socket)
    if (!offersMethod(smtp, asked)) return { outcome: 'no-common-method' }
    await loggedIn(smtp, asked)
    const result = await then(smtp)
    // The verdict stands, whatever the server makes of our goodbye.
    await withinTime(asked.clock, goodbye, over, () => quit(smtp))
    return result
  } catch (error) {
    return smtpAnswer(asked, error as SmtpError)
  } finally {
    over.removeEventListener('abort', close)
    close()
  }
}

function optionsFor({ server, roots, clock, login }: SignInAttempt, socket: Socket) {
  const here = socket.localAddress ?? '127.0.0.1'
  return {
    connection: socket,
    host: server.host,
    port: server.port,
    // An address literal (RFC 5321 §4.1.3): the name of somebody's Mac is nobody's business.
    name: isIPv6(here) ? `[IPv6:${here}]` : `[${here}]`,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    tls: verifyingTlsOptions(server.host, roots, clock),
    logger: false,
    connectionTimeout: untilOver,
    greetingTimeout: untilOver,
    socketTimeout: untilOver,
    socketCloseTimeout: 0,
    maxResponseSize: 64 * 1024,
    // nodemailer's own XOAUTH2 would try a second time.
    customAuth: { XOAUTH2: oauth2Once(login) },
  } satisfies SMTPConnection.Options
}

function oauth2Once(login: SignInAttempt['login']): NonNullable<SMTPConnection.Options['customAuth']>[string] {
  return async (ctx) => {
    const verdict = await ctx.sendCommand(`AUTH XOAUTH2 ${xoauth2(login)}`)
    // A refusal comes as a challenge with the reason; an empty answer to it brings the verdict.
    const last = verdict.status === 334 ? await ctx.sendCommand('') : verdict
    return last.status === 235 ? ctx.resolve() : ctx.reject(new Error('refused'))
  }
}

function connected(smtp: SMTPConnection, socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    smtp.on('error', reject)
    smtp.connect((error) => (error ? reject(error) : resolve()))
    // The socket came paused; nodemailer begins to listen in the next turn, and does not expect that.
    setImmediate(() => socket.resume())
  })
}

/** With none in common nodemailer would try PLAIN all the same, and hand over the password for nothing. */
function offersMethod(smtp: SMTPConnection, { login }: SignInAttempt): boolean {
  const offered: unknown = '_supportedAuth' in smtp ? smtp._supportedAuth : undefined
  const methods = Array.isArray(offered) ? offered : []
  return login.method === 'oauth2' ? methods.includes('XOAUTH2') : methods.some((method) => method !== 'XOAUTH2')
}

function loggedIn(smtp: SMTPConnection, { login: { username, secret, method } }: SignInAttempt): Promise<void> {
  const auth = { user: username, pass: secret, ...(method === 'oauth2' && { method: 'XOAUTH2' }) }
  return new Promise((resolve, reject) => {
    smtp.once('error', reject)
    smtp.once('end', () => reject(Object.assign(new Error('closed'), { code: 'ECONNECTION' })))
    smtp.login(auth, (error) => (error ? reject(error) : resolve()))
  })
}

function quit(smtp: SMTPConnection): Promise<void> {
  return new Promise((resolve) => {
    smtp.once('error', () => resolve())
    smtp.once('end', () => resolve())
    smtp.quit()
  })
}
