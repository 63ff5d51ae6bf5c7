import { type AuthMethod, domainOf, type Security, type Server } from '../../core/mail.ts'
import { asSet } from '../../core/text.ts'
import { incomingServers, outgoingServers, type Provider, providerOfDomain } from '../../knowledge/providers.ts'
import type { SystemAccountRow } from './account-rows.ts'

type LineServer = Server & { protocol: 'imap' | 'pop3' | 'smtp' }

/** The server that a row of the list describes itself; `undefined` where it names none. */
export function serverOf(row: SystemAccountRow, protocol: LineServer['protocol']): Server | undefined {
  const host = propertyText(row, 'Hostname')
  if (!host) return undefined
  const port = portOf(row.properties.get('PortNumber'))
  const security = securityOf(row, port)
  const username = row.username
  return {
    protocol,
    host: asSet(host),
    port: port ?? usualPort(protocol, security),
    security,
    ...(username && { username }),
  }
}

/** What an iCloud account says for the rows below it that name no server themselves. */
export function icloudServer(
  mail: SystemAccountRow['mail'],
  protocol: 'imap' | 'smtp',
  username: string,
): Server | undefined {
  const host = mail?.[`${protocol}Hostname`]
  if (typeof host !== 'string' || host === '') return undefined
  const port = portOf(mail?.[`${protocol}Port`])
  const encrypted = mail?.[`${protocol}RequiresSSL`] !== false
  const security: Security = encrypted ? (byPort(port) ?? 'tls') : 'none'
  return { protocol, host: asSet(host), port: port ?? usualPort(protocol, security), security, username }
}

/** Accounts of these providers may be kept without a server. Their window asks for the provider’s own sign-in page. */
const providers: Readonly<Record<string, string>> = {
  Google: 'gmail.com',
  Yahoo: 'yahoo.com',
  Hotmail: 'outlook.com',
  AppleAccount: 'icloud.com',
}

export function providerServers(type: string, email: string): { incoming?: Server; outgoing?: Server } {
  const domain = providers[type]
  const provider = domain === undefined ? undefined : (ownProvider(type, email) ?? providerOfDomain(domain))
  if (!provider) return {}
  const auth: { auth?: AuthMethod } = type === 'AppleAccount' ? {} : { auth: 'oauth2' }
  const [incoming] = incomingServers(provider).filter(({ protocol }) => protocol === 'imap')
  const [outgoing] = outgoingServers(provider)
  return {
    ...(incoming && { incoming: { ...incoming, username: email, ...auth } }),
    ...(outgoing && { outgoing: { ...outgoing, username: email, ...auth } }),
  }
}

/** Yahoo and Hotmail stand for several: `ymail.com`, `hotmail.fr` have entries of their own. */
function ownProvider(type: string, email: string): Provider | undefined {
  return type === 'Google' || type === 'AppleAccount' ? undefined : providerOfDomain(domainOf(email))
}

/** SSLIsDirect: from the first byte; without it, by STARTTLS and not "none". */
function securityOf(row: SystemAccountRow, port: number | undefined): Security {
  const [enabled, direct] = ['SSLEnabled', 'SSLIsDirect'].map((key) => truth(row.properties.get(key)))
  if (enabled === false) return 'none'
  if (direct === true) return 'tls'
  if (direct === false && enabled === true) return 'starttls'
  return byPort(port) ?? 'starttls'
}

export function byPort(port: number | undefined): Security | undefined {
  if (port === 993 || port === 995 || port === 465) return 'tls'
  return port === 143 || port === 110 || port === 587 || port === 25 ? 'starttls' : undefined
}

export function usualPort(protocol: LineServer['protocol'], security: Security): number {
  const ports = { imap: [993, 143], pop3: [995, 110], smtp: [465, 587] } as const
  return ports[protocol][security === 'tls' ? 0 : 1]
}

function portOf(value: unknown): number | undefined {
  const port = typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : value
  return typeof port === 'number' && Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined
}

function truth(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  return typeof value === 'number' ? value !== 0 : undefined
}

export function propertyText(row: SystemAccountRow, key: string): string | undefined {
  const value = row.properties.get(key)
  return typeof value === 'string' && value !== '' ? value : undefined
}
