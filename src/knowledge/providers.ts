import { getDomain } from 'tldts'
import type { z } from 'zod'
import type { LineProtocol, Server } from '../core/mail.ts'
import { fromData } from '../core/sentence.ts'
import data from './providers.json' with { type: 'json' }
import type { endpointShape, providersSchema } from './shapes/providers.ts'

export type Provider = z.infer<typeof providersSchema>[number]
type Endpoint = z.infer<typeof endpointShape>

const written = data as z.input<typeof providersSchema>
export const providers: readonly Provider[] = written.map((one) => ({
  ...one,
  switchedOn: one.switchedOn === null ? null : fromData(one.switchedOn),
}))

const byDomain = index((provider) => provider.domains)
const byMx = index((provider) => provider.mxSuffixes)
const byHost = index((provider) => endpointsOf(provider).map(({ host }) => host))
const bySite = index((provider) => endpointsOf(provider).flatMap(({ host }) => getDomain(host) ?? []))

/** By the part of an address after the @; subdomains belong to it too (Fastmail's aliases, Spectrum's regions). */
export function providerOfDomain(domain: string): Provider | undefined {
  return bySuffix(byDomain, domain)[0]
}

/** An address that a provider gives to anybody: nobody's company, with no administrator to ask. */
export function isPrivateAddress(address: string): boolean {
  return providerOfDomain(address.slice(address.lastIndexOf('@') + 1)) !== undefined
}

/** By a host that takes mail for a domain; the most specific suffix wins. */
export function providerOfMx(exchange: string): Provider | undefined {
  return bySuffix(byMx, exchange)[0]
}

/**
 * Who keeps the mailboxes of a domain now, by the host that takes its mail. A provider may let another take its mail
 * and keep its own servers for its customers, so that only a contradiction or a known move speaks against it.
 */
export function providerNow(domain: string, exchange: string | undefined): Provider | undefined {
  const own = providerOfDomain(domain)
  const takers = exchange === undefined ? [] : bySuffix(byMx, exchange)
  const [taker] = takers
  if (!own || !taker || takers.includes(own)) return own ?? taker
  if (own.movedTo !== undefined) return takers.find(({ id }) => id === own.movedTo) ?? own
  return own.mxSuffixes.length > 0 ? taker : own
}

/** By the host of a configured server; where several share it, the first of `providersOfHost`. */
export function providerOfHost(host: string): Provider | undefined {
  return providersOfHost(host)[0]
}

/** All who share a host, as Outlook.com and Microsoft 365 do. An IP address (a local bridge) is nobody's. */
export function providersOfHost(host: string): readonly Provider[] {
  const name = plain(host)
  const site = getDomain(name)
  return site ? (byHost.get(name) ?? bySite.get(site) ?? bySuffix(byDomain, name)) : []
}

/** Whether a host is one of a provider's own servers, or stands beside them; its customers' domains do not count. */
export function isServerOf({ id }: Provider, host: string): boolean {
  const name = plain(host)
  const site = getDomain(name)
  return (byHost.get(name) ?? (site ? bySite.get(site) : undefined))?.some((one) => one.id === id) === true
}

/** Where to read mail, best first. */
export function incomingServers(provider: Provider): Server[] {
  return [
    ...servers(provider, 'imap', [provider.imap, ...provider.imapAlternatives]),
    ...servers(provider, 'pop3', [provider.pop]),
  ]
}

/** Where to send, best first. */
export function outgoingServers(provider: Provider): Server[] {
  return servers(provider, 'smtp', [provider.smtp, ...provider.smtpAlternatives])
}

function servers(provider: Provider, protocol: LineProtocol, endpoints: readonly (Endpoint | null)[]): Server[] {
  const onlyOAuth = provider.auth.every((method) => method === 'oauth2') && provider.auth.length > 0
  return endpoints.flatMap((one) =>
    one ? [{ protocol, host: one.host, port: one.port, security: one.tls, ...(onlyOAuth && { auth: 'oauth2' }) }] : [],
  )
}

/**
 * A host that takes mail from other servers and not from people. Under the same suffix providers keep hosts for mail
 * apps, old ones too, so that its name must say it, or the suffix be for nothing else.
 */
export function isExchanger(host: string): boolean {
  const name = plain(host)
  if (byHost.has(name) || bySuffix(byMx, name).length === 0) return false
  return (
    onlyExchangers.some((suffix) => name.endsWith(suffix)) || /^(mx|aspmx|mta|in\d+-smtp|smtpin)[\w-]*\./.test(name)
  )
}

const onlyExchangers = [
  '-smtp-in.l.google.com',
  '.aspmx.l.google.com',
  '.protection.outlook.com',
  '.mx.microsoft',
  '.yahoodns.net',
]

/** A host for fetching mail only, by what its provider publishes. */
export function isOnlyForFetching(host: string): boolean {
  const sharing = byHost.get(plain(host)) ?? []
  return (
    sharing.length > 0 &&
    sharing.every((provider) => outgoingServers(provider).every((one) => one.host !== plain(host)))
  )
}

function endpointsOf(provider: Provider): Endpoint[] {
  const { imap, pop, smtp, imapAlternatives, smtpAlternatives } = provider
  return [imap, pop, smtp, ...imapAlternatives, ...smtpAlternatives].filter((one) => one !== null)
}

function index(keys: (provider: Provider) => readonly string[]): ReadonlyMap<string, readonly Provider[]> {
  const found = new Map<string, Provider[]>()
  for (const provider of providers)
    for (const key of new Set(keys(provider))) found.set(key, [...(found.get(key) ?? []), provider])
  return found
}

/** The entry of the longest suffix, label by label. */
function bySuffix(map: ReadonlyMap<string, readonly Provider[]>, name: string): readonly Provider[] {
  // No host name is longer, and hostile ones would be cut label by label.
  const labels = plain(name).slice(0, 255).split('.')
  const suffix = labels.map((_, from) => labels.slice(from).join('.')).find((one) => map.has(one))
  return (suffix && map.get(suffix)) || []
}

function plain(name: string): string {
  return name.trim().toLowerCase().replace(/\.$/, '')
}
