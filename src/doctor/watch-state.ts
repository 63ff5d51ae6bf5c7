import type { BegunExaminations } from '../core/budget.ts'
import type { Observation } from '../core/client.ts'
import {
  type AsideChoice,
  type DepartedMessage,
  type Episode,
  remindAfterMs,
  type Transition,
  type WaitingRecord,
} from '../core/episode.ts'
import type { ClientId } from '../core/mail.ts'
import type { Instant, Millis } from '../core/time.ts'
import { slowUploadBytesPerMs } from '../core/upload.ts'

/** Why an account is to be examined. */
export type ExamineReason = 'stuck' | 'again' | 'network' | 'wake' | 'asked' | 'light'

/** All that the watch remembers from one event to the next. */
export interface WatchState {
  at: Instant
  elapsed: Millis
  asleep: boolean
  online: boolean
  /** Equal while nothing about the network that matters to mail has changed. */
  network: string
  /** Battery, Low Power Mode or a network that costs money. */
  frugal: boolean
  pausedUntil?: Instant
  observations: Readonly<Record<ClientId, Observation>>
  waiting: Readonly<Record<string, WaitingRecord>>
  /** What left the outboxes in this network: the newest of a day. */
  left: readonly DepartedMessage[]
  /** Open ones. */
  episodes: readonly Episode[]
  /** The best upload speed seen, bytes per millisecond. */
  speed: number
  examining?: string
  /** Accounts that a person wants examined, until they are. */
  asked: readonly string[]
  lastExamined: Readonly<Record<string, Instant>>
  /** Examinations since the account's episode opened or the world changed. */
  tries: Readonly<Record<string, number>>
  /** Accounts to examine out of turn, and from when. */
  urgent: Readonly<Record<string, { at: Instant; reason: ExamineReason }>>
  /** When the network changed, newest last: of the last few minutes. */
  changes: readonly Instant[]
  /** When it changed last; what was found before says nothing good of it. */
  networkSince?: Instant
  /** What the budget is reckoned from. */
  begun: BegunExaminations
  serial: number
}

/** `light`: only the vital questions, and everything where they are not answered well. */
export type ExaminationDepth = 'light' | 'whole'

export type WatchEvent = { at: Instant; elapsed: Millis } & (
  | { is: 'tick' }
  | { is: 'observed'; observation: Observation }
  | { is: 'network'; online: boolean; network: string }
  | { is: 'power'; frugal: boolean }
  | { is: 'slept' }
  | { is: 'woke' }
  | { is: 'paused'; until: Instant }
  | { is: 'resumed' }
  | { is: 'asked'; account: string }
  /**
   * `again`: look again after this, since what was found has not lasted long enough to be told. `grew`: a light one
   * became a whole one.
   */
  | { is: 'examined'; account: string; cause?: string; again?: Millis; grew?: boolean }
  | { is: 'aborted'; account: string }
  /** A person knows of this episode and wants to hear no more of it until it changes; or wants to, again. */
  | { is: 'muted'; episode: string; on: boolean }
  /** What a person wants of a message that waits. `cause`: what is known to hold it now. */
  | { is: 'aside'; message: string; how: AsideChoice; cause?: string }
  /** Its outgoing server is asked now what it has against the mail that waits. */
  | { is: 'tried'; account: string }
)

/** What the doctor is to do. */
export type WatchCommand =
  | { do: 'examine'; account: string; reason: ExamineReason; depth: ExaminationDepth }
  | { do: 'abort'; account: string }
  | { do: 'record'; what: Transition; episode: Episode }
  | { do: 'call'; at: Instant }

export interface WatchStep {
  state: WatchState
  commands: readonly WatchCommand[]
}

/**
 * The state in which watching begins; `open` and `waiting` are what history remembers of the last run. Nothing of it is
 * in the future: then the clock was ahead in that run.
 */
export function initialWatchState(
  now: { at: Instant; elapsed: Millis },
  open: readonly Episode[] = [],
  waiting: Readonly<Record<string, WaitingRecord>> = {},
  begun: BegunExaminations = {},
): WatchState {
  return {
    ...now,
    asleep: false,
    online: true,
    network: '',
    frugal: false,
    observations: {},
    waiting: mapValues(waiting, (one) => notAhead(one, now.at)),
    episodes: open.map((one) => ({ ...one, openedAt: Math.min(one.openedAt, now.at) })),
    left: [],
    speed: slowUploadBytesPerMs,
    lastExamined: {},
    tries: {},
    urgent: {},
    asked: [],
    changes: [],
    begun: mapValues(begun, (some) => some.map((one) => ({ ...one, at: Math.min(one.at, now.at) }))),
    serial: 0,
  }
}

function notAhead(one: WaitingRecord, at: Instant): WaitingRecord {
  const { aside, firstSeen } = one
  const until = aside?.until
  return {
    ...one,
    firstSeen: Math.min(firstSeen, at),
    ...(until !== undefined && { aside: { ...aside, until: Math.min(until, at + remindAfterMs) } }),
  }
}

/** Accounts that are watched: all that the mail apps have, and any whose message waits. */
export function watchedAccounts(state: WatchState): string[] {
  const seen = Object.values(state.observations).flatMap((one) => one.accounts.filter((account) => account.enabled))
  const stuck = state.episodes.flatMap((episode) => episode.accounts)
  return [...new Set([...seen.map((account) => account.id), ...stuck])]
}

export function isStuck({ episodes }: Pick<WatchState, 'episodes'>, account: string): boolean {
  return episodes.some(({ accounts }) => accounts.includes(account))
}

export function mapValues<T>(record: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
