import type { Attempt } from '../core/network.ts'

/** Hosts of other providers, on the account's own ports and on 443: silence here too is not the server's. */
export interface ControlHosts {
  tries: readonly (Attempt & { host: string; vendor: string })[]
  /** Hosts whose name could not be looked up. */
  unnamed: readonly string[]
}
