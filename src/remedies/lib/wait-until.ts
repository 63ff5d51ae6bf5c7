import type { Clock, Millis } from '../../core/time.ts'

/**
 * Looks again and again until it is so, for what a person does meanwhile. Whether it came to that in time; a look that
 * shows nothing is not so yet.
 */
export async function waitUntil(
  clock: Clock,
  isSo: () => Promise<boolean>,
  { every, within }: { every: Millis; within: Millis },
  signal: AbortSignal,
): Promise<boolean> {
  const end = clock.elapsed() + within
  for (;;) {
    if (await isSo()) return true
    if (clock.elapsed() >= end) return false
    await clock.wait(Math.min(every, Math.max(1, end - clock.elapsed())), signal)
  }
}
