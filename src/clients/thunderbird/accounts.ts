import type { ClientAccount } from '../../core/client.ts'
import type { AuthMethod, Security, Server } from '../../core/mail.ts'
import { harmless } from '../../core/text.ts'
import { opaque } from '../store-kit/opaque.ts'
import { type Prefs, prefNames, prefNumber, prefText } from './prefs.ts'

/** An account with the names that Thunderbird knows it by. */
export interface ThunderbirdAccount {
  account: ClientAccount
  key: string
  identities: readonly string[]
}

/** Of all mail accounts; those for news, feeds, chat and the folders on this Mac are none. */
export async function thunderbirdAccounts(prefs: Prefs, profile: string): Promise<readonly ThunderbirdAccount[]> {
  const all = prefNames(prefs, 'mail.accountmanager.accounts').map(
    async (key): Promise<ThunderbirdAccount | undefined> => {
      const identities = prefNames(prefs, `mail.account.${key}.identities`)
      const incoming = incomingOf(prefs, prefText(prefs, `mail.account.${key}.server`))
      const email = identities.map((one) => prefText(prefs, `mail.identity.${one}.useremail`)).find(Boolean)
      if (!incoming || email === undefined) return undefined
      const outgoing = outgoingOf(prefs, identities)
      const account: ClientAccount = {
        id: await thunderbirdAccountId(profile, key),
        client: 'thunderbird',
        email: harmless(email, 320),
        enabled: true,
        incoming,
        ...(outgoing && { outgoing }),
      }
      return { account, key, identities }
    },
  )
  return (await Promise.all(all)).filter((one) => one !== undefined)
}

/** The name of an account in everything we keep; also of one that is gone. */
export function thunderbirdAccountId(profile: string, key: string): Promise<string> {
  return opaque('thunderbird', 'account', profile, key)
}

const protocols: Readonly<Record<string, 'imap' | 'pop3' | 'exchange'>> = {
  imap: 'imap',
  pop3: 'pop3',
  ews: 'exchange',
}
// [without encryption from the first byte, with it]
const usualPorts = { imap: [143, 993], pop3: [110, 995], exchange: [443, 443], smtp: [587, 465] } as const

function incomingOf(prefs: Prefs, key: string | undefined): Server | undefined {
  const of = (name: string) => `mail.server.${key}.${name}`
  const protocol = protocols[prefText(prefs, of('type')) ?? '']
  // A host or user that was changed after the account was made stands beside the first one.
  const host = hostIn(prefText(prefs, of('realhostname')) ?? prefText(prefs, of('hostname')))
  if (!protocol || host === undefined) return undefined
  const username = prefText(prefs, of('realuserName')) ?? prefText(prefs, of('userName'))
  const security = protocol === 'exchange' ? 'tls' : securities[prefNumber(prefs, of('socketType')) ?? 0]
  return serverOf(
    protocol,
    host,
    security,
    prefNumber(prefs, of('port')),
    username,
    prefNumber(prefs, of('authMethod')),
  )
}

/** The one of the first identity that names one, else the one for all. */
function outgoingOf(prefs: Prefs, identities: readonly string[]): Server | undefined {
  const own = identities.map((one) => prefText(prefs, `mail.identity.${one}.smtpServer`)).find(Boolean)
  const [first] = prefNames(prefs, 'mail.smtpservers')
  const key = own ?? prefText(prefs, 'mail.smtp.defaultserver') ?? first
  const of = (name: string) => `mail.smtpserver.${key}.${name}`
  const host = hostIn(prefText(prefs, of('hostname')))
  if (host === undefined || (prefText(prefs, of('type')) ?? 'smtp') !== 'smtp') return undefined
  const security = securities[prefNumber(prefs, of('try_ssl')) ?? 0]
  const username = prefText(prefs, of('username'))
  return serverOf('smtp', host, security, prefNumber(prefs, of('port')), username, prefNumber(prefs, of('authMethod')))
}

/** nsMsgSocketType: plain, STARTTLS where it is offered, STARTTLS always, TLS. */
const securities: Readonly<Record<number, Security>> = { 0: 'none', 1: 'starttls', 2: 'starttls', 3: 'tls' }

/** nsMsgAuthMethod. What is not here may be any. */
const methods: Readonly<Record<number, AuthMethod>> = {
  1: 'none',
  3: 'password',
  4: 'cram-md5',
  5: 'kerberos',
  6: 'ntlm',
  10: 'oauth2',
}

function serverOf(
  protocol: Server['protocol'],
  host: string,
  security: Security = 'none',
  port: number | undefined,
  username: string | undefined,
  method: number | undefined,
): Server {
  const [open, secured] = usualPorts[protocol]
  const auth = method === undefined ? undefined : methods[method]
  const isPort = port !== undefined && Number.isInteger(port) && port > 0 && port < 65_536
  return {
    protocol,
    host,
    port: isPort ? port : security === 'tls' ? secured : open,
    security,
    ...(username !== undefined && { username: harmless(username, 320) }),
    ...(auth && { auth }),
  }
}

/** A name or address, as somebody may have typed it. */
function hostIn(text: string | undefined): string | undefined {
  const host = text?.trim().toLowerCase()
  return host !== undefined && /^[^\s/\\@"<>]{1,253}$/.test(host) ? harmless(host, 253) : undefined
}
