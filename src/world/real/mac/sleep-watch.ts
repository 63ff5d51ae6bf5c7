import type { Log } from '../../../core/log.ts'
import type { Clock, Instant, Millis } from '../../../core/time.ts'

const round: Millis = 60_000
/** macOS lets timers of a program in the background be a minute late. */
const tolerance: Millis = 90_000

/**
 * Notices that this Mac has slept, once it is awake: a timer was much later than it should be, by the monotonic clock
 * or, where that stands still in sleep, by the wall clock. A clock set forward looks the same: nobody was
 * awake in the time it left out.
 */
export class SleepWatch {
  readonly #clock: Clock
  readonly #woke: (since: Instant) => void
  readonly #ending = new AbortController()
  #now: number
  #elapsed: number

  /** `woke` is told the last moment before that is known to have been awake. */
  constructor(clock: Clock, woke: (since: Instant) => void, log?: Pick<Log, 'error'>) {
    this.#clock = clock
    this.#woke = woke
    this.#now = clock.now()
    this.#elapsed = clock.elapsed()
    this.#walkRounds().catch((error) => {
      if (!this.#ending.signal.aborted) log?.error('watching-failed', { error })
    })
  }

  /** Looks at once, as when the network changed: a wake is then known a minute sooner. */
  look() {
    const now = this.#clock.now()
    const elapsed = this.#clock.elapsed()
    const passed = elapsed - this.#elapsed
    const late = Math.max(now - this.#now, passed) - round
    // By the clock as it goes now, should it have been set back meanwhile.
    const since = Math.min(this.#now, Math.round(now - passed))
    this.#now = now
    this.#elapsed = elapsed
    if (late > tolerance) this.#woke(since)
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
