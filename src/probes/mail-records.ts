import type { DnsOutcome } from '../core/network.ts'
import { type Probe, Unknown } from '../core/probe.ts'

/** What the domain of the address publishes about its mail. */
export interface MailRecords {
  domain: string
  outcome: DnsOutcome
  mx: readonly { exchange: string; priority: number }[]
  /** `0 .`: the domain takes no mail (RFC 7505). */
  nullMx: boolean
  services: readonly { service: string; host: string; port: number }[]
  spf?: string
  dmarc?: string
}

export const mailRecords: Probe<MailRecords> = {
  id: 'mail-records',
  question: 'What does the domain publish about its mail?',
  budget: 6_000,
  ask: async () => {
    throw new Unknown('This question is not asked yet.')
  },
  tell: () => ({ tone: 'plain', line: '' }),
}
