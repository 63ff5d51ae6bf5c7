import type { Filter } from '../core/network.ts'
import type { Probe, Telling } from '../core/probe.ts'

export interface Filters {
  filters: readonly Filter[]
}

export const filters: Probe<Filters> = {
  id: 'filters',
  question: 'Is there a program on this Mac that may stand between mail and the network?',
  layer: 'network',
  budget: 3_000,
  ask: async ({ world: { mac } }, signal) => ({ filters: await mac.filters(signal) }),
  tell,
}

/** A filter is no fault: most let mail pass. */
function tell({ filters: all }: Filters): Telling {
  const atWork = all.filter(({ state }) => state === 'installed').map(({ product, name }) => product ?? name)
  if (atWork.length === 0) return { tone: 'good', line: 'No program filters the network here' }
  return { tone: 'plain', line: `May filter the network: ${[...new Set(atWork)].join(', ')}` }
}
