import type { Observation } from './client.ts'
import type { Account, Message } from './mail.ts'
import type { Millis } from './time.ts'

/** One account with what waits in its outbox, as its mail app shows it at one moment. */
export interface AccountSnapshot {
  readonly account: Account
  /** The outbox; empty when nobody has looked into it. */
  readonly messages: readonly Message[]
  /** What the mail app itself shows; missing when nobody looked. */
  readonly observation?: Observation
  /** A younger message is never stuck; as the settings are from the start, unless told. */
  readonly patience?: Millis
  /** Messages that a person wants left alone: they are in neither of these. */
  readonly aside?: readonly string[]
}
