import type { ProbeContext } from '../../core/probe.ts'

/** By then all but the silent ones have answered. */
const soon = 1_000

/** Tells once what is known after a second, unless the probe has ended by then. */
export function reportSoon(exam: ProbeContext, signal: AbortSignal, tell: () => void): void {
  exam.world.clock.wait(soon, signal).then(tell, () => {})
}
