import type { Millis } from '../core/time.ts'
import { accountsOf, type Command, type Reason, type Step, type WatchState } from './watch-state.ts'

/** The small turns that all parts of the watch are made of. Each gives a new step and leaves the old one as it is. */

export function set(step: Step, more: Partial<WatchState>): Step {
  return { ...step, state: { ...step.state, ...more } }
}

export function bid(step: Step, ...commands: readonly Command[]): Step {
  return { ...step, commands: [...step.commands, ...commands] }
}

/** Does this for each, one after the other. */
export function each<T>(step: Step, these: readonly T[], turn: (step: Step, one: T) => Step): Step {
  return these.reduce(turn, step)
}

/** This account is examined after so long. */
export function hurryOne(step: Step, account: string, reason: Reason, after: Millis): Step {
  const { urgent, at } = step.state
  return set(step, { urgent: { ...urgent, [account]: { at: at + after, reason } } })
}

/** Every account is examined, once things have settled. */
export function hurry(step: Step, reason: Reason, after: Millis): Step {
  return each(step, accountsOf(step.state), (before, account) => hurryOne(before, account, reason, after))
}

/** Gives up the examination under way. */
export function abort(step: Step): Step {
  const { examining } = step.state
  return examining === undefined ? step : release(bid(step, { do: 'abort', account: examining }), examining)
}

/** This account is no longer being examined. */
export function release(step: Step, account: string): Step {
  if (step.state.examining !== account) return step
  const { examining: _, ...state } = step.state
  return { ...step, state }
}
