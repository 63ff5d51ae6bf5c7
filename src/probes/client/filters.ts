import type { Filter } from '../../core/network.ts'
import type { Probe, Telling } from '../../core/probe.ts'
import { listOf, say, verbatim } from '../../core/sentence.ts'

export interface Filters {
  filters: readonly Filter[]
}

export const filters: Probe<Filters> = {
  id: 'filters',
  question: say('Is there a program on this Mac that may stand between mail and the network?'),
  layer: 'network',
  budget: 3_000,
  ask: async ({ world: { mac } }, signal) => ({ filters: await mac.filters(signal) }),
  describe: tell,
}

/** A filter is no fault: most let mail pass. */
function tell({ filters: all }: Filters): Telling {
  const atWork = all.filter(({ state }) => state === 'installed').map(({ product, name }) => product ?? name)
  if (atWork.length === 0) return { tone: 'good', line: say('No program filters the network here') }
  return {
    tone: 'plain',
    line: say('May filter the network: {what}', { what: listOf([...new Set(atWork)].map(verbatim), ', ') }),
  }
}
