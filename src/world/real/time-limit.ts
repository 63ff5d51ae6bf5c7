import type { Clock, Millis } from '../../core/time.ts'

/** What `withinTime` resolves to when the time is over. */
export const timedOut: unique symbol = Symbol('late')

/**
 * Races work against the clock. The work's signal aborts as soon as the race is over, however it ended, so that
 * nothing is left behind. Rejects with the signal's reason when aborted from outside.
 */
export async function withinTime<T>(
  clock: Clock,
  ms: Millis,
  signal: AbortSignal,
  work: (over: AbortSignal) => Promise<T>,
): Promise<T | typeof timedOut> {
  signal.throwIfAborted()
  const race = new AbortController()
  const over = AbortSignal.any([signal, race.signal])
  const timeOut = clock.wait(ms, over).then((): typeof timedOut => timedOut)
  try {
    return await Promise.race([work(over), timeOut])
  } finally {
    race.abort()
    // The loser's rejection has nobody left to tell.
    timeOut.catch(() => {})
  }
}
