import type { Clock, Millis } from '../../../core/time.ts'

const round: Millis = 60_000
/** macOS lets timers of a program in the background be a minute late. */
const tolerance: Millis = 90_000

/**
 * Notices that this Mac has slept, once it is awake: a timer was much later than it should be, by the monotonic clock
 * or, where that stands still in sleep, by the wall clock. A clock set forward looks the same, and does no harm.
 */
export class SleepWatch {
  readonly #clock: Clock
  readonly #woke: () => void
  readonly #ending = new AbortController()
  #now: number
  #elapsed: number

  constructor(clock: Clock, woke: () => void) {
    this.#clock = clock
    this.#woke = woke
    this.#now = clock.now()
    this.#elapsed = clock.elapsed()
    this.#walkRounds().catch(() => {})
  }

  /** Looks at once, as when the network changed: a wake is then known a minute sooner. */
  look() {
    const now = this.#clock.now()
    const elapsed = this.#clock.elapsed()
    const late = Math.max(now - this.#now, elapsed - this.#elapsed) - round
    this.#now = now
    this.#elapsed = elapsed
    if (late > tolerance) this.#woke()
  }

  stop() {
    this.#ending.abort()
  }

  async #walkRounds() {
    for (;;) {
      await this.#clock.wait(round, this.#ending.signal)
      this.look()
    }
  }
}
