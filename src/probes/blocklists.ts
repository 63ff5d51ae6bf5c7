import { type Probe, Unknown } from '../core/probe.ts'
/** Whether blocklists name the address by which the outside sees us. Only a hint. */
export interface Blocklists {
  lists: readonly {
    name: string
    zone: string
    outcome: 'listed' | 'not-listed' | 'no-answer'
    codes: readonly string[]
  }[]
}

export const blocklists: Probe<Blocklists> = {
  id: 'blocklists',
  question: 'Is our internet address on a blocklist?',
  budget: 7_000,
  ask: async () => {
    throw new Unknown('This question is not asked yet.')
  },
  tell: () => ({ tone: 'plain', line: '' }),
}
