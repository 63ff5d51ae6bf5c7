import type { ClientAccount } from '../../core/client.ts'
import { domainOf, type Role, type Server } from '../../core/mail.ts'
import { incomingServers, outgoingServers, providerOfDomain, providerOfHost } from '../../knowledge/providers.ts'
import { opaque } from '../store-kit/opaque.ts'
import { type AccountSettings, mergedSettings, type PartialServer } from './settings.ts'

/** What the running app says goes before what its files say; accounts that only one of them knows stay. */
export function joinedAccounts(
  stored: readonly AccountSettings[],
  told: readonly AccountSettings[],
): AccountSettings[] {
  const partner = (one: AccountSettings) => told.find((other) => isSame(one, other))
  const alone = told.filter((other) => !stored.some((one) => isSame(one, other)))
  return [...stored.map((one) => withNumber(mergedSettings(partner(one) ?? one, one), one.number)), ...alone]
}

function withNumber(settings: AccountSettings, number: number | undefined): AccountSettings {
  return { ...settings, number }
}

/** Whether the number in a script is that of the store is not known, so the address decides. */
function isSame(one: AccountSettings, other: AccountSettings): boolean {
  const kinds = [one.kind, other.kind]
  return one.email.toLowerCase() === other.email.toLowerCase() && (kinds.includes('unknown') || one.kind === other.kind)
}

/** The name of an account in everything we keep. */
export function outlookAccountId(number: number): Promise<string> {
  return opaque('outlook', 'account', number)
}

export async function outlookClientAccount(settings: AccountSettings): Promise<ClientAccount> {
  const { number, email, offline } = settings
  const id = await (number === undefined ? opaque('outlook', 'account', email) : outlookAccountId(number))
  const incoming = incomingOf(settings)
  const outgoing = outgoingOf(settings, incoming)
  const hidden = hiddenRoles(settings, incoming)
  return {
    id,
    client: 'outlook',
    email,
    enabled: true,
    ...(offline !== undefined && { offline }),
    ...(incoming && { incoming }),
    ...(outgoing && { outgoing }),
    ...(hidden.length > 0 && { hidden }),
  }
}

function hiddenRoles({ kind, outgoing }: AccountSettings, incoming: Server | undefined): Role[] {
  const sends = outgoing || (kind === 'exchange' && incoming)
  return [...(incoming ? [] : ['incoming' as const]), ...(sends ? [] : ['outgoing' as const])]
}

function incomingOf({ kind, incoming, ews }: AccountSettings): Server | undefined {
  if (kind === 'exchange') return exchangeOf(ews, incoming)
  if (!incoming) return undefined
  const protocol = kind === 'unknown' ? protocolOn(incoming.port) : kind === 'pop' ? 'pop3' : 'imap'
  if (!protocol) return undefined
  const [open, tls] = protocol === 'imap' ? [143, 993] : [110, 995]
  return server(protocol, incoming, incoming.port ?? (incoming.encrypted === false ? open : tls))
}

function exchangeOf(ews: string | undefined, incoming: PartialServer | undefined): Server | undefined {
  const url = ews === undefined ? undefined : URL.parse(ews)
  const host = url?.hostname || incoming?.host
  if (!host) return undefined
  const port = Number(url?.port || 443)
  return { protocol: 'exchange', host, port, security: 'tls', ...(incoming?.user && { username: incoming.user }) }
}

/** The store says nothing of outgoing servers; the provider's usual one is the best guess where nobody told. */
function outgoingOf({ kind, outgoing, email }: AccountSettings, incoming: Server | undefined): Server | undefined {
  if (kind === 'exchange') return undefined
  if (outgoing) {
    const auth = outgoing.signsIn === false ? { auth: 'none' as const } : {}
    return { ...server('smtp', outgoing, outgoing.port ?? 587), ...auth }
  }
  const provider = (incoming && providerOfHost(incoming.host)) ?? providerOfDomain(domainOf(email))
  return provider && outgoingServers(provider)[0]
}

function server(protocol: 'imap' | 'pop3' | 'smtp', { host, encrypted, user }: PartialServer, port: number): Server {
  return { protocol, host, port, security: securityOf(host, port, encrypted), ...(user && { username: user }) }
}

const tlsPorts = [465, 993, 995]

/** "Use SSL" means one thing on the ports of TLS and another on the rest; where it is not known, the provider's. */
function securityOf(host: string, port: number, encrypted: boolean | undefined): Server['security'] {
  if (encrypted === false) return 'none'
  const provider = providerOfHost(host)
  const published = provider && [...incomingServers(provider), ...outgoingServers(provider)]
  const known = published?.find((one) => one.host === host && one.port === port)
  return known?.security ?? (tlsPorts.includes(port) ? 'tls' : 'starttls')
}

function protocolOn(port: number | undefined): 'imap' | 'pop3' | undefined {
  if (port === 993 || port === 143) return 'imap'
  return port === 995 || port === 110 ? 'pop3' : undefined
}
