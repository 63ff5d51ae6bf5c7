import type { HeadlineCause } from './headline.ts'
import type { Sentence } from './sentence.ts'
import type { Instant } from './time.ts'

/** What held an account's mail up in a network, when this Mac was last in it. */
export interface NetworkTrouble {
  at: Instant
  cause: string
  /** The port that let no mail out, where it is about one. */
  port?: number
  fix?: RememberedFix
}

/** What was offered first, with what it would do. */
export interface RememberedFix {
  remedy: string
  label: Sentence
  promise: readonly Sentence[]
}

/** The same in the network that this Mac has joined again, until it was checked anew. */
export interface RecalledTrouble extends Omit<NetworkTrouble, 'cause'> {
  account: string
  cause: HeadlineCause
}
