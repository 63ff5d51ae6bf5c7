import type { Clock, Instant, Millis } from '../src/core/time.ts'

interface Wait {
  /** How long it was to be, and until when by the monotonic clock. */
  ms: Millis
  until: Millis
  wake: () => void
}

/** A clock that stands still until it is told to go on; waiting costs no time. */
export class HandClock implements Clock {
  #elapsed: Millis = 0
  #waits: readonly Wait[] = []
  /** The time of day when it began; set while it goes, the Mac's clock is set. */
  offset: Instant

  constructor(now: Instant = Date.UTC(2026, 10, 21, 9)) {
    this.offset = now
  }

  now = (): Instant => this.offset + this.#elapsed

  elapsed = (): Millis => this.#elapsed

  wait = (ms: Millis, signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason)
      const wait = { ms, until: this.#elapsed + ms, wake: resolve }
      this.#waits = [...this.#waits, wait]
      const stop = () => {
        this.#waits = this.#waits.filter((one) => one !== wait)
        reject(signal.reason)
      }
      signal.addEventListener('abort', stop, { once: true })
    })

  /** Lets time pass, waking whoever waits for it, in order; work started by a waker runs before the next wakes. */
  async pass(ms: Millis): Promise<void> {
    const end = this.#elapsed + ms
    await settled()
    for (;;) {
      const [next] = this.#waits.toSorted((one, other) => one.until - other.until)
      if (!next || next.until > end) break
      this.#waits = this.#waits.filter((one) => one !== next)
      this.#elapsed = Math.max(this.#elapsed, next.until)
      next.wake()
      await settled()
    }
    this.#elapsed = end
  }

  /** Time has passed all at once, as for a Mac that slept: who was to be woken meanwhile wakes at the end of it. */
  async sleep(ms: Millis): Promise<void> {
    this.#elapsed += ms
    await this.pass(0)
  }

  get waiters(): number {
    return this.#waits.length
  }

  /** How many wait who began to wait for so long. */
  waiting = (ms: Millis): number => this.#waits.filter((wait) => wait.ms === ms).length
}

/** After every promise that could go on has gone on. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
