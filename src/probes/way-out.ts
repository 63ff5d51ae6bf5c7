import type { Network } from '../core/network.ts'

export interface WayOut {
  network: Network
  /** An address and a way out exist, in any family. */
  connected: boolean
}
