import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { openHistory } from '../../../src/history/history.ts'
import type { KillSubject, Place } from './subject.ts'

/** Where the subject's files and ours are: on one volume, or on two. */
export type Volumes = 'one volume' | 'two volumes'

/** What every file below a folder holds, by its path there. */
export type Snapshot = Readonly<Record<string, string>>

const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** Fresh homes, and histories that know nothing. */
export class Places {
  readonly root = mkdtempSync(join(memory, 'outbox-doctor-kill-'))
  /** What is ours to clear, besides. */
  readonly #own: string
  readonly #second: string
  readonly #blank: string
  readonly #subject: KillSubject
  #made = 0

  /** `data`: where our own files are to be, unless beside the subject's. */
  constructor(subject: KillSubject, volumes: Volumes = 'one volume', data?: string) {
    this.#subject = subject
    this.#own = volumes === 'two volumes' ? mkdtempSync(join(tmpdir(), 'outbox-doctor-kill-')) : this.root
    this.#second = data ?? this.#own
    this.#blank = join(this.root, 'blank.sqlite')
    openHistory(this.#blank).close()
  }

  place(): Place {
    this.#made += 1
    const home = join(this.root, `home ${this.#made}`)
    const data = join(this.#second, `data ${this.#made}`)
    const database = join(data, 'history.sqlite')
    mkdirSync(home)
    mkdirSync(data)
    copyFileSync(this.#blank, database)
    const place = { home, data, database }
    this.#subject.layOut(place)
    return place
  }

  clear(): void {
    for (const folder of [this.root, this.#own]) rmSync(folder, { recursive: true, force: true })
  }
}

export function leave({ home, data }: Place): void {
  rmSync(home, { recursive: true })
  rmSync(data, { recursive: true })
}

export function snapshot(folder: string): Snapshot {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = names.map((name) => join(folder, name)).filter((path) => lstatSync(path).isFile())
  return Object.fromEntries(files.sort().map((path) => [relative(folder, path), digest(path)]))
}

export function digest(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

export function* countdown(from: number): Generator<number> {
  for (let left = from; left > 0; left -= 1) yield left
}

/** On a few lanes; after the first failure no new work is begun, and what was begun has ended. */
export async function inParallel<T>(items: Iterable<T>, work: (item: T) => Promise<unknown>): Promise<void> {
  const rest = Iterator.from(items)
  let failed: { error: unknown } | undefined
  const lane = async () => {
    for (let next = rest.next(); !next.done && !failed; next = rest.next())
      await work(next.value).catch((error: unknown) => {
        failed ??= { error }
      })
  }
  await Promise.all(Array.from({ length: 4 }, lane))
  if (failed) throw failed.error
}
