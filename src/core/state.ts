import type { Diagnosis, Status } from './diagnosis.ts'
import type { Aside, Episode } from './episode.ts'
import type { Occasion } from './examination-record.ts'
import type { Headline } from './headline.ts'
import type { ClientId } from './mail.ts'
import type { RecalledTrouble } from './network-memory.ts'
import type { Sentence } from './sentence.ts'
import type { SyncState } from './sync-report.ts'
import type { Instant } from './time.ts'

/** What the agent knows right now: one small JSON value, replaced whole. Lives in memory and is never written down. */
export interface State {
  status: Status
  /** When this status began. */
  since: Instant
  online: boolean
  clients: readonly ClientState[]
  waiting: readonly WaitingMessage[]
  /** Open ones. */
  episodes: readonly Episode[]
  /** The newest mail that left an outbox, as far as this network has seen any. */
  lastLeft?: { account: string; at: Instant }
  /** The one that ended last, in this run. */
  lastEpisode?: Episode
  /** The answer to show, of the account that needs it most. */
  diagnosis?: AccountDiagnosis
  examining?: Examining
  /** What held mail up in this network last time, until it was checked anew. */
  recalled?: RecalledTrouble
  unseen: readonly BlindSpot[]
  pausedUntil?: Instant
  /** How it is told, by whoever knows what is being done about it, too; `headlineOf` says it for everybody else. */
  headline?: Headline
}

export interface ClientState {
  client: ClientId
  name: string
  version?: string
  mode?: 'legacy' | 'new' | 'unknown'
  running?: boolean
  offline?: boolean
  /** A message that waits can be opened in it. */
  showsMessages?: true
  accounts: readonly AccountState[]
}

export interface AccountState {
  id: string
  /** Enough for its owner to know it: `a…@example.org`. */
  name: string
  outgoing?: string
  incoming?: string
  enabled: boolean
  offline?: boolean
  /** Missing where it was not compared with its server in this run. */
  sync?: SyncState
}

export interface WaitingMessage {
  id: string
  client: ClientId
  account: string
  since: Instant
  /** Bytes; 0 where it is not known. */
  size: number
  stuck: boolean
  /** A person wants it left alone. */
  aside?: Aside
  /** No subject: only the `PanelState` has them, and the compiler takes none of those for a `State`. */
  subject?: never
}

/** The state as the panel shows it. For the owner's eyes only: it never reaches a row, a log, a report or a terminal. */
export interface PanelState extends Omit<State, 'waiting'> {
  waiting: readonly WaitingWithSubject[]
}

export interface WaitingWithSubject extends Omit<WaitingMessage, 'subject'> {
  /** One harmless line; here while the message waits, where its app shows it. */
  subject?: string
}

/** For the icon, its menu, notifications, and whatever else a stranger may see. */
export function stateWithoutSubjects({ waiting, ...state }: PanelState): State {
  return { ...state, waiting: waiting.map(({ subject: _, ...message }) => message) }
}

export interface AccountDiagnosis extends Diagnosis {
  account: string
  at: Instant
}

/** An examination under way: how many questions were asked so far, and how many answered. */
export interface Examining {
  account: string
  why: Occasion
  asked: number
  found: number
}

/** Something that could not be seen, with the reason in a sentence. */
export interface BlindSpot {
  client: ClientId
  why: Sentence
  /** The outbox itself: nobody can say that nothing waits. */
  outbox: boolean
}

/** What was found, and of whom: equal while the same remedies may help. */
export function troubleOf({
  diagnosis,
}: {
  diagnosis?: { account: string; causes: readonly { id: string }[] }
}): string | undefined {
  return diagnosis && `${diagnosis.account} ${diagnosis.causes.map(({ id }) => id)}`
}
