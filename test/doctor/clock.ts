import type { Clock, Instant, Millis } from '../../src/core/time.ts'

/** A clock that stands still until it is told to go on; waiting costs no time. */
export class HandClock implements Clock {
  #now: Instant
  #waiting = new Set<{ until: Instant; wake: () => void }>()

  constructor(now: Instant = Date.UTC(2026, 10, 21, 9)) {
    this.#now = now
  }

  now(): Instant {
    return this.#now
  }

  elapsed(): Millis {
    return this.#now
  }

  wait(ms: Millis, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason)
      const entry = { until: this.#now + ms, wake: resolve }
      this.#waiting.add(entry)
      signal.addEventListener('abort', () => {
        this.#waiting.delete(entry)
        reject(signal.reason)
      })
    })
  }

  /** Lets time pass, waking whoever waits for it, in order; work started by a waker runs before the next wakes. */
  async pass(ms: Millis): Promise<void> {
    const end = this.#now + ms
    await settled()
    for (;;) {
      const next = [...this.#waiting].sort((one, other) => one.until - other.until)[0]
      if (!next || next.until > end) break
      this.#waiting.delete(next)
      this.#now = next.until
      next.wake()
      await settled()
    }
    this.#now = end
  }

  get waiters(): number {
    return this.#waiting.size
  }
}

/** After every promise that could go on has gone on. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
