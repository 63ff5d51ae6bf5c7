import type { Address, DnsOutcome } from '../core/network.ts'
import { type Probe, Unknown } from '../core/probe.ts'
import type { Millis } from '../core/time.ts'

export interface Resolvers {
  /** One query for a name that surely exists, to each server. */
  views: readonly {
    from: 'system' | 'configured' | 'public' | 'https'
    server: string
    name: string
    outcome: DnsOutcome
    code?: string
    ms: Millis
  }[]
  /** The Mac has an address but no resolver to ask; `undefined` where that cannot be seen. */
  noneConfigured?: boolean
  /** The account's host names, as the system and as a public resolver see them. */
  contrast: readonly {
    name: string
    system: DnsOutcome
    public: DnsOutcome
    systemAddresses: readonly Address['address'][]
    publicAddresses: readonly Address['address'][]
    agree: boolean
  }[]
}

export const resolvers: Probe<Resolvers> = {
  id: 'resolvers',
  question: 'Can names be looked up, and do all resolvers agree?',
  budget: 7_000,
  ask: async () => {
    throw new Unknown('This question is not asked yet.')
  },
  tell: () => ({ tone: 'plain', line: '' }),
}
