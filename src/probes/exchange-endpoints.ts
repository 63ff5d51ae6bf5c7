import { type Probe, Unknown } from '../core/probe.ts'
import type { Millis } from '../core/time.ts'

/** Exchange without credentials: a 401 shows that somebody is there and no more. */
export interface ExchangeEndpoints {
  endpoints: readonly {
    name: 'ews' | 'autodiscover'
    host: string
    outcome: 'there' | 'not-there' | 'no-answer'
    status?: number
    ms: Millis
  }[]
}

export const exchangeEndpoints: Probe<ExchangeEndpoints> = {
  id: 'exchange-endpoints',
  question: 'Is the Exchange service there?',
  budget: 9_000,
  ask: async () => {
    throw new Unknown('This question is not asked yet.')
  },
  tell: () => ({ tone: 'plain', line: '' }),
}
