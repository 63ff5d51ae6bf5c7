import type { Clock, Millis } from '../core/time.ts'

export const outOfTime = Symbol('out of time')

/** The work's value, or `outOfTime` when the budget is spent or the signal aborts first. */
export async function within<T>(
  clock: Clock,
  budget: Millis,
  signal: AbortSignal,
  work: Promise<T>,
): Promise<T | typeof outOfTime> {
  const timer = new AbortController()
  const timeout = clock.wait(budget, AbortSignal.any([signal, timer.signal])).then(
    () => outOfTime,
    () => outOfTime,
  )
  // Whoever loses the race may still reject later; nobody would be listening.
  work.catch(() => {})
  try {
    return await Promise.race([work, timeout as Promise<typeof outOfTime>])
  } finally {
    timer.abort()
  }
}
