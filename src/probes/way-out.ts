import type { Network } from '../core/network.ts'
import { type Probe, Unknown } from '../core/probe.ts'

export interface WayOut {
  network: Network
  /** An address and a way out exist, in any family. */
  connected: boolean
}

export const wayOut: Probe<WayOut> = {
  id: 'way-out',
  question: 'Is this Mac connected?',
  budget: 3_000,
  ask: async () => {
    throw new Unknown('This question is not asked yet.')
  },
  tell: () => ({ tone: 'plain', line: '' }),
}
