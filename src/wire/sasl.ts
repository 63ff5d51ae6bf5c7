import type { Reply } from '../core/reply.ts'
import type { MailLogin } from '../core/world.ts'
import type { ReplyOutcome } from './engine.ts'
import type { WireSession } from './session.ts'
import { smtpCommand } from './smtp.ts'

/** Signs in by SMTP AUTH (RFC 4954) with what the server offers. Secrets are shown as dots, never as themselves. */
export async function authenticate(
  session: WireSession,
  login: MailLogin,
  offered: readonly string[],
): Promise<ReplyOutcome> {
  if (login.method === 'oauth2') return bearer(session, login)
  const plain = offered.includes('PLAIN') || !offered.includes('LOGIN')
  if (!plain) return byLogin(session, login)
  const words = base64(`\0${login.username}\0${login.secret}`)
  return (await smtpCommand(session, `AUTH PLAIN ${words}`, 'auth', 'AUTH PLAIN …')).outcome
}

async function byLogin(session: WireSession, { username, secret }: MailLogin): Promise<ReplyOutcome> {
  let { outcome } = await smtpCommand(session, 'AUTH LOGIN', 'auth')
  for (const word of [username, secret]) {
    if (!asksForMore(outcome)) return outcome
    outcome = (await smtpCommand(session, base64(word), 'auth', '…')).outcome
  }
  return outcome
}

/** XOAUTH2; a refused token is told as a challenge that wants an empty line before the refusal itself. */
async function bearer(session: WireSession, { username, secret }: MailLogin): Promise<ReplyOutcome> {
  const words = base64(`user=${username}\u0001auth=Bearer ${secret}\u0001\u0001`)
  const { outcome } = await smtpCommand(session, `AUTH XOAUTH2 ${words}`, 'auth', 'AUTH XOAUTH2 …')
  return asksForMore(outcome) ? (await smtpCommand(session, '', 'auth')).outcome : outcome
}

function asksForMore(said: ReplyOutcome): said is { reply: Reply } {
  return 'reply' in said && said.reply.code === '334'
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}
