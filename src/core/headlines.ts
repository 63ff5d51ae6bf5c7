import type { Headline } from './headline.ts'
import type { Clock, Instant } from './time.ts'
import { nextTold, type Seen, type Told, type TreatingSoFar } from './told.ts'

/** Keeps what is told of one session, for everybody who shows it: the same headline at the same time. */
export class Headlines {
  readonly #clock: Clock
  readonly #again: () => void
  #told: Told | undefined
  #treating: TreatingSoFar | undefined
  #waiting = new AbortController()
  #isOver = false

  /** `again`: it is time to tell anew, though nothing has happened. */
  constructor(clock: Clock, again: () => void) {
    this.#clock = clock
    this.#again = again
  }

  /** The treatment as far as it has come; the next `over` goes by it. */
  treats(treating: TreatingSoFar): void {
    this.#treating = treating
  }

  /** What was told last. */
  get last(): Headline | undefined {
    return this.#told?.headline
  }

  over(state: Seen['state']): Headline {
    const at = this.#clock.now()
    const treating = this.#treating
    this.#told = nextTold(this.#told, { at, state, ...(treating && { treating }) })
    this.#wind(this.#told.again, at)
    return this.#told.headline
  }

  stop(): void {
    this.#isOver = true
    this.#waiting.abort()
  }

  #wind(moment: Instant | undefined, at: Instant): void {
    this.#waiting.abort()
    this.#waiting = new AbortController()
    if (moment === undefined || this.#isOver) return
    // Called off where something has happened meanwhile.
    this.#clock.wait(moment - at, this.#waiting.signal).then(this.#again, () => {})
  }
}
