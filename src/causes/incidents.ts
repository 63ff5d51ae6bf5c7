import type { Chart } from '../core/chart.ts'
import { providerStatus } from '../probes/provider-status.ts'

/** What the provider's own status page says of trouble: a witness who sees more than this network. */
export function incidents(chart: Chart): string[] {
  const open = chart.fact(providerStatus)?.feeds.filter(({ outcome }) => outcome === 'incident') ?? []
  return open.map(({ provider, service, title }) =>
    title ? `${provider} reports trouble with ${service}: ${title}` : `${provider} reports trouble with ${service}`,
  )
}
