import type { Sentence } from './sentence.ts'
import type { Instant, Millis } from './time.ts'

/** Where a message to oneself was found. `all-mail`: among everything, which holds what was sent, too. */
export type RoundTripPlace = 'inbox' | 'junk' | 'archive' | 'all-mail'

/**
 * What became of one message to oneself. `sendingMs`: until the outgoing server had answered for it. `deliveryMs`: from
 * then until it lay in the mailbox, by the server's clock; missing where that clock is wrong. `wholeMs`: until it was found.
 */
export type RoundTrip =
  | {
      outcome: 'arrived'
      place: RoundTripPlace
      sendingMs: Millis
      deliveryMs?: Millis
      wholeMs: Millis
      /** Whether it lies in the trash now. */
      tidied: boolean
    }
  | { outcome: 'not-arrived'; sendingMs: Millis; wholeMs: Millis }
  /** `refused`: a server said no; without it, nothing was tried that says anything about sending. */
  | { outcome: 'not-sent'; why: Sentence; refused?: true }
  | { outcome: 'not-looked-for'; sendingMs: Millis; why: Sentence }

/** Messages to oneself, by the random mark of each, so that none is left lying about after a crash. */
export interface RoundTripMemory {
  /** Before it is sent. False where it could not be written down. */
  begin(account: string, mark: string, at: Instant): boolean
  /** There is nothing of it to be tidied up any more. */
  ended(mark: string): void
  /** Those that may still lie in the mailbox, oldest first. */
  left(account: string): readonly { mark: string; at: Instant }[]
  /** How many were begun since then. */
  countSince(account: string, since: Instant): number
}
