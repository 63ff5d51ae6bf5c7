import type { MacEvent } from '../../../core/mac-powers.ts'
import type { Millis } from '../../../core/time.ts'
import type { SimulatedClock } from '../clock.ts'

type Listener = (event: MacEvent) => void

// As the real watch does it, so that a network that flaps is not told ten times.
const pause: Millis = 2_000

/** Tells everybody who watches the Mac what happens to it. */
export class MacEvents {
  readonly #clock: SimulatedClock
  readonly #listeners = new Set<Listener>()
  #lastNetwork = Number.NEGATIVE_INFINITY
  #pending = false

  constructor(clock: SimulatedClock) {
    this.#clock = clock
  }

  readonly watch = (listener: Listener): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  tell(event: MacEvent): void {
    if (event.is === 'network') this.#tellNetwork()
    else this.#send(event)
  }

  #tellNetwork(): void {
    if (this.#pending) return
    const due = this.#lastNetwork + pause - this.#clock.elapsed()
    this.#pending = true
    if (due <= 0) this.#sendNetwork()
    else this.#clock.after(due, () => this.#sendNetwork())
  }

  #sendNetwork(): void {
    this.#pending = false
    this.#lastNetwork = this.#clock.elapsed()
    this.#send({ is: 'network' })
  }

  #send(event: MacEvent): void {
    for (const listener of this.#listeners) listener(event)
  }
}
