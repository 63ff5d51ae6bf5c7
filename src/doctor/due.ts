import type { Settings } from '../core/settings.ts'
import type { Instant, Millis } from '../core/time.ts'
import { accountsOf, type Reason, type WatchState } from './watch-state.ts'

const minute = 60_000

/** Between the examinations of an episode; the last one stays. */
const pauses = [1, 2, 5, 10, 20, 30].map((minutes) => minutes * minute)

/** What is to be examined and from when, the most pressing first. */
export function dueOf(state: WatchState, settings: Settings): { account: string; at: Instant; reason: Reason }[] {
  const light = state.frugal ? settings.interval.battery : settings.interval.mains
  return accountsOf(state)
    .map((account) => {
      const urgent = state.urgent[account]
      if (urgent) return { account, ...urgent }
      const last = state.lastExamined[account]
      const stuck = state.episodes.some((episode) => episode.accounts.includes(account))
      if (!stuck) return { account, at: last === undefined ? state.at : last + light, reason: 'light' as const }
      const tries = Math.max(0, (state.tries[account] ?? 1) - 1)
      const pause = pauses[Math.min(tries, pauses.length - 1)] ?? light
      return { account, at: last === undefined ? state.at : last + pause, reason: 'again' as const }
    })
    .sort((one, other) => one.at - other.at)
}

/** When the messages that wait will have waited too long, should nothing happen. */
export function ripening(state: WatchState, settings: Settings): Instant[] {
  if (!state.online) return []
  return Object.values(state.waiting)
    .filter((one) => !one.stuck)
    .map((one) => state.at + Math.max(0, patienceFor(one.size, state.speed, settings) - one.counted))
}

/** How long a message may wait before it is stuck. */
export function patienceFor(size: number, speed: number, settings: Settings): Millis {
  // Twice the time that the upload takes: others use the uplink too.
  return settings.patience + (2 * size) / speed
}
