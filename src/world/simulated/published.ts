import { domainOf } from '../../core/mail.ts'
import type { Outside } from '../../core/outside.ts'
import type { Scene } from './scene.ts'
import type { ScenePage } from './schema/hosts.ts'

type Published = NonNullable<Extract<NonNullable<Scene['outside']>, object>['published']>
type PublishedServer = Published['servers'][number]

export function publishedIn(scene: Scene): Published | undefined {
  return typeof scene.outside === 'object' ? scene.outside.published : undefined
}

/** The pages on which mail settings for the account's domain stand, in Mozilla's form. */
export function publishedPages(scene: Scene, outside: Outside): [string, ScenePage][] {
  const published = publishedIn(scene)
  const domain = domainOf(scene.account.email)
  if (!published || published.via === 'srv') return []
  const own = (template: string) => template.includes('autoconfig.{domain}')
  const shared = (template: string) => !template.split('/')[2]?.includes('{domain}')
  const template = outside.settingsDirectories.find(published.via === 'autoconfig' ? own : shared)
  if (template === undefined) return []
  const page = { headers: { 'Content-Type': 'text/xml' }, body: clientConfig(domain, published.servers) }
  return [[template.replaceAll('{domain}', domain), page]]
}

/** SRV records (RFC 6186, RFC 8314), by name. */
export function publishedServices(scene: Scene): Map<string, { name: string; port: number }[]> {
  const published = publishedIn(scene)
  const domain = domainOf(scene.account.email)
  if (published?.via !== 'srv') return new Map()
  return new Map(
    published.servers.map((server) => [
      `${serviceName(server)}._tcp.${domain}`,
      [{ name: server.host, port: server.port }],
    ]),
  )
}

function serviceName({ protocol, security }: PublishedServer): string {
  const base = protocol === 'smtp' ? '_submission' : `_${protocol}`
  return security === 'tls' ? `${base}s` : base
}

function clientConfig(domain: string, servers: readonly PublishedServer[]): string {
  const all = servers.map(({ protocol, host, port, security }) => {
    const kind = protocol === 'smtp' ? 'outgoingServer' : 'incomingServer'
    const socket = { tls: 'SSL', starttls: 'STARTTLS', none: 'plain' }[security]
    return [
      `<${kind} type="${protocol}"><hostname>${host}</hostname><port>${port}</port><socketType>${socket}</socketType>`,
      `<username>%EMAILADDRESS%</username><authentication>password-cleartext</authentication></${kind}>`,
    ].join('')
  })
  return `<?xml version="1.0"?><clientConfig version="1.1"><emailProvider id="${domain}"><domain>${domain}</domain><displayName>${domain}</displayName>${all.join('')}</emailProvider></clientConfig>`
}
