import type { WaitingRecord } from '../core/episode.ts'
import type { Settings } from '../core/settings.ts'
import type { Instant, Millis } from '../core/time.ts'
import { slowestUploadBytesPerMs, uploadMs } from '../core/upload.ts'
import { depthOf, examinableFrom } from './watch-budget.ts'
import { settledAt } from './watch-network.ts'
import { type ExaminationDepth, type ExamineReason, isStuck, type WatchState, watchedAccounts } from './watch-state.ts'

const minute = 60_000

/** Between the examinations of an episode; the last one stays. */
const pauses = [1, 2, 5, 10, 20, 30].map((minutes) => minutes * minute)

export interface DueExamination {
  /** When it may be. */
  at: Instant
  /** When it would be, were there more to spend. */
  wanted: Instant
  what: { account: string; reason: ExamineReason; depth: ExaminationDepth }
}

/** What is to be examined and from when, the most pressing first. */
export function dueExaminations(state: WatchState, settings: Settings): readonly DueExamination[] {
  return watchedAccounts(state)
    .map((account) => {
      const { at, reason } = wantedOf(state, account, settings)
      const asked = state.asked.includes(account)
      const allowed = asked ? at : Math.max(at, examinableFrom(state, account, settings))
      const what = { account, reason: asked ? ('asked' as const) : reason, depth: depthOf(state, account) }
      return { at: allowed, wanted: at, what }
    })
    .sort((one, other) => one.at - other.at)
}

/** Accounts that would be examined by now, or as soon as things have settled, and must wait: until then. */
export function heldBackUntil(state: WatchState, settings: Settings): ReadonlyMap<string, Instant> {
  const isPressing = ({ wanted, what }: DueExamination) => wanted <= state.at || what.account in state.urgent
  const held = dueExaminations(state, settings).filter(
    (due) => due.at > state.at && due.at > due.wanted && isPressing(due),
  )
  return new Map(held.map(({ at, what }) => [what.account, at]))
}

function wantedOf(state: WatchState, account: string, settings: Settings): { at: Instant; reason: ExamineReason } {
  const turn = inTurn(state, account, settings)
  const urgent = state.urgent[account]
  if (!urgent) return turn
  // A network that never settles puts nothing off for ever.
  const soonest = Math.max(turn.at, settledAt(state))
  return urgent.reason === 'network' && soonest < urgent.at ? { at: soonest, reason: turn.reason } : urgent
}

function inTurn(state: WatchState, account: string, settings: Settings): { at: Instant; reason: ExamineReason } {
  const light = state.frugal ? settings.interval.battery : settings.interval.mains
  const last = state.lastExamined[account]
  if (!isStuck(state, account)) return { at: last === undefined ? state.at : last + light, reason: 'light' }
  const tries = Math.max(0, (state.tries[account] ?? 1) - 1)
  const pause = pauses[Math.min(tries, pauses.length - 1)] ?? light
  return { at: last === undefined ? state.at : last + pause, reason: 'again' }
}

/** When the messages that wait will have waited too long, should nothing happen. */
export function stuckTimes(state: WatchState, settings: Settings): Instant[] {
  if (!state.online) return []
  return Object.values(state.waiting)
    .filter((one) => !one.stuck && !one.aside)
    .map((one) => state.at + Math.max(0, allowedWaitOf(state, one, settings) - one.counted))
}

/**
 * How long this message may wait: what stood before it leaves first. While its app is connected to the very server that
 * takes it, it is being sent, be the line ever so slow; and that has an end, too.
 */
export function allowedWaitOf(
  { waiting, observations, speed }: WatchState,
  one: WaitingRecord,
  settings: Settings,
): Millis {
  const before = Object.values(waiting).filter(
    ({ client, account, firstSeen }) => client === one.client && account === one.account && firstSeen <= one.firstSeen,
  )
  const isSending = observations[one.client]?.sending?.includes(one.account)
  const bytes = before.reduce((sum, { size, stuck, aside }) => (stuck || aside ? sum : sum + size), 0)
  return allowedWaitFor(bytes, isSending ? Math.min(speed, slowestUploadBytesPerMs) : speed, settings)
}

/** How long a message may wait before it is stuck. */
export function allowedWaitFor(size: number, speed: number, settings: Settings): Millis {
  return settings.patience + uploadMs(size, speed)
}
