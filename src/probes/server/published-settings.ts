import { domainOf, type Server } from '../../core/mail.ts'
import { type Probe, type ProbeContext, type Telling, Unknown } from '../../core/probe.ts'
import { say, verbatim } from '../../core/sentence.ts'
import type { Millis } from '../../core/time.ts'
import { incomingServers, outgoingServers, type Provider, providerNow } from '../../knowledge/providers.ts'
import { oddityOf } from '../lib/host-name.ts'
import { type Published, publishedBy } from '../lib/settings-sources.ts'
import { mailRecords } from '../names/mail-records.ts'

/** Only the domain of the address is ever sent; the mailbox name stays here. */
export interface PublishedSettings {
  /** Best first, of all sources, without user names. Empty: nothing is published. */
  incoming: readonly Server[]
  outgoing: readonly Server[]
  provider?: { id: string; name: string }
  /** Hosts by our table, or by what was read from the domain itself or a directory over verified HTTPS; DNS proves nothing. */
  vouched?: readonly string[]
  /** The best one that had something. */
  source?: 'provider' | 'autoconfig' | 'directory' | 'srv' | 'autodiscover'
  tried: readonly { source: string; outcome: 'found' | 'none' | 'no-answer'; ms: Millis }[]
}

export const publishedSettings: Probe<PublishedSettings> = {
  id: 'published-settings',
  question: say('Which settings does the provider publish?'),
  budget: 9_000,
  after: [mailRecords],
  ask: async (exam, signal) => {
    const domain = domainOf(exam.account.email)
    if (domain === '' || oddityOf(domain) !== undefined)
      throw new Unknown(say('The account has no usable mail address.'))
    const provider = providerOf(exam, domain)
    return provider ? ofProvider(provider) : inOrder(await publishedBy(exam, domain, signal))
  },
  describe: tell,
}

/** Whom the table knows needs no asking. */
function providerOf({ chart }: ProbeContext, domain: string): Provider | undefined {
  const [best] = chart.fact(mailRecords)?.mx ?? []
  return providerNow(domain, best?.exchange)
}

function ofProvider(provider: Provider): PublishedSettings {
  return {
    incoming: incomingServers(provider),
    outgoing: outgoingServers(provider),
    provider: { id: provider.id, name: provider.name },
    vouched: hostsIn([...incomingServers(provider), ...outgoingServers(provider)]),
    source: 'provider',
    tried: [{ source: 'provider', outcome: 'found', ms: 0 }],
  }
}

function inOrder(published: readonly Published[]): PublishedSettings {
  const found = published.filter(({ outcome }) => outcome === 'found')
  const [best] = found
  return {
    incoming: distinct(found.flatMap(({ settings }) => settings.incoming)),
    outgoing: distinct(found.flatMap(({ settings }) => settings.outgoing)),
    vouched: hostsIn(
      found
        .filter(({ source }) => source === 'autoconfig' || source === 'directory')
        .flatMap(({ settings }) => [...settings.incoming, ...settings.outgoing]),
    ),
    ...(best && { source: best.source }),
    tried: [
      { source: 'provider', outcome: 'none', ms: 0 },
      ...published.map(({ source, outcome, ms }) => ({ source, outcome, ms })),
    ],
  }
}

function hostsIn(servers: readonly Server[]): string[] {
  return [...new Set(servers.map(({ host }) => host.toLowerCase()))]
}

function distinct(servers: readonly Server[]): Server[] {
  const key = ({ protocol, host, port, security }: Server) => [protocol, host, port, security].join(' ')
  return [...new Map(servers.toReversed().map((server) => [key(server), server])).values()].reverse()
}

function tell({ provider, source, incoming, outgoing, tried }: PublishedSettings): Telling {
  const out = outgoing[0] ?? incoming[0]
  if (provider && !out)
    return { tone: 'plain', line: say('{name} does not work with mail apps', { name: verbatim(provider.name) }) }
  if (provider && out)
    return {
      tone: 'good',
      line: say('{name} publishes {host}, port {port}', {
        name: verbatim(provider.name),
        host: verbatim(out.host),
        port: verbatim(out.port),
      }),
    }
  if (source && out)
    return {
      tone: 'good',
      line: say('Published: {host}, port {port}', { host: verbatim(out.host), port: verbatim(out.port) }),
    }
  const silent = tried.some(({ outcome }) => outcome === 'no-answer')
  return { tone: 'plain', line: silent ? say('No published settings could be read') : say('No settings are published') }
}
