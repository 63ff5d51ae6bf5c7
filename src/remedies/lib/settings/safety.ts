import { getDomain } from 'tldts'
import type { AuthMethod, Server } from '../../../core/mail.ts'
import { type Sentence, say, verbatim } from '../../../core/sentence.ts'
import { bareHost } from '../../../probes/lib/host-name.ts'
import type { ServerTrial } from '../../../probes/lib/try-server.ts'

/** A server of an account as it is set up, and as it is to be. */
export interface ServerMove {
  from: Server | undefined
  to: Server
  /** Hosts by our table of providers, or published by the domain itself over verified HTTPS; lower case. */
  vouched: readonly string[]
  /** What the new place gave just now; missing where nobody has tried it yet. */
  tried?: ServerTrial
}

/**
 * Why a setting may not be written, in a sentence; nothing where it makes nothing less safe. Without a trial it tells
 * only what is certain without one: nothing is ever written before the trial.
 */
export function dangerOf({ from, to, vouched, tried }: ServerMove): Sentence | undefined {
  const host = verbatim(to.host)
  const port = verbatim(to.port)
  if (to.security === 'none') return say('The connection to {host} would not be encrypted.', { host })
  if (to.auth === 'none') return say('Nobody would sign in at {host} any more.', { host })
  if (tried && !tried.secured)
    return say('{host} takes no encrypted connection on port {port} just now.', { host, port })
  if (tried && !tried.trustworthy)
    return say('The certificate on port {port} of {host} is not in order.', { host, port })
  if (!isKnown(from, to, vouched, tried))
    return say('Nobody vouches that {host} belongs to your provider, so your password is not sent there.', { host })
  if (tried && isWeaker(from?.auth, to.auth, tried.auth))
    return say('{host} takes a safer way to sign in than this.', { host })
  if (tried && to.auth && !saslKeywords[to.auth].some((one) => tried.auth.includes(one)))
    return say('{host} does not offer this way to sign in.', { host })
  return undefined
}

/** A neighbour of the old host belongs to the same provider only with a certificate of its own name. */
function isKnown(
  from: Server | undefined,
  to: Server,
  vouched: readonly string[],
  tried: ServerTrial | undefined,
): boolean {
  const name = to.host.toLowerCase()
  if (name === from?.host.toLowerCase() || vouched.includes(name)) return true
  const site = getDomain(name, { allowPrivateDomains: true })
  const isNeighbour =
    site !== null &&
    from !== undefined &&
    site === getDomain(bareHost(from.host).toLowerCase(), { allowPrivateDomains: true })
  return isNeighbour && (tried === undefined || tried.trustworthy)
}

const strength: Readonly<Record<AuthMethod, number>> = {
  none: 0,
  password: 1,
  'cram-md5': 2,
  ntlm: 2,
  kerberos: 3,
  oauth2: 3,
}

const authMethods = Object.keys(strength) as AuthMethod[]

/** As servers announce each way (IANA's SASL mechanisms). */
export const saslKeywords: Readonly<Record<AuthMethod, readonly string[]>> = {
  none: [],
  password: ['PLAIN', 'LOGIN'],
  'cram-md5': ['CRAM-MD5'],
  ntlm: ['NTLM'],
  kerberos: ['GSSAPI'],
  oauth2: ['XOAUTH2', 'OAUTHBEARER'],
}

/** Weaker than what is set, while the server still takes something better than this: what is set, or what lies between. */
function isWeaker(from: AuthMethod | undefined, to: AuthMethod | undefined, offered: readonly string[]): boolean {
  if (!from || !to || strength[to] >= strength[from]) return false
  const better = authMethods.filter((one) => strength[one] > strength[to] && strength[one] <= strength[from])
  return better.some((method) => saslKeywords[method].some((one) => offered.includes(one)))
}
