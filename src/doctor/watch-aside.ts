import { type AsideChoice, remindAfterMs, type WaitingRecord } from '../core/episode.ts'
import type { Instant } from '../core/time.ts'
import { withoutMessage } from './watch-episodes.ts'
import { isStuck, type WatchState, type WatchStep } from './watch-state.ts'
import { scheduleExamination, withState } from './watch-step.ts'

/**
 * Messages that a person wants left alone, for good or for an hour. They wait on; they are never stuck, are not examined,
 * and end the spell of which nothing else is left. Taken back, they are what they would be by now.
 */

/** One that has left meanwhile changes nothing. */
export function putAside(
  step: WatchStep,
  { message, how, cause }: { message: string; how: AsideChoice; cause?: string },
): WatchStep {
  const { waiting, at } = step.state
  const known = waiting[message]
  if (!known) return step
  if (how === 'watch') return withState(step, { waiting: { ...waiting, [message]: heeded(known) } })
  const aside = { ...(how === 'remind' && { until: at + remindAfterMs }), ...(cause !== undefined && { cause }) }
  const put = withState(step, { waiting: { ...waiting, [message]: { ...known, stuck: false, aside } } })
  if (known.stuck) return withoutMessage(put, message)
  // What was found while it waited may have been about it.
  return isStuck(put.state, known.account) ? put : scheduleExamination(put, known.account, 'light', 0)
}

/** Watched again, as if nobody had ever put it aside. */
export function heeded({ aside: _, ...one }: WaitingRecord): WaitingRecord {
  return one
}

/** When people are to be reminded. */
export function asideTimes({ waiting }: Pick<WatchState, 'waiting'>): Instant[] {
  return Object.values(waiting).flatMap(({ aside }) => aside?.until ?? [])
}
