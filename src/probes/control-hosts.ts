import type { Attempt } from '../core/network.ts'
import { type Probe, Unknown } from '../core/probe.ts'

/** Hosts of other providers, on the account's own ports and on 443: silence here too is not the server's. */
export interface ControlHosts {
  tries: readonly (Attempt & { host: string; vendor: string })[]
  /** Hosts whose name could not be looked up. */
  unnamed: readonly string[]
}

export const controlHosts: Probe<ControlHosts> = {
  id: 'control-hosts',
  question: 'Do other providers answer on the same ports?',
  budget: 9_500,
  ask: async () => {
    throw new Unknown('This question is not asked yet.')
  },
  tell: () => ({ tone: 'plain', line: '' }),
}
