import { setTimeout as pause } from 'node:timers/promises'
import type { SimulatedClock } from './clock.ts'
import { followRequests, whenIdle } from './idle.ts'

/** What a leap has to mind besides this process's own work. */
export interface OutsideWork {
  /** Programs of this process that have run since before the play. */
  children?: number
  /**
   * Resolves when nothing is on its way in another process either, such as a browser; asked before each leap. What that
   * process asks of this one meanwhile, such as a click, is waited for, too.
   */
  settled?(): Promise<unknown>
}

/** Until the work has ended, time leaps to whatever is due next, whenever nothing is on its way in this process. */
export async function leapUntil<T>(
  clock: SimulatedClock,
  work: Promise<T>,
  { children = 0, settled }: OutsideWork = {},
): Promise<T> {
  followRequests()
  const ended = new AbortController()
  const end = () => ended.abort()
  work.then(end, end)
  while (!ended.signal.aborted) {
    await whenIdle(ended.signal, children)
    if (settled && !ended.signal.aborted) {
      await settled()
      await whenIdle(ended.signal, children)
    }
    const left = ended.signal.aborted ? undefined : clock.untilNext()
    if (left !== undefined) clock.leap(left)
    else await pause(1)
  }
  return work
}
