import type { DnsOutcome } from '../core/network.ts'

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
