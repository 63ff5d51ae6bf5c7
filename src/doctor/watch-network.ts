import type { Instant, Millis } from '../core/time.ts'
import { slowUploadBytesPerMs } from '../core/upload.ts'
import { mayInterrupt } from './watch-budget.ts'
import type { WatchState, WatchStep } from './watch-state.ts'
import { scheduleAllExaminations, withAbort, withState } from './watch-step.ts'

const second = 1_000
const minute = 60 * second

/** As the cause of the same name counts: so many changes within so long, and the network keeps coming and going. */
const often = 3
const lately: Millis = 5 * minute

/** A changed network gives several events; one that comes and goes is waited for longer each time. */
const settling = { first: 2 * second, growth: 5, longest: 5 * minute }

/** The network has changed, or somebody says so. */
export function noteNetwork(step: WatchStep, event: { online: boolean; network: string }): WatchStep {
  const { online, network, at } = step.state
  const met = withState(step, { online: event.online, network: event.network })
  if (event.network === network && event.online === online) return met
  const changes = [...recent(step.state), at]
  // What another network could upload says nothing of this one.
  const changed = withState(met, { changes, networkSince: at, speed: slowUploadBytesPerMs, left: [] })
  const after = Math.min(settling.longest, settling.first * settling.growth ** (changes.length - 1))
  // While it comes and goes there is no calm moment to wait for: what is under way finds out just that.
  if (isFlapping(changed.state)) return scheduleAllExaminations(changed, 'network', after)
  const { examining } = changed.state
  const free = examining === undefined || mayInterrupt(changed.state, examining) ? withAbort(changed) : changed
  return scheduleAllExaminations(withState(free, { tries: {} }), 'network', after)
}

export function isFlapping(state: Pick<WatchState, 'changes' | 'at'>): boolean {
  return recent(state).length >= often
}

/** The first moment after the last change at which anything can be told of the new network. */
export function settledAt({ changes }: Pick<WatchState, 'changes'>): Instant {
  return (changes.at(-1) ?? Number.NEGATIVE_INFINITY) + settling.first
}

function recent({ changes, at }: Pick<WatchState, 'changes' | 'at'>): readonly Instant[] {
  return changes.filter((change) => change > at - lately && change <= at)
}
