import type { Filter } from '../core/network.ts'
import { type Probe, Unknown } from '../core/probe.ts'

export interface Filters {
  filters: readonly Filter[]
}

export const filters: Probe<Filters> = {
  id: 'filters',
  question: 'Is there a program on this Mac that may stand between mail and the network?',
  budget: 3_000,
  ask: async () => {
    throw new Unknown('This question is not asked yet.')
  },
  tell: () => ({ tone: 'plain', line: '' }),
}
