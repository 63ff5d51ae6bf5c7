import type { Instant } from '../core/time.ts'

/** The time of the Mac that is watched: this computer's own, unless a play has a time of its own. */
export class PanelClock {
  #told = { now: Date.now(), at: Date.now(), speed: 1 }

  /** How fast it runs against this computer's. */
  get speed(): number {
    return this.#told.speed
  }

  set({ now, speed }: { now: Instant; speed: number }): void {
    this.#told = { now, at: Date.now(), speed }
  }

  now = (): Instant => this.#told.now + (Date.now() - this.#told.at) * this.#told.speed
}
