import type { WaitingRecord } from '../core/episode.ts'
import type { Instant, Millis } from '../core/time.ts'
import { heeded } from './watch-aside.ts'
import { mapValues, type WatchState } from './watch-state.ts'

/** What the passing of time does to the watch, and what it makes of a clock that is set. */

const second = 1_000

/** A longer silence of our own means that the Mac slept and nobody told us; it does not count as waiting. */
const longestStep: Millis = 300 * second

export function passTime(before: WatchState, now: { at: Instant; elapsed: Millis }): WatchState {
  const passed = now.elapsed - before.elapsed
  const state = setBack(before, Math.round(now.at - before.at - passed))
  const { online, asleep, pausedUntil: pause } = state
  const counts = online && !asleep && pause === undefined && passed > 0 && passed <= longestStep
  const counted = counts
    ? mapValues(state.waiting, (one) => ({ ...one, counted: one.counted + passed }))
    : state.waiting
  const isOver = ({ aside }: WaitingRecord) => aside?.until !== undefined && aside.until <= now.at
  const waiting = Object.values(counted).some(isOver)
    ? mapValues(counted, (one) => (isOver(one) ? heeded(one) : one))
    : counted
  const { pausedUntil, ...rest } = { ...state, at: now.at, elapsed: now.elapsed, waiting }
  return pausedUntil !== undefined && pausedUntil > now.at ? { ...rest, pausedUntil } : rest
}

/**
 * A clock that was ahead and is put right: what it said before is taken to mean the same moments by the new time, or
 * all that is due would wait until the old time comes round again. (A leap forward may also be a sleep of the Mac.)
 */
function setBack(state: WatchState, by: Millis): WatchState {
  if (by > -second) return state
  const { pausedUntil, networkSince } = state
  return {
    ...state,
    waiting: mapValues(state.waiting, (one) => setBackOne(one, by)),
    episodes: state.episodes.map((one) => ({ ...one, openedAt: one.openedAt + by })),
    lastExamined: mapValues(state.lastExamined, (at) => at + by),
    urgent: mapValues(state.urgent, (one) => ({ ...one, at: one.at + by })),
    changes: state.changes.map((at) => at + by),
    left: state.left.map((one) => ({ ...one, at: one.at + by })),
    begun: mapValues(state.begun, (some) => some.map((one) => ({ ...one, at: one.at + by }))),
    ...(pausedUntil !== undefined && { pausedUntil: pausedUntil + by }),
    ...(networkSince !== undefined && { networkSince: networkSince + by }),
  }
}

function setBackOne({ aside, ...one }: WaitingRecord, by: Millis): WaitingRecord {
  const moved = aside?.until === undefined ? aside : { ...aside, until: aside.until + by }
  return { ...one, firstSeen: one.firstSeen + by, ...(moved && { aside: moved }) }
}
