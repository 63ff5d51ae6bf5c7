import type { Clock, Millis } from '../../../core/time.ts'
import type { RunProgram } from '../run.ts'
import { systemEvents } from './automation-targets.ts'
import { tools } from './tools.ts'

/** Where it does not come up, it is let be for a while. */
const pause: Millis = 10 * 60_000
/** Until the system knows of it. */
const coming: Millis = 500

/** Starts System Events, which has no window and is sent nothing: only of a program that runs can permission be told. */
export function systemEventsWaker(run: RunProgram, clock: Clock): (signal: AbortSignal) => Promise<void> {
  let last: number | undefined
  return async (signal) => {
    if (last !== undefined && clock.elapsed() - last < pause) return
    last = clock.elapsed()
    await run(tools.open, ['-g', '-j', '-b', systemEvents.bundle], { signal })
    await clock.wait(coming, signal)
  }
}
