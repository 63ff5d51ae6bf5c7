import type { PerServer } from '../core/mail.ts'
import type { Address, DnsOutcome } from '../core/network.ts'
import { type Probe, Unknown } from '../core/probe.ts'
import type { Millis } from '../core/time.ts'

export type ServerName = PerServer<{
  host: string
  /** The host is an IP address: nothing was looked up. */
  literal: boolean
  outcome: DnsOutcome
  code?: string
  /** At most four of each family, in the system's order. */
  addresses: readonly Address[]
  /** Characters that no host name has (spaces, commas): shown as they are, harmless. */
  odd?: string
  ms: Millis
}>

export const serverName: Probe<ServerName> = {
  id: 'server-name',
  question: "What are the mail servers' addresses?",
  budget: 6_000,
  vital: true,
  ask: async () => {
    throw new Unknown('This question is not asked yet.')
  },
  tell: () => ({ tone: 'plain', line: '' }),
}
