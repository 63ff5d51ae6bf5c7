import { say } from '../../../core/sentence.ts'
import type { Clock, Instant, Millis } from '../../../core/time.ts'
import type { MacChangeDetector } from './changes.ts'

/** Whoever tells of sleep tells of it within this time of each other. */
const sameMoment: Millis = 60_000
/** Whoever looked around so long after falling asleep did not sleep. */
const notAsleep: Millis = 150_000

/**
 * When this Mac slept, told by several: the system just before and after, and the sleep watch afterwards. Each sleep is
 * noted once, when it is over: one that nobody saw the end of, as when the battery ran out, would seem to go on.
 */
export class SleepLog {
  readonly #changes: MacChangeDetector
  readonly #clock: Clock
  #asleepSince: Instant | undefined
  /** The last wake that was noted, and whether the sleep before it was. */
  #last: { at: Instant; withSleep: boolean } | undefined

  constructor(changes: MacChangeDetector, clock: Clock) {
    this.#changes = changes
    this.#clock = clock
  }

  /** `at`: where it is told afterwards. */
  slept(at: Instant = this.#clock.now()) {
    // The system knows the moment better than the watch, which only knows when it last looked.
    const known = this.#asleepSince
    if (known === undefined || at - known > notAsleep) this.#asleepSince = at
  }

  woke() {
    const now = this.#clock.now()
    const since = this.#asleepSince
    this.#asleepSince = undefined
    // A clock that was set back says nothing of what came before.
    const last = this.#last && this.#last.at <= now ? this.#last : undefined
    if (since === undefined) {
      if (last === undefined || now - last.at > sameMoment) this.#noteWake(now, false)
      return
    }
    const isNew = last === undefined || since >= last.at || now - last.at > notAsleep
    if (isNew || !last.withSleep) this.#noteSleep(isNew ? Math.max(since, last?.at ?? since) : since, now)
    if (isNew) this.#noteWake(now, true)
    else last.withSleep = true
  }

  #noteSleep(at: Instant, noted: Instant) {
    this.#changes.add({ at, what: 'sleep', line: say('This Mac went to sleep') }, noted)
  }

  #noteWake(at: Instant, withSleep: boolean) {
    this.#changes.add({ at, what: 'wake', line: say('This Mac woke up') })
    this.#last = { at, withSleep }
  }
}
