import type { Clock, Millis } from '../core/time.ts'

/** One timer at a time: setting it takes the last one back. */
export interface Alarm {
  set(after: Millis): void
  stop(): void
}

export function alarmOn(clock: Clock, ring: () => void): Alarm {
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
