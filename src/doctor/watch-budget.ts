import type { BegunExamination } from '../core/budget.ts'
import type { Settings } from '../core/settings.ts'
import type { Instant, Millis } from '../core/time.ts'
import { type ExaminationDepth, isStuck, mapValues, type WatchState, type WatchStep } from './watch-state.ts'
import { withState } from './watch-step.ts'

/**
 * What the agent may ask of the net by itself. Nothing that happens on this Mac refills it, and a restart does not
 * forget it; only what a person asks for is free.
 */

const hour: Millis = 3_600_000
const day = 24 * hour

/** Whole examinations of an account in an hour. */
const mostWhole = 6
/** All of them, by how many there would be were nothing to happen. Never fewer than a few. */
const most = { share: 2.5, least: 3 }

/** The first moment from which this account may be examined without being asked for. */
export function examinableFrom(state: WatchState, account: string, settings: Settings): Instant {
  const spent = spentIn(state, account)
  const usual = hour / (state.frugal ? settings.interval.battery : settings.interval.mains)
  const all = Math.max(isStuck(state, account) ? mostWhole : most.least, Math.ceil(most.share * usual))
  return Math.max(freeFrom(spent, all), freeFrom(spent.filter(onlyWhole), mostWhole))
}

/** Whether there is enough left to give this examination up for another one. */
export function mayInterrupt(state: WatchState, account: string): boolean {
  return state.asked.includes(account) || freeFrom(spentIn(state, account).filter(onlyWhole), mostWhole) <= state.at
}

/** Everything is asked of stuck mail, when somebody wants it, and once a day of a healthy account. */
export function depthOf(state: WatchState, account: string): ExaminationDepth {
  if (state.asked.includes(account) || isStuck(state, account)) return 'whole'
  const last = state.begun[account]?.findLast(onlyWhole)
  return last && Math.abs(state.at - last.at) < day ? 'light' : 'whole'
}

/** One begins. A light one may grow, and counts as whole until it has ended without. */
export function countBegun(step: WatchStep, account: string): WatchStep {
  const { begun, at, asked } = step.state
  const one: BegunExamination = { at, whole: true, asked: asked.includes(account) }
  return withState(step, { begun: { ...tidied(begun, at), [account]: [...kept(begun[account] ?? [], at), one] } })
}

/** One has ended; `light`: it did not grow. */
export function countEnded(step: WatchStep, account: string, light: boolean): WatchStep {
  const { begun } = step.state
  const [last, ...before] = (begun[account] ?? []).toReversed()
  if (!light || !last) return step
  return withState(step, { begun: { ...begun, [account]: [...before.reverse(), { ...last, whole: false }] } })
}

const onlyWhole = ({ whole }: BegunExamination) => whole

function spentIn({ begun, at }: WatchState, account: string): readonly BegunExamination[] {
  return (begun[account] ?? []).filter((one) => !one.asked && one.at > at - hour)
}

/** When fewer than so many lie within an hour. */
function freeFrom(spent: readonly BegunExamination[], limit: number): Instant {
  const last = spent.at(-limit)
  return last ? last.at + hour : Number.NEGATIVE_INFINITY
}

function tidied(begun: WatchState['begun'], at: Instant): WatchState['begun'] {
  const some = mapValues(begun, (one) => kept(one, at))
  return Object.fromEntries(Object.entries(some).filter(([, one]) => one.length > 0))
}

/** What still counts. */
function kept(some: readonly BegunExamination[], at: Instant): readonly BegunExamination[] {
  const lastWhole = some.findLast(onlyWhole)
  return some.filter((one) => one.at > at - hour || (one === lastWhole && one.at > at - day))
}
