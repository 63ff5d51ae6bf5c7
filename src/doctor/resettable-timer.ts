import type { Clock, Millis } from '../core/time.ts'

/** One timer at a time: setting it takes the last one back. */
export interface ResettableTimer {
  set(after: Millis): void
  stop(): void
}

export function resettableTimer(clock: Clock, ring: () => void): ResettableTimer {
  let timer: AbortController | undefined
  const stop = () => {
    timer?.abort()
    timer = undefined
  }
  return {
    stop,
    set(after) {
      stop()
      const own = new AbortController()
      timer = own
      clock.wait(after, own.signal).then(
        () => {
          if (timer !== own) return
          timer = undefined
          ring()
        },
        () => {},
      )
    },
  }
}
