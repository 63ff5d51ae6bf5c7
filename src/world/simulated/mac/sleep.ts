import { say } from '../../../core/sentence.ts'
import type { SimulatedClock } from '../clock.ts'
import type { Scene } from '../scene.ts'
import type { MacEvents } from './events.ts'
import type { Journal } from './journal.ts'

/**
 * Puts the Mac to sleep when the scene says so, counted from now. Nobody has to wait for it: the clock leaps to the
 * moment of waking.
 */
export function planSleep({ mac }: Scene, clock: SimulatedClock, events: MacEvents, journal: Journal): void {
  for (const { from, until } of mac?.slept ?? []) {
    if (from < 0) continue
    clock.after(from, () => {
      journal.note(clock.now(), 'sleep', say('This Mac went to sleep'))
      events.tell({ is: 'slept' })
      clock.leap(until - from)
      journal.note(clock.now(), 'wake', say('This Mac woke up'))
      events.tell({ is: 'woke' })
    })
  }
}
