import type { LineProtocol } from './mail.ts'
import type { Instant } from './time.ts'

/** A secret that is to be said to a server. */
export interface SecretUse {
  protocol: LineProtocol
  host: string
  username: string
  secret: string
}

/** `refused`, `accepted`: this same secret was, at that moment. `often`: as often as one may without being locked out. */
export type SignInPermit =
  /** `perhaps-refused`: it may be accepted once somebody has changed something, and is said again when one asks. */
  { may: true; ended(outcome: string): void } | { may: false; since: 'refused' | 'accepted' | 'often'; at: Instant }

/**
 * `trial`: there is more to be asked behind it, so that one which was accepted a moment ago is no reason against it.
 * `typed`: somebody has typed it just now, and may have mistyped it. `again`: to look at what the server has, time and
 * again: one that was accepted within a day locks nobody out, and counts for nothing unless it is refused.
 */
export type SignInPurpose = 'alone' | 'trial' | 'typed' | 'again'

/** What is remembered of passwords that were said to servers, so that our asking locks nobody out. */
export interface SignIns {
  /** Whether it may be said now. A try that may be made counts from here on, whatever becomes of it. */
  mayTry(said: SecretUse, purpose?: SignInPurpose): Promise<SignInPermit>
}
