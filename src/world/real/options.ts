import type { Clock } from '../../core/time.ts'
import type { Dial } from './dial.ts'

export interface NetOptions {
  clock: Clock
  /** The identity unless told. */
  dial?: Dial
  /** `address` or `address:port`: asked for every name in place of the system's resolvers. */
  resolver?: string
  /** PEM; trusted as if by the Mac. */
  extraRoots?: readonly string[]
  /** PEM; trusted as if they stood in Mozilla's list: what is public in a simulated world. */
  publicRoots?: readonly string[]
}
