import type Database from 'better-sqlite3'
import type { AnnouncedLog } from '../core/announced.ts'
import type { ExaminationRecord, PastExamination } from '../core/examination-record.ts'
import type { Log } from '../core/log.ts'
import type { Account } from '../core/mail.ts'
import type { PastFacts } from '../core/probe.ts'
import type { RoundTripMemory } from '../core/round-trip.ts'
import type { SignIns } from '../core/sign-ins.ts'
import type { SyncMemory } from '../core/sync-report.ts'
import type { Instant } from '../core/time.ts'
import type { Receipts } from '../core/treatment.ts'
import { accountKey } from './account-key.ts'
import { announcedIn } from './announced.ts'
import { type BudgetRecords, budgetIn } from './budget.ts'
import { type ChangeRecords, changesIn } from './changes.ts'
import { openDatabase } from './database.ts'
import { asDatabaseError, DatabaseError } from './database-error.ts'
import { type Episodes, episodesIn } from './episodes.ts'
import { type NetworkMemory, networkMemoryIn } from './network-memory.ts'
import { pastFactsOf } from './past.ts'
import { type PauseRecord, pauseIn } from './pause.ts'
import { type HistoryQuery, reader } from './reader.ts'
import { recorder } from './recorder.ts'
import { retention } from './retention.ts'
import { roundTripsIn } from './round-trips.ts'
import { signInsIn } from './sign-ins.ts'
import { syncMemoryIn } from './sync.ts'
import { type TimelineReader, timelineIn } from './timeline.ts'
import { treatmentsIn } from './treatments.ts'
import { type WaitingMail, waitingIn } from './waiting.ts'

/** What was seen before. Holds no address, user name, subject or password. */
export interface History {
  /** Opaque, and the same each time for the same address and hosts in this database. */
  accountId(account: Account): string
  /** Writes one examination whole or not at all. Throws `DatabaseError`. */
  record(examination: ExaminationRecord): void
  past(accountId: string): PastFacts
  /** Oldest first. */
  examinations(query: HistoryQuery): Iterable<PastExamination>
  /** Stuck spells of mail. */
  readonly episodes: Episodes
  /** Messages that wait now. */
  readonly waiting: WaitingMail
  /** What held mail up in networks that this Mac was in. */
  readonly networks: NetworkMemory
  /** Nothing is to be watched until then. */
  readonly pause: PauseRecord
  /** What was spent lately, and is not to be spent again. */
  readonly budget: BudgetRecords
  /** Passwords that were said to servers; `asked`: a person wants it now. */
  signIns(asked: boolean): SignIns
  /** What belongs to the comparing of accounts with their servers. */
  readonly sync: SyncMemory
  /** Messages that somebody has sent to himself, to see whether sending works. */
  readonly roundTrips: RoundTripMemory
  /** What somebody was told of. */
  readonly announced: AnnouncedLog
  /** What changed on this Mac. */
  readonly changes: ChangeRecords
  /** What was done about causes, and may be undone. */
  readonly treatments: Receipts
  /** All of it, as a picture needs it. */
  readonly timeline: TimelineReader
  /** Forgets what is older, in small steps. */
  forget(olderThan: Instant): Promise<void>
  close(): void
}

/** Opens the history at this path, or one in memory for `:memory:`. Throws `DatabaseError`. */
export function openHistory(path: string, now: () => Instant = Date.now, log?: Pick<Log, 'error'>): History {
  const db = openDatabase(path)
  try {
    return historyIn(db, path, now, log)
  } catch (error) {
    db.close()
    // A table or a column that every history has is not there.
    const isOdd = error instanceof Error && 'code' in error && error.code === 'SQLITE_ERROR'
    throw isOdd ? new DatabaseError('odd', path, error) : asDatabaseError(error, path)
  }
}

function historyIn(db: Database.Database, path: string, now: () => Instant, log?: Pick<Log, 'error'>): History {
  const salt = db.prepare<[], Buffer>('SELECT salt FROM installation').pluck().get() ?? Buffer.alloc(0)
  const write = recorder(db, salt)
  return {
    accountId: (account) => accountKey(account, salt),
    record: (examination) => {
      try {
        write(examination)
      } catch (error) {
        throw asDatabaseError(error, path)
      }
    },
    past: (accountId) => pastFactsOf(db, accountId),
    examinations: reader(db),
    episodes: episodesIn(db, salt),
    waiting: waitingIn(db, salt),
    networks: networkMemoryIn(db, salt),
    pause: pauseIn(db),
    budget: budgetIn(db, salt),
    signIns: signInsIn(db, salt, now, log),
    sync: syncMemoryIn(db, salt, log),
    roundTrips: roundTripsIn(db, salt, log),
    announced: announcedIn(db, salt, log),
    changes: changesIn(db),
    treatments: treatmentsIn(db, salt, path),
    timeline: timelineIn(db),
    forget: retention(db),
    close: () => db.close(),
  }
}
