import { watch } from 'node:fs'
import type { Log } from '../../../core/log.ts'
import type { Clock, Instant } from '../../../core/time.ts'
import { WatchedFolder } from './watched-folder.ts'

/** Several changes close together are one, and our caller has work to do for each. */
const settling = 1_000
/** A mail app that fetches a thousand messages writes all the time. */
const apart = 2_000
/** For folders that appear later, and for changes that no event tells. */
const round = 60_000

export interface FolderWatchOptions {
  /** As `fs.watch`. */
  watch?: typeof watch
  /** Whether a folder may be touched at all; asked before every look. */
  mayTouch?: (path: string) => Promise<boolean>
  /** Where our own faults are told. */
  log?: Pick<Log, 'error'>
}

/** Calls back soon after something in these folders changed; ends with the function returned. */
export function watchFolders(
  paths: readonly string[],
  clock: Clock,
  changed: () => void,
  options: FolderWatchOptions = {},
): () => void {
  const ending = new AbortController()
  const { mayTouch = async () => true, log } = options
  const parts = { watch: options.watch ?? watch, mayTouch, ...(log && { log }) }
  const folders = paths.map((path) => new WatchedFolder(path, () => settle(), parts))
  let settles = false
  let last: Instant | undefined
  const settle = () => {
    if (settles || ending.signal.aborted) return
    settles = true
    const call = () => {
      settles = false
      last = clock.elapsed()
      changed()
    }
    const pause = last === undefined ? 0 : last + apart - clock.elapsed()
    clock.wait(Math.max(settling, pause), ending.signal).then(call, () => {})
  }
  const walkRounds = async () => {
    for (;;) {
      await Promise.all(folders.map((folder) => folder.look()))
      await clock.wait(round, ending.signal)
    }
  }
  walkRounds().catch((error) => {
    if (!ending.signal.aborted) log?.error('watching-failed', { error })
  })
  return () => {
    ending.abort()
    for (const folder of folders) folder.stop()
  }
}
