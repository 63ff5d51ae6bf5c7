import { type Probe, Unknown } from '../core/probe.ts'
export interface ProviderStatus {
  feeds: readonly {
    provider: string
    service: string
    outcome: 'no-incident' | 'incident' | 'no-answer'
    title?: string
    since?: number
  }[]
}

export const providerStatus: Probe<ProviderStatus> = {
  id: 'provider-status',
  question: 'Does the provider report an incident?',
  budget: 7_000,
  ask: async () => {
    throw new Unknown('This question is not asked yet.')
  },
  tell: () => ({ tone: 'plain', line: '' }),
}
