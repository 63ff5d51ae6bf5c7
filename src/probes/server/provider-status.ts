import { domainOf, serversOf } from '../../core/mail.ts'
import type { Outside } from '../../core/outside.ts'
import type { Probe, ProbeContext, Telling } from '../../core/probe.ts'
import { say, verbatim } from '../../core/sentence.ts'
import { type Provider, providerOfDomain, providerOfMx, providersOfHost } from '../../knowledge/providers.ts'
import { readStatus, type StatusIncident } from '../lib/status-feeds.ts'
import { mailRecords } from '../names/mail-records.ts'

export interface ProviderStatus {
  feeds: readonly {
    provider: string
    service: string
    outcome: 'no-incident' | 'incident' | 'no-answer'
    title?: string
    since?: number
  }[]
}

type Feed = ProviderStatus['feeds'][number]

/** Under which name a provider of `providers.json` appears in the status feeds of its company. */
const services: Readonly<Record<string, string>> = {
  icloud: 'iCloud Mail',
  gmail: 'Gmail',
  'google-workspace': 'Gmail',
  'outlook-com': 'Outlook.com',
  microsoft365: 'Microsoft 365',
}

export const providerStatus: Probe<ProviderStatus> = {
  id: 'provider-status',
  question: say('Does the provider report an outage?'),
  layer: 'path',
  budget: 7_000,
  after: [mailRecords],
  ask: async (exam, signal) => {
    const names = providersOf(exam).flatMap(({ id }) => services[id] ?? [])
    const fitting = exam.outside.statusFeeds.filter(({ service }) => names.includes(service))
    return { feeds: await Promise.all(fitting.map((feed) => read(exam, feed, signal))) }
  },
  describe: tell,
}

/** The address tells best, then the domain's MX; a host may be shared by sisters (Outlook.com, Microsoft 365). */
function providersOf({ account, chart }: ProbeContext): readonly Provider[] {
  const [exchange] = chart.fact(mailRecords)?.mx ?? []
  const own = providerOfDomain(domainOf(account.email)) ?? (exchange && providerOfMx(exchange.exchange))
  return own ? [own] : serversOf(account).flatMap(({ server }) => providersOfHost(server.host))
}

async function read(exam: ProbeContext, feed: Outside['statusFeeds'][number], signal: AbortSignal): Promise<Feed> {
  const { provider, service, url, format } = feed
  // Apple's and Google's feeds hold months of history.
  const answer = await exam.world.net.http({ url, timeoutMs: 6_000, maxBytes: 4 * 1024 * 1024 }, signal)
  const status =
    answer.outcome === 'answered' && answer.status === 200 ? readStatus(format, service, answer.body) : 'unreadable'
  if (status === 'unreadable') return { provider, service, outcome: 'no-answer' }
  const [incident] = status
  return { provider, service, ...(incident ? told(incident) : { outcome: 'no-incident' }) }
}

function told({ title, since }: StatusIncident): Pick<Feed, 'outcome' | 'title' | 'since'> {
  return { outcome: 'incident', title, ...(since !== undefined && { since }) }
}

function tell({ feeds }: ProviderStatus): Telling {
  const incident = feeds.find(({ outcome }) => outcome === 'incident')
  if (incident)
    return {
      tone: 'bad',
      line: say('{provider} reports a problem with {service}', {
        provider: verbatim(incident.provider),
        service: verbatim(incident.service),
      }),
    }
  const fine = feeds.find(({ outcome }) => outcome === 'no-incident')
  if (fine)
    return {
      tone: 'good',
      line: say('{provider} reports no problem with {service}', {
        provider: verbatim(fine.provider),
        service: verbatim(fine.service),
      }),
    }
  if (feeds.length > 0) return { tone: 'plain', line: say('The provider’s status page could not be read') }
  return { tone: 'plain', line: say('No status page is known for this provider') }
}
