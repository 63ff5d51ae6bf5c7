import type { Chart } from '../../core/chart.ts'
import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import { providerStatus } from '../../probes/server/provider-status.ts'

/** What the provider's own status page says of trouble: a source that sees more than this network. */
export function incidentLines(chart: Chart): Sentence[] {
  const open = chart.fact(providerStatus)?.feeds.filter(({ outcome }) => outcome === 'incident') ?? []
  return open.map(({ provider, service, title }) =>
    title
      ? say('{provider} reports trouble with {service}: {title}', {
          provider: verbatim(provider),
          service: verbatim(service),
          title: verbatim(title),
        })
      : say('{provider} reports trouble with {service}', { provider: verbatim(provider), service: verbatim(service) }),
  )
}
