import { setTimeout as pause } from 'node:timers/promises'
import type { SimulatedClock } from './clock.ts'
import { followRequests, whenIdle } from './idle.ts'

/** Until the work has ended, time leaps to whatever is due next, whenever nothing is on its way in this process. */
export async function leapUntil<T>(clock: SimulatedClock, work: Promise<T>): Promise<T> {
  followRequests()
  const ended = new AbortController()
  const end = () => ended.abort()
  work.then(end, end)
  while (!ended.signal.aborted) {
    await whenIdle(ended.signal)
    const left = ended.signal.aborted ? undefined : clock.untilNext()
    if (left !== undefined) clock.leap(left)
    else await pause(1)
  }
  return work
}
