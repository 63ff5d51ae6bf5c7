import { getDomain } from 'tldts'
import type { LineProtocol, Security, Server } from '../../core/mail.ts'
import type { ProbeContext } from '../../core/probe.ts'
import type { Millis } from '../../core/time.ts'
import type { HttpAnswer } from '../../core/world.ts'
import { mailRecords } from '../names/mail-records.ts'
import { type AutoconfigServers, readAutoconfig } from './autoconfig.ts'
import { readAutodiscover } from './autodiscover.ts'
import { fetchSecurely } from './fetch-securely.ts'
import { hostsInside } from './inside-hosts.ts'
import { publicHost } from './public-host.ts'

/** What one source says about the settings for a domain. */
export interface Published {
  source: 'autoconfig' | 'directory' | 'srv' | 'autodiscover'
  outcome: 'found' | 'none' | 'no-answer'
  settings: AutoconfigServers
  ms: Millis
}

const nothing: AutoconfigServers = { incoming: [], outgoing: [] }

/** Asks every source at once; the answers come best source first. */
export async function publishedBy(exam: ProbeContext, domain: string, signal: AbortSignal): Promise<Published[]> {
  const places = settingsFiles(exam, domain)
  const files = places.map(async ({ source, url }): Promise<Published> => {
    const { answer, ms } = await fetchSecurely(exam, url, signal)
    return { source, ms, ...judged(answer, (body) => readAutoconfig(body, domain)) }
  })
  const discovered = exam.outside.autodiscover.map(async (form): Promise<Published> => {
    const { answer, ms } = await fetchSecurely(exam, form.replaceAll('{domain}', domain), signal)
    return { source: 'autodiscover', ms, ...judged(answer, ofExchange) }
  })
  const found = await Promise.all([...files, ...discovered])
  const last = found.filter(({ source }) => source === 'autodiscover')
  const rank = ['autoconfig', 'directory']
  const first = found.filter(({ source }) => source !== 'autodiscover')
  first.sort((one, other) => rank.indexOf(one.source) - rank.indexOf(other.source))
  return withoutInside(exam, [...first, bySrv(exam), ...last], signal)
}

/** Nothing that a stranger publishes may send anybody into this network. */
async function withoutInside(exam: ProbeContext, all: readonly Published[], signal: AbortSignal): Promise<Published[]> {
  const serversIn = ({ incoming, outgoing }: AutoconfigServers) => [...incoming, ...outgoing]
  const hosts = all.flatMap(({ settings }) => serversIn(settings).map(({ host }) => host))
  const inside = hosts.length > 0 ? await hostsInside(exam, hosts, signal) : new Set()
  return all.map((one) => {
    const { incoming, outgoing } = one.settings
    const may = ({ host }: Server) => !inside.has(host)
    const settings = { incoming: incoming.filter(may), outgoing: outgoing.filter(may) }
    return { ...one, settings, outcome: one.outcome === 'found' && isEmpty(settings) ? 'none' : one.outcome }
  })
}

/**
 * The domain's own files, and what a directory knows of the domain or of the provider that takes its mail. Plain HTTP is
 * not asked: anybody on the way could have written the answer.
 */
function settingsFiles({ outside, chart }: ProbeContext, domain: string): Place[] {
  const [best] = chart.fact(mailRecords)?.mx ?? []
  const house = best && getDomain(best.exchange)
  const names = house && house !== domain ? [domain, house] : [domain]
  return outside.settingsDirectories
    .filter((form) => form.startsWith('https://'))
    .flatMap((form) => {
      const url = (name: string) => form.replaceAll('{domain}', name)
      const own = /^https:\/\/[^/]*\{domain\}/.test(form)
      return own ? [place('autoconfig', url(domain))] : names.map((name) => place('directory', url(name)))
    })
}

interface Place {
  source: Published['source']
  url: string
}

function place(source: Published['source'], url: string): Place {
  return { source, url }
}

function judged(
  answer: HttpAnswer,
  read: (body: string) => AutoconfigServers | undefined,
): Omit<Published, 'source' | 'ms'> {
  // The name of a place that nobody set up: nothing is published there.
  if (answer.outcome === 'no-such-name') return { outcome: 'none', settings: nothing }
  if (answer.outcome !== 'answered' || answer.status >= 500) return { outcome: 'no-answer', settings: nothing }
  // Somebody is there and does not like the question, which did not name the real mailbox: that is no "nothing".
  if ([400, 401, 403, 405, 406, 422, 429].includes(answer.status)) return { outcome: 'no-answer', settings: nothing }
  const settings = (answer.status === 200 && read(answer.body)) || nothing
  return { outcome: isEmpty(settings) ? 'none' : 'found', settings }
}

function isEmpty({ incoming, outgoing }: AutoconfigServers): boolean {
  return incoming.length + outgoing.length === 0
}

function ofExchange(body: string): AutoconfigServers | undefined {
  const found = readAutodiscover(body)
  const host = found && publicHost(found.host)
  if (!host) return undefined
  return { incoming: [{ protocol: 'exchange', host, port: found.port, security: 'tls' }], outgoing: [] }
}

const kinds = new Map<string, { protocol: LineProtocol; security: Security }>([
  ['submissions', { protocol: 'smtp', security: 'tls' }],
  ['submission', { protocol: 'smtp', security: 'starttls' }],
  ['imaps', { protocol: 'imap', security: 'tls' }],
  ['imap', { protocol: 'imap', security: 'starttls' }],
  ['pop3s', { protocol: 'pop3', security: 'tls' }],
  ['pop3', { protocol: 'pop3', security: 'starttls' }],
])

/** RFC 6186 and 8314: the encrypted kinds come first in `services`. */
function bySrv({ chart }: ProbeContext): Published {
  const records = chart.fact(mailRecords)
  const servers = (records?.services ?? []).flatMap(({ service, host, port }): Server[] => {
    const kind = kinds.get(service)
    const name = publicHost(host)
    return kind && name !== undefined ? [{ ...kind, host: name, port }] : []
  })
  const settings = {
    incoming: servers.filter(({ protocol }) => protocol !== 'smtp'),
    outgoing: servers.filter(({ protocol }) => protocol === 'smtp'),
  }
  const asked = records && ['answered', 'no-records', 'no-such-name'].includes(records.outcome)
  const without = asked ? 'none' : 'no-answer'
  return { source: 'srv', outcome: servers.length > 0 ? 'found' : without, settings, ms: 0 }
}
