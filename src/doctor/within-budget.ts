import type { Clock, Millis } from '../core/time.ts'

export const outOfBudget = Symbol('out of time')

/** The work's value, or `outOfTime` when the budget is spent or the signal aborts first. */
export async function withinBudget<T>(
  clock: Clock,
  budget: Millis,
  signal: AbortSignal,
  work: Promise<T>,
): Promise<T | typeof outOfBudget> {
  const timer = new AbortController()
  const timeout = clock.wait(budget, AbortSignal.any([signal, timer.signal])).then(
    () => outOfBudget,
    () => outOfBudget,
  )
  // Whoever loses the race may still reject later; nobody would be listening.
  work.catch(() => {})
  try {
    return await Promise.race([work, timeout as Promise<typeof outOfBudget>])
  } finally {
    timer.abort()
  }
}
