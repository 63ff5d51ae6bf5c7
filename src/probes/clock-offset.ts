import { type Probe, Unknown } from '../core/probe.ts'
import type { Millis } from '../core/time.ts'

export interface ClockOffset {
  /** The Mac's clock minus the true time: positive is ahead. The median of the sources. */
  offset: Millis
  sources: readonly { host: string; offset: Millis }[]
}

export const clockOffset: Probe<ClockOffset> = {
  id: 'clock-offset',
  question: "Is this Mac's clock right?",
  budget: 7_000,
  ask: async () => {
    throw new Unknown('This question is not asked yet.')
  },
  tell: () => ({ tone: 'plain', line: '' }),
}
