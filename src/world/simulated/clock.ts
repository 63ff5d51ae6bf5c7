import type { Clock, Instant, Millis } from '../../core/time.ts'

export interface SimulatedClock extends Clock {
  /** The true time, by which servers date their pages; `now` is what this Mac believes. */
  truth(): Instant
  /** Runs when so much simulated time has passed, unless the clock was stopped; gives a way to call it off. */
  after(ms: Millis, what: () => void): () => void
  /** Nothing that waits by `after` happens any more. */
  stop(): void
}

/** Time that starts at a given moment and passes `speed` times as fast as outside. `offset`: how wrong the Mac is. */
export function simulatedClock(start: Instant, offset: Millis, speed = 1): SimulatedClock {
  const began = performance.now()
  const timers = new Set<NodeJS.Timeout>()
  const elapsed = () => (performance.now() - began) * speed
  const after = (ms: Millis, what: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      what()
    }, ms / speed)
    timers.add(timer)
    return () => {
      clearTimeout(timer)
      timers.delete(timer)
    }
  }
  return {
    now: () => Math.round(start + offset + elapsed()),
    truth: () => Math.round(start + elapsed()),
    elapsed,
    after,
    stop: () => {
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
    },
    wait: (ms, signal) => waitUntil(ms / speed, signal),
  }
}

function waitUntil(ms: Millis, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal.addEventListener('abort', stop, { once: true })
  })
}
