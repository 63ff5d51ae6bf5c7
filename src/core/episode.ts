import type { ClientId } from './mail.ts'
import type { Instant, Millis } from './time.ts'

/** One stuck spell of one root cause, from first noticed to mail gone. */
export interface Episode {
  id: string
  client: ClientId
  /** Accounts whose messages wait for this reason. */
  accounts: readonly string[]
  /** Keys of the messages, opaque; of many, the newest. */
  messages: readonly string[]
  openedAt: Instant
  /** Accounts whose outgoing server was asked in this spell, by ourselves, what it has against their mail. */
  tried?: readonly string[]
  /** A person knows of it, and wants to hear no more until it has another cause or more messages. */
  muted?: true
  /** The root cause; missing until an examination named one. */
  cause?: string
  closedAt?: Instant
  /** `sent`: the messages left the outbox; `joined`: found to be the same root cause as another episode. */
  end?: 'sent' | 'joined'
}

/**
 * What became of an episode. `named`: it has a cause, another one, or more messages than before. `parted`: an account
 * has left it, for another cause or since its mail has gone.
 */
export type Transition = 'opened' | 'named' | 'parted' | 'joined' | 'closed'

/** A message that waits in an outbox, as the watch counts it. */
export interface WaitingRecord {
  client: ClientId
  account: string
  firstSeen: Instant
  /** Time that counts: online, awake, not paused. */
  counted: Millis
  size: number
  stuck: boolean
}

/** A message that is no longer in its outbox and was not given back: it left, or somebody took it away. */
export interface DepartedMessage {
  account: string
  /** Bytes; 0 where not known. */
  size: number
  at: Instant
}

/** An episode as history remembers it. */
export interface PastEpisode extends Episode {
  /** The servers that send for its accounts: how a person tells them apart. */
  hosts: readonly string[]
  transitions: readonly { at: Instant; what: Transition; cause?: string }[]
}
