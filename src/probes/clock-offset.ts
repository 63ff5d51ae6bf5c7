import type { Millis } from '../core/time.ts'

export interface ClockOffset {
  /** The Mac's clock minus the true time: positive is ahead. The median of the sources. */
  offset: Millis
  sources: readonly { host: string; offset: Millis }[]
}
