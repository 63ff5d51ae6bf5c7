import type { Chart } from '../../core/chart.ts'
import type { Filter } from '../../core/network.ts'
import { filters } from '../../probes/client/filters.ts'

/** One that filters the network rather than a security program, where both are there. */
export function filterAtWork(chart: Chart): Filter | undefined {
  const installed = chart.fact(filters)?.filters.filter(({ state }) => state === 'installed') ?? []
  return installed.find(({ kind }) => kind === 'network') ?? installed[0]
}

export const productOf = (filter: Filter | undefined): string | undefined => filter?.product ?? filter?.name
