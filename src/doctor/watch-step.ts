import type { Millis } from '../core/time.ts'
import {
  type ExamineReason,
  type WatchCommand,
  type WatchState,
  type WatchStep,
  watchedAccounts,
} from './watch-state.ts'

/** The small turns that all parts of the watch are made of. Each gives a new step and leaves the old one as it is. */

export function withState(step: WatchStep, more: Partial<WatchState>): WatchStep {
  return { ...step, state: { ...step.state, ...more } }
}

export function withCommands(step: WatchStep, ...commands: readonly WatchCommand[]): WatchStep {
  return { ...step, commands: [...step.commands, ...commands] }
}

/** Does this for each, one after the other. */
export function forEachInTurn<T>(
  step: WatchStep,
  these: readonly T[],
  turn: (step: WatchStep, one: T) => WatchStep,
): WatchStep {
  return these.reduce(turn, step)
}

/** This account is examined after so long. */
export function scheduleExamination(step: WatchStep, account: string, reason: ExamineReason, after: Millis): WatchStep {
  const { urgent, at } = step.state
  return withState(step, { urgent: { ...urgent, [account]: { at: at + after, reason } } })
}

/** Every account is examined, once things have settled. */
export function scheduleAllExaminations(step: WatchStep, reason: ExamineReason, after: Millis): WatchStep {
  return forEachInTurn(step, watchedAccounts(step.state), (before, account) =>
    scheduleExamination(before, account, reason, after),
  )
}

/** Gives up the examination under way. */
export function withAbort(step: WatchStep): WatchStep {
  const { examining } = step.state
  return examining === undefined
    ? step
    : withExaminationOver(withCommands(step, { do: 'abort', account: examining }), examining)
}

/** This account is no longer being examined. */
export function withExaminationOver(step: WatchStep, account: string): WatchStep {
  if (step.state.examining !== account) return step
  const { examining: _, ...state } = step.state
  return { ...step, state }
}
