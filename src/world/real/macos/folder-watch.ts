import { type FSWatcher, watch } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../../../core/time.ts'

/** Several changes close together are one, and our caller has work to do for each. */
const settling = 1_000
/** For folders that appear later, and for changes that no event tells. */
const round = 60_000

/** Calls back a second after something in these folders changed; ends with the function returned. */
export function watchFolders(paths: readonly string[], clock: Clock, changed: () => void): () => void {
  const ending = new AbortController()
  const folders = paths.map((path) => new WatchedFolder(path, () => settle()))
  let settles = false
  const settle = () => {
    if (settles) return
    settles = true
    const call = () => {
      settles = false
      changed()
    }
    clock.wait(settling, ending.signal).then(call, () => {})
  }
  const walkRounds = async () => {
    for (;;) {
      await Promise.all(folders.map((folder) => folder.look()))
      await clock.wait(round, ending.signal)
    }
  }
  walkRounds().catch(() => {})
  return () => {
    ending.abort()
    for (const folder of folders) folder.stop()
  }
}

class WatchedFolder {
  readonly #path: string
  readonly #changed: () => void
  #watcher: FSWatcher | undefined
  #seen: string | undefined
  #stopped = false

  constructor(path: string, changed: () => void) {
    this.#path = path
    this.#changed = changed
    this.#listen()
  }

  /** Compares the folder with the last look. */
  async look() {
    this.#listen()
    const now = await traitsOf(this.#path)
    const before = this.#seen
    this.#seen = now
    if (before !== undefined && before !== now && !this.#stopped) this.#changed()
  }

  stop() {
    this.#stopped = true
    this.#watcher?.close()
  }

  #listen() {
    if (this.#watcher || this.#stopped) return
    try {
      this.#watcher = watch(this.#path, { persistent: false }, (_, name) => {
        // Reading a store touches its shared memory: heeding that would be hearing ourselves.
        if (!name?.endsWith('-shm')) this.#changed()
      })
      this.#watcher.on('error', () => this.#deafen())
    } catch {
      this.#deafen()
    }
  }

  #deafen() {
    this.#watcher?.close()
    this.#watcher = undefined
  }
}

/** Names, sizes and times of what stands in a folder; the same for all folders that cannot be read. */
async function traitsOf(path: string): Promise<string> {
  try {
    const names = (await readdir(path)).filter((name) => !name.endsWith('-shm')).slice(0, 2_000)
    const traits = await Promise.all(names.map((name) => traitOf(path, name)))
    return traits.sort().join('\n')
  } catch {
    return ''
  }
}

async function traitOf(folder: string, name: string): Promise<string> {
  const found = await lstat(join(folder, name)).catch(() => undefined)
  return [name, found?.size, found?.mtimeMs].join(' ')
}
