import type { Clock, Instant, Millis } from '../../core/time.ts'

export interface SimulatedClock extends Clock {
  /** The true time, by which servers date their pages; `now` is what this Mac believes. */
  truth(): Instant
  /** The Mac is set to a time that is off by so much; no other time passes by that. */
  set(offset: Millis): void
  /** Runs when so much simulated time has passed, unless the clock was stopped; gives a way to call it off. */
  after(ms: Millis, what: () => void): () => void
  /** So much time has passed all at once, as for a Mac that slept; what has become due happens soon, in its order. */
  leap(ms: Millis): void
  /** How long until something is due that somebody waits for; nothing is, where it is undefined. */
  untilNext(): Millis | undefined
  /** Nothing that waits by `after` happens any more. */
  stop(): void
}

/** A timer of Node's that were longer would go off at once. */
const longest = 2 ** 31 - 1

/** Something that happens when the clock has come so far. */
interface Due {
  at: Millis
  /** Ends with the clock; what somebody waits for ends by his own signal. */
  event: boolean
  timer: NodeJS.Timeout | undefined
  what: () => void
}

/** Time that starts at a given moment and passes `speed` times as fast as outside. `offset`: how wrong the Mac is. */
export function simulatedClock(start: Instant, offset: Millis, speed = 1): SimulatedClock {
  let off = offset
  const began = performance.now()
  let leapt = 0
  const elapsed = () => (performance.now() - began) * speed + leapt
  const dues = new Set<Due>()

  const arm = (due: Due) => {
    clearTimeout(due.timer)
    const left = Math.max(0, (due.at - elapsed()) / speed)
    const happen = () => {
      dues.delete(due)
      due.what()
    }
    due.timer = left > longest ? setTimeout(() => arm(due), longest) : setTimeout(happen, left)
  }
  const callOff = (due: Due) => {
    clearTimeout(due.timer)
    dues.delete(due)
  }
  const plan = (ms: Millis, event: boolean, what: () => void) => {
    const due: Due = { at: elapsed() + ms, event, timer: undefined, what }
    dues.add(due)
    arm(due)
    return () => callOff(due)
  }
  return {
    now: () => Math.round(start + off + elapsed()),
    truth: () => Math.round(start + elapsed()),
    elapsed,
    set: (to) => {
      off = to
    },
    after: (ms, what) => plan(ms, true, what),
    leap: (ms) => {
      leapt += ms
      // Timers that are armed for the same moment go off in the order in which they were armed.
      for (const due of [...dues].sort((one, other) => one.at - other.at)) arm(due)
    },
    untilNext: () =>
      dues.size === 0 ? undefined : Math.max(0, Math.min(...[...dues].map(({ at }) => at)) - elapsed()),
    stop: () => {
      for (const due of dues) if (due.event) callOff(due)
    },
    wait: (ms, signal) => waitUntil((what) => plan(ms, false, what), signal),
  }
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
