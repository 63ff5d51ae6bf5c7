import type { ClientId } from './mail.ts'
import type { Instant, Millis } from './time.ts'

export const episodeEnds = ['sent', 'joined', 'ignored'] as const
export type EpisodeEnd = (typeof episodeEnds)[number]

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
  /**
   * `sent`: the messages left the outbox; `joined`: found to be the same root cause as another episode; `ignored`: a
   * person wants all that is left of it left alone.
   */
  end?: EpisodeEnd
}

/**
 * What became of an episode. `named`: it has a cause, another one, or more messages than before. `parted`: an account
 * has left it, for another cause or since its mail has gone, or one of its messages was put aside.
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
  /** A person wants it left alone: it waits on, and is never stuck. */
  aside?: Aside
}

/** How a person has put a message aside. */
export interface Aside {
  /** Only until then; without it, until it is taken back. */
  until?: Instant
  /** What held it then: another cause is news. */
  cause?: string
}

/** What a person wants of a message that waits: never hear of it, not for an hour, or hear of it again. */
export const asideChoices = ['ignore', 'remind', 'watch'] as const
export type AsideChoice = (typeof asideChoices)[number]

/** Whoever wants to be reminded is, after this. */
export const remindAfterMs: Millis = 3_600_000

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
