import type { Clock } from '../../../core/time.ts'
import type { JudgeChain } from './apple-verdict.ts'
import type { Dial } from './dial.ts'
import type { ReadSystemRoots, SystemRoot } from './system-roots.ts'

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
  /** The Mac's own roots, or how they are read; in a thread of their own unless told. */
  systemRoots?: readonly SystemRoot[] | ReadSystemRoots
  /** The Mac itself, which judges as its mail apps do. */
  judge?: JudgeChain | undefined
}
