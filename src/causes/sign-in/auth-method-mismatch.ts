import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { AuthMethod, Role, Server } from '../../core/mail.ts'
import { say, verbatim } from '../../core/sentence.ts'
import { capabilities } from '../../probes/server/capabilities.ts'
import { signIn } from '../../probes/sign-in/sign-in.ts'
import { encryption } from '../../probes/tls/encryption.ts'
import { explainBeyondApp, inClearDetails, judgeBeyondApp } from '../lib/beyond-app.ts'
import { joinedVerdicts, judgeServers, roleWeight } from '../lib/chart-queries.ts'
import { judgeReplies } from '../lib/replies.ts'
import { signedIn, signInReplyLine } from '../lib/signing-in.ts'
import { outgoingIsIncoming } from '../server/outgoing-is-incoming.ts'
import { serverPortFaulty } from '../server/server-port-faulty.ts'

/** The names of the IANA SASL registry, by what a mail app is set to. */
const mechanisms: Record<Exclude<AuthMethod, 'none'>, readonly string[]> = {
  password: ['PLAIN', 'LOGIN'],
  oauth2: ['XOAUTH2', 'OAUTHBEARER'],
  'cram-md5': ['CRAM-MD5'],
  ntlm: ['NTLM'],
  kerberos: ['GSSAPI'],
}

export const authMethodMismatch: Cause = {
  id: 'auth-method-mismatch',
  title: say('Mail app and server share no way to sign in.'),
  harm: 'stops',
  layer: 'signing-in',
  showAfterMs: 20_000,
  // Where another port of the same server takes sign-ins, the port is what is wrong.
  shadowedBy: () => [serverPortFaulty, outgoingIsIncoming],
  judge: (chart) =>
    joinedVerdicts([
      judgeServers(chart, (role, server) => judge(chart, role, server)),
      judgeServers(chart, (role, server) => judgeBeyondApp(chart, role, server)),
      judgeReplies(signInReplyLine(chart, authMethodMismatch.id)),
    ]),
  explain: (chart) => ({
    plain:
      explainBeyondApp(chart) ??
      say(
        'There are several ways to prove to a server who you are. The one your account is set to use is not among those that this server offers.',
      ),
    details: [...inClearDetails(chart), ...(signInReplyLine(chart, authMethodMismatch.id)?.advice ?? [])],
  }),
}

function judge(chart: Chart, role: Role, server: Server): Verdict {
  const offers = chart.fact(capabilities)?.[role]
  const tried = chart.fact(signIn)?.[role]?.outcome
  // Where the setting is not known, a password that found no way in stands for it.
  const method = server.auth ?? (tried === 'no-common-method' ? 'password' : 'none')
  if (method === 'none' || !offers || offers.refusal || offers.broken || signedIn(chart, role)) return absent
  // Before encryption servers hide their ways to sign in (RFC 4954 §4): that list says nothing.
  const settled = chart.fact(encryption)?.[role]?.outcome
  if (server.security !== 'none' && settled !== 'secured') return absent
  if (server.security === 'none' && offers.after.some((word) => word === 'STARTTLS' || word === 'STLS')) return absent
  const list = offers.auth.length > 0 ? verbatim(offers.auth.join(', ')) : say('none at all')
  const evidence = [
    say('{host} offers to sign in by: {list}', { host: verbatim(offers.host), list }),
    server.auth
      ? say('The account is set to: {method}', { method: verbatim(method) })
      : say('None of these takes a password'),
  ]
  if (tried === 'no-common-method') return present(0.95 * roleWeight(role), evidence)
  if (tried === 'refused' || takes(server, method, offers.auth, offers.after)) return absent
  // No list at all may also be a relay that knows its own network.
  return present((offers.auth.length > 0 ? 0.85 : 0.6) * roleWeight(role), evidence)
}

function takes(
  { protocol }: Server,
  method: Exclude<AuthMethod, 'none'>,
  offered: readonly string[],
  words: readonly string[],
): boolean {
  if (mechanisms[method].some((name) => offered.includes(name))) return true
  // IMAP's LOGIN and POP3's USER are commands of their own, needing no entry in the list (RFC 9051 §6.2.3, RFC 1939).
  if (method !== 'password' || protocol === 'smtp') return false
  return protocol === 'pop3' || !words.includes('LOGINDISABLED')
}
