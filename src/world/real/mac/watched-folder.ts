import type { FSWatcher, watch } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Log } from '../../../core/log.ts'
import { mayBeOpened } from './may-be-opened.ts'

/** Logs of databases that are listened to in one folder. */
const mostLogs = 8
const mostNames = 2_000
/** Asked about at one time, so that a large folder keeps nobody waiting. */
const atOnce = 100

interface Parts {
  watch: typeof watch
  mayTouch: (path: string) => Promise<boolean>
  log?: Pick<Log, 'error'>
}

/**
 * A folder that is listened to, and every log of a database in it: a log that its writer holds open tells a Mac's folder
 * events nothing before it is closed, the file's own events (kqueue, NOTE_WRITE) tell every commit.
 */
export class WatchedFolder {
  readonly #path: string
  readonly #changed: () => void
  readonly #parts: Parts
  #watcher: FSWatcher | undefined
  readonly #logs = new Map<string, FSWatcher>()
  #seen: string | undefined
  #stopped = false
  #turn: Promise<void> = Promise.resolve()

  constructor(path: string, changed: () => void, parts: Parts) {
    this.#path = path
    this.#changed = changed
    this.#parts = parts
  }

  /** Compares the folder with the last look, and listens to what is new in it. */
  look(): Promise<void> {
    this.#turn = this.#turn
      .then(() => this.#look())
      .catch((error) => this.#parts.log?.error('watching-failed', { error }))
    return this.#turn
  }

  stop() {
    this.#stopped = true
    this.#watcher?.close()
    for (const watcher of this.#logs.values()) watcher.close()
  }

  async #look() {
    if (this.#stopped || !(await this.#parts.mayTouch(this.#path))) return
    await this.#listen()
    const names = await namesIn(this.#path)
    const armed = await this.#listenToLogs(names)
    const now = await traitsOf(this.#path, names)
    const before = this.#seen
    this.#seen = now
    if (before !== undefined && (armed || before !== now) && !this.#stopped) this.#changed()
  }

  /** An opening that is asked about first may take for ever, and `watch` opens on the thread that calls it. */
  async #listen() {
    if (this.#watcher || !(await mayBeOpened(this.#path, 'folder')) || this.#stopped) return
    this.#watcher = this.#watch(this.#path, (event, name) => {
      // Reading a store touches its shared memory: heeding that would be hearing ourselves.
      if (name?.endsWith('-shm')) return
      this.#changed()
      // A log was made, or made anew.
      if (event === 'rename' && name?.endsWith('-wal')) this.#renew(name)
    })
    this.#watcher?.on('error', () => {
      this.#watcher?.close()
      this.#watcher = undefined
    })
  }

  /** Whether one of them is new. */
  async #listenToLogs(names: readonly string[]): Promise<boolean> {
    const logs = names.filter((name) => name.endsWith('-wal')).slice(0, mostLogs)
    for (const name of this.#logs.keys()) if (!logs.includes(name)) this.#deafen(name)
    let armed = false
    for (const name of logs) {
      const path = join(this.#path, name)
      if (this.#logs.has(name) || !(await mayBeOpened(path, 'file')) || this.#stopped) continue
      const watcher = this.#watch(path, (event) => {
        this.#changed()
        if (event === 'rename') this.#renew(name)
      })
      if (!watcher) continue
      watcher.on('error', () => this.#deafen(name))
      this.#logs.set(name, watcher)
      armed = true
    }
    return armed
  }

  /** What is listened to may be a file that has no name any more. */
  #renew(name: string) {
    this.#deafen(name)
    void this.look()
  }

  #deafen(name: string) {
    this.#logs.get(name)?.close()
    this.#logs.delete(name)
  }

  #watch(path: string, heard: (event: string, name: string | null) => void): FSWatcher | undefined {
    try {
      return this.#parts.watch(path, { persistent: false }, heard)
    } catch {
      // It went away meanwhile; the next round looks again.
      return undefined
    }
  }
}

/** None where the folder cannot be read. */
async function namesIn(path: string): Promise<string[]> {
  const names = await readdir(path).catch(() => [])
  return names.filter((name) => !name.endsWith('-shm')).slice(0, mostNames)
}

/** Names, sizes and times of what stands in a folder; the same for all folders that cannot be read. */
async function traitsOf(folder: string, names: readonly string[]): Promise<string> {
  const traits: string[] = []
  for (let at = 0; at < names.length; at += atOnce)
    traits.push(...(await Promise.all(names.slice(at, at + atOnce).map((name) => traitOf(folder, name)))))
  return traits.sort().join('\n')
}

async function traitOf(folder: string, name: string): Promise<string> {
  // Gone meanwhile: that is a change, too.
  const found = await lstat(join(folder, name)).catch(() => undefined)
  return [name, found?.size, found?.mtimeMs].join(' ')
}
