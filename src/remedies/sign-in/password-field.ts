import { type Account, type LineProtocol, type Role, type Server, serversOf } from '../../core/mail.ts'
import type { RemedyContext } from '../../core/remedy.ts'
import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import { harmless } from '../../core/text.ts'
import { certificate, isTrustworthy } from '../../probes/tls/certificate.ts'
import { notByUs } from '../lib/settings/keeper.ts'

/** A server of the account that is told a password. */
export interface PasswordServer {
  role: Role
  server: Server & { protocol: LineProtocol }
}

/** The servers of an account that sign in by a password, in lines; the outgoing one first. */
export function signingIn(account: Account): PasswordServer[] {
  return serversOf(account).flatMap(({ role, server }) =>
    server.auth === 'none' || server.protocol === 'exchange'
      ? []
      : [{ role, server: { ...server, protocol: server.protocol } }],
  )
}

/** Why no password is taken here for the app, in a sentence; nothing where it may be. */
export function notByField(context: RemedyContext): Sentence | undefined {
  return notByUs(context) ?? notSafely(context)
}

function notSafely({ account, chart }: RemedyContext): Sentence | undefined {
  if (!account.outgoing) return say('It is not known by which server this account sends.')
  if (serversOf(account).some(({ server }) => server.protocol === 'exchange'))
    return say('This account is at Exchange, which the mail app signs in to by itself.')
  const servers = signingIn(account)
  if (servers.length === 0) return say('This account is set to sign in nowhere.')
  for (const { role, server } of servers) {
    const host = verbatim(harmless(server.host, 60))
    const { auth = 'password', security } = server
    if (auth !== 'password' && auth !== 'cram-md5')
      return say('This account signs in at {host} in another way than by a password.', { host })
    if (security === 'none') return say('The connection to {host} would not be encrypted.', { host })
    const shown = chart.fact(certificate)?.[role]
    if (shown && !isTrustworthy(shown, server.host))
      return say('The certificate of {host} is not in order, so no password is sent there.', { host })
  }
  return undefined
}
