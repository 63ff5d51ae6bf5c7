import { setImmediate } from 'node:timers/promises'

/** At most this long nobody else gets to do anything: a person who cancels waits no longer than 200 ms. */
const longestMs = 40

/** Lets everybody else do something now and then, and stops where the signal aborts. */
export function breathing(signal: AbortSignal): () => Promise<void> {
  let last = performance.now()
  return async () => {
    signal.throwIfAborted()
    if (performance.now() - last < longestMs) return
    await setImmediate()
    signal.throwIfAborted()
    last = performance.now()
  }
}
