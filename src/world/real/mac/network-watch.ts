import type { NativeAddon } from '../../../../native/index.d.ts'
import type { Log } from '../../../core/log.ts'
import type { Clock, Millis } from '../../../core/time.ts'
import type { StartChild } from './child.ts'
import { WatchStream } from './parse/watch-stream.ts'
import { tools } from './tools.ts'

/** A Wi-Fi change alone gives several events. */
const settling = 2_000
const shortestPause = 1_000
const longestPause = 600_000
/** One that ran so long has not failed to start. */
const longRun = 60_000

/**
 * Calls back when the state of the network or of its resolvers changed, at most every two seconds. Two programs of the
 * system block until then, so that nothing is polled; one that dies is started again, after a growing pause. Where the
 * addon is at hand, it tells too, also of what those do not: that data has become expensive.
 */
export function watchNetwork(
  start: StartChild,
  clock: Clock,
  changed: () => void,
  addon?: Pick<NativeAddon, 'watchPath'>,
  log?: Pick<Log, 'error'>,
): () => void {
  const ending = new AbortController()
  let settles = false
  const settle = () => {
    if (settles || ending.signal.aborted) return
    settles = true
    const call = () => {
      settles = false
      changed()
    }
    clock.wait(settling, ending.signal).then(call, () => {})
  }
  for (const what of ['--nwi', '--dns'])
    keepWatching(start, what, clock, settle, ending.signal).catch((error) => {
      if (!ending.signal.aborted) log?.error('watching-failed', { error })
    })
  // It is told of the present path first.
  let told = false
  const stopPath = addon?.watchPath(() => {
    if (told) settle()
    told = true
  })
  return () => {
    ending.abort()
    stopPath?.()
  }
}

async function keepWatching(start: StartChild, what: string, clock: Clock, settle: () => void, signal: AbortSignal) {
  let pause: Millis = shortestPause
  for (;;) {
    signal.throwIfAborted()
    const began = clock.elapsed()
    await listenOnce(start, what, settle, signal)
    if (clock.elapsed() - began > longRun) pause = shortestPause
    await clock.wait(pause, signal)
    pause = Math.min(pause * 2, longestPause)
    // Something may have changed while nobody listened.
    settle()
  }
}

async function listenOnce(start: StartChild, what: string, settle: () => void, signal: AbortSignal) {
  const stream = new WatchStream()
  const child = start(tools.scutil, ['-W', what], (piece) => {
    if (stream.push(piece) > 0) settle()
  })
  signal.addEventListener('abort', child.kill, { once: true })
  await child.ended
  signal.removeEventListener('abort', child.kill)
}
