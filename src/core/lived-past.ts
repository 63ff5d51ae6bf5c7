import type { Account } from './mail.ts'
import type { Change } from './network.ts'
import type { Instant } from './time.ts'

/** Mail that was stuck once, and why. */
export interface PastTrouble {
  from: Instant
  to: Instant
  /** The id of its cause. */
  cause: string
  messages: number
}

/** Days of a made-up Mac that were lived before its scene begins, to be remembered as if they had been watched. */
export interface LivedPast {
  account: Account
  from: Instant
  to: Instant
  troubles: readonly PastTrouble[]
  changes: readonly Change[]
}
