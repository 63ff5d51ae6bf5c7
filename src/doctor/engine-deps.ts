import type { AccountSnapshot } from '../core/account-snapshot.ts'
import type { BegunExaminations } from '../core/budget.ts'
import type { Cause } from '../core/cause.ts'
import type { Observation } from '../core/client.ts'
import type { Diagnosis } from '../core/diagnosis.ts'
import type { EnvelopeTrial } from '../core/envelope-trial.ts'
import type { DepartedMessage, Episode, Transition, WaitingRecord } from '../core/episode.ts'
import type { Occasion } from '../core/examination-record.ts'
import type { Log } from '../core/log.ts'
import type { MacEvent } from '../core/mac-powers.ts'
import type { Account } from '../core/mail.ts'
import type { RecalledTrouble } from '../core/network-memory.ts'
import type { Settings } from '../core/settings.ts'
import type { SyncState } from '../core/sync-report.ts'
import type { Clock, Instant } from '../core/time.ts'
import type { Mac } from '../core/world.ts'
import type { WatchedClient } from './client-poller.ts'
import type { ExaminationProgress } from './examine.ts'
import type { ExaminationDepth } from './watch-state.ts'

/** What the doctor works with. */
export interface EngineDeps {
  clock: Clock
  /** Where our own faults are told. */
  log: Pick<Log, 'error' | 'warn'>
  mac: Pick<Mac, 'network' | 'power' | 'files' | 'watch'>
  clients: readonly WatchedClient[]
  causes: readonly Pick<Cause, 'id' | 'showAfterMs'>[]
  settings: Settings
  watchStore: WatchStore
  /** Examines, judges and writes down. `grew`: everything was asked. Rejects when aborted. */
  examine(one: ExaminationJob): Promise<{ diagnosis: Diagnosis; grew: boolean }>
  /** How an account stands beside its server. */
  syncOf?(account: string): SyncState | undefined
  /** By account, what held mail up in the network that this Mac is in, when it was last there. */
  recall?(signal: AbortSignal): Promise<ReadonlyMap<string, RecalledTrouble>>
  /** Told of every look into a mail app. */
  seen?(observation: Observation): void
  /** Told of whatever happens on the Mac, before the doctor heeds it. */
  happened?(event: MacEvent): void
  /** A person wants this account examined, or all of them. */
  asked?(account?: string): void
  /** The watch has ended: what was opened for it may be closed. */
  stopped?(): void | Promise<void>
}

/** One account to be examined, with everything that is known of its outbox. */
export interface ExaminationJob extends AccountSnapshot {
  /** What left its outbox lately. */
  left?: readonly DepartedMessage[]
  why: Occasion
  /** A light one becomes a whole one where it does not find everything in order. */
  depth: ExaminationDepth
  /** Only where mail is stuck, and only as long as nobody has tried in this spell. */
  trial?: EnvelopeTrial
  signal: AbortSignal
  onProgress(progress: ExaminationProgress): void
}

/** Where the doctor writes down what must outlive a restart. Never throws: a full disk stops no watching. */
export interface WatchStore {
  /** What the last run left. */
  remembered(): {
    episodes: readonly Episode[]
    waiting: Readonly<Record<string, WaitingRecord>>
    begun: BegunExaminations
    pausedUntil?: Instant
  }
  turn(at: Instant, what: Transition, episode: Episode, accounts: readonly Account[]): void
  /**
   * In this episode, the server of this account is asked now what it has against its mail. False where that could not be
   * written down; without this, nothing outlives a restart, and nobody is asked.
   */
  tried?(episode: string, account: string): boolean
  /** Nobody wants to hear more of this episode until it changes; or somebody does again. */
  muted(episode: string, on: boolean): void
  /** All that wait now. */
  waiting(waiting: Readonly<Record<string, WaitingRecord>>): void
  /** Examinations that were begun lately, by account. */
  begun(begun: BegunExaminations): void
  /** Paused until then; without it, not any more. */
  paused(until: Instant | undefined): void
  /** Something may have changed on the Mac. */
  changed(): void
}
