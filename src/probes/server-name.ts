import type { PerServer } from '../core/mail.ts'
import type { Address, DnsOutcome } from '../core/network.ts'
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
