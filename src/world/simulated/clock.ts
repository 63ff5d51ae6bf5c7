import type { Clock, Instant, Millis } from '../../core/time.ts'

export interface SimulatedClock extends Clock {
  /** The true time, by which servers date their pages; `now` is what this Mac believes. */
  truth(): Instant
  /** Runs when so much simulated time has passed, unless the clock was stopped; gives a way to call it off. */
  after(ms: Millis, what: () => void): () => void
  /** So much time has passed all at once, as for a Mac that slept; what has become due happens soon, in its order. */
  leap(ms: Millis): void
  /** Nothing that waits by `after` happens any more. */
  stop(): void
}

/** A timer of Node's that were longer would go off at once. */
const longest = 2 ** 31 - 1

/** Something that happens when the clock has come so far. */
interface Due {
  at: Millis
  timer: NodeJS.Timeout | undefined
  what: () => void
}

/** Time that starts at a given moment and passes `speed` times as fast as outside. `offset`: how wrong the Mac is. */
export function simulatedClock(start: Instant, offset: Millis, speed = 1): SimulatedClock {
  const began = performance.now()
  let leapt = 0
  const elapsed = () => (performance.now() - began) * speed + leapt
  const events = new Set<Due>()
  const waits = new Set<Due>()

  const arm = (due: Due, among: Set<Due>) => {
    clearTimeout(due.timer)
    const left = Math.max(0, (due.at - elapsed()) / speed)
    const happen = () => {
      among.delete(due)
      due.what()
    }
    due.timer = left > longest ? setTimeout(() => arm(due, among), longest) : setTimeout(happen, left)
  }
  const plan = (ms: Millis, among: Set<Due>, what: () => void) => {
    const due: Due = { at: elapsed() + ms, timer: undefined, what }
    among.add(due)
    arm(due, among)
    return () => {
      clearTimeout(due.timer)
      among.delete(due)
    }
  }
  return {
    now: () => Math.round(start + offset + elapsed()),
    truth: () => Math.round(start + elapsed()),
    elapsed,
    after: (ms, what) => plan(ms, events, what),
    leap: (ms) => {
      leapt += ms
      for (const among of [events, waits]) for (const due of inOrder(among)) arm(due, among)
    },
    stop: () => {
      for (const { timer } of events) clearTimeout(timer)
      events.clear()
    },
    wait: (ms, signal) => waitUntil((what) => plan(ms, waits, what), signal),
  }
}

/** Timers that are armed for the same moment go off in the order in which they were armed. */
function inOrder(dues: Iterable<Due>): Due[] {
  return [...dues].sort((one, other) => one.at - other.at)
}

function waitUntil(plan: (what: () => void) => () => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const callOff = plan(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    })
    const stop = () => {
      callOff()
      reject(signal.reason)
    }
    signal.addEventListener('abort', stop, { once: true })
  })
}
