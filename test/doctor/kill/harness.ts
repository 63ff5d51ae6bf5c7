import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { expect } from 'vitest'
import { interrupted } from '../../../src/doctor/interrupted.ts'
import { treat } from '../../../src/doctor/treat.ts'
import { undo } from '../../../src/doctor/undo.ts'
import { openHistory } from '../../../src/history/history.ts'
import { realDisk } from '../../../src/world/real/hands/disk.ts'
import { type KillSubject, type Place, remediesOf } from './subject.ts'

/** How the runs of one remedy ended. */
export interface Tally {
  subject: string
  /** How it ends when nobody disturbs it. */
  undisturbed: string
  /** Places between two changes, treating and undoing. */
  steps: number
  'killed at a step': number
  'killed at random': number
  'ended before the kill': number
  /** What was found afterwards. */
  'no receipt': number
  'under way': number
  ended: number
  /** Undone by the next process. */
  undone: number
  /** Temporary files of ours that stayed. */
  leftovers: number
}

const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
const child = join(import.meta.dirname, 'child.ts')

/** One run of the child. */
interface Life {
  killed: boolean
  /** What it did, where it came to its end. */
  steps: readonly string[]
  /** From when it was ready to begin. */
  lifetime: number
}

/** Where the subject's files and ours are: on one volume, or on two. */
export type Volumes = 'one volume' | 'two volumes'

/**
 * Lives a remedy's life again and again, killed at each step of it and at random instants, and holds each time that
 * every file is as before or as after, that the receipt and the list say which, and that undoing restores all.
 */
export async function killEverywhere(module: string, volumes: Volumes, random: number): Promise<Tally> {
  const { subject } = (await import(module)) as { subject: KillSubject }
  const test = new Killing(module, subject, volumes)
  try {
    return await test.run(random)
  } finally {
    test.clear()
  }
}

type Snapshot = Readonly<Record<string, string>>

class Killing {
  readonly #module: string
  readonly #subject: KillSubject
  readonly #volumes: Volumes
  readonly #root = mkdtempSync(join(memory, 'outbox-doctor-kill-'))
  readonly #second: string
  readonly #blank: string
  #places = 0

  constructor(module: string, subject: KillSubject, volumes: Volumes) {
    this.#module = module
    this.#subject = subject
    this.#volumes = volumes
    this.#second = volumes === 'two volumes' ? mkdtempSync(join(tmpdir(), 'outbox-doctor-kill-')) : this.#root
    this.#blank = join(this.#root, 'blank.sqlite')
    openHistory(this.#blank).close()
  }

  async run(random: number): Promise<Tally> {
    const before = snapshot(this.#place().home)
    const { after, outcome } = await this.#after()
    await this.#live(this.#place())
    const { steps, lifetime } = await this.#live(this.#place())
    const tally: Tally = {
      subject: `${this.#module.split('/').at(-1)?.replace('.ts', '')}, ${this.#volumes}`,
      undisturbed: outcome,
      steps: steps.length,
      'killed at a step': 0,
      'killed at random': 0,
      'ended before the kill': 0,
      'no receipt': 0,
      'under way': 0,
      ended: 0,
      undone: 0,
      leftovers: 0,
    }
    const once = async (name: string, dying: { step: number } | { after: number }) => {
      const place = this.#place()
      const { killed } = await this.#live(place, dying)
      if ('step' in dying) expect(killed, name).toBe(true)
      tally[!killed ? 'ended before the kill' : 'step' in dying ? 'killed at a step' : 'killed at random'] += 1
      await this.#examine(place, before, after, name, tally)
      rmSync(place.home, { recursive: true })
      rmSync(place.data, { recursive: true })
      return killed
    }
    await inParallel(steps.entries(), ([index, name]) => once(`step ${index + 1}: ${name}`, { step: index + 1 }))
    await inParallel(countdown(random), async () => {
      while (!(await once('at random', { after: Math.random() * lifetime })));
    })
    return tally
  }

  clear(): void {
    for (const folder of [this.#root, this.#second]) rmSync(folder, { recursive: true, force: true })
  }

  /** A fresh home, and a history that knows nothing. */
  #place(): Place {
    this.#places += 1
    const home = join(this.#root, `home ${this.#places}`)
    const data = join(this.#second, `data ${this.#places}`)
    const database = join(data, 'history.sqlite')
    mkdirSync(home)
    mkdirSync(data)
    copyFileSync(this.#blank, database)
    const place = { home, data, database }
    this.#subject.layOut(place)
    return place
  }

  /** How the files are when it has acted and nobody disturbed it; one that then fails puts them back at once. */
  async #after(): Promise<{ after: Snapshot; outcome: string }> {
    const place = this.#place()
    const { action, consultation, surgery } = this.#subject.stage(place, realDisk, () => {})
    const history = openHistory(place.database)
    const { signal } = new AbortController()
    let acted: Snapshot | undefined
    const { undo: back } = action
    const observed: typeof action = {
      ...action,
      ...(back && {
        undo: {
          ...back,
          async putBack(...args) {
            acted = snapshot(place.home)
            await back.putBack(...args)
          },
        },
      }),
    }
    const treated = await treat(observed, consultation, { ...surgery, receipts: history.treatments }, { signal })
    history.close()
    if (treated.is === 'refused') throw new Error(treated.why)
    return { after: acted ?? snapshot(place.home), outcome: treated.treatment.outcome }
  }

  #live(place: Place, dying: { step?: number; after?: number } = {}): Promise<Life> {
    const args = [child, this.#module, JSON.stringify(place), String(dying.step ?? '')]
    const env = { ...process.env, ...temporary(this.#root) }
    const life = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    let began = 0
    const hear = (text: Buffer) => {
      said += text
      if (began > 0) return
      began = performance.now()
      if (dying.after !== undefined) setTimeout(() => life.kill('SIGKILL'), dying.after)
    }
    life.stdout.on('data', hear)
    life.stderr.on('data', hear)
    return new Promise((resolve, reject) => {
      life.on('error', reject)
      life.on('close', (code, signal) => {
        const lifetime = performance.now() - began
        if (signal === 'SIGKILL') return resolve({ killed: true, steps: [], lifetime })
        if (code !== 0) return reject(new Error(`The child failed: ${said}`))
        resolve({ killed: false, steps: JSON.parse(said.trim().split('\n').at(-1) ?? ''), lifetime })
      })
    })
  }

  async #examine(place: Place, before: Snapshot, after: Snapshot, name: string, tally: Tally): Promise<void> {
    const found = snapshot(place.home)
    const aside = { ...copiesOf(this.#subject.copied ?? [], place), ...holdLists(place, name) }
    for (const path of new Set([...Object.keys(before), ...Object.keys(after)])) {
      // What stands in no place of its own stands, as it was, where the list says.
      const now = found[path] ?? aside[path]
      expect([before[path], after[path]], `${name}: ${path}`).toContain(now)
    }
    const strange = Object.keys(found).filter((path) => !(path in before) && !(path in after))
    expect(
      strange.filter((path) => !path.endsWith('part')),
      name,
    ).toEqual([])
    tally.leftovers += strange.length
    holdLists(place, name)

    const history = openHistory(place.database)
    const receipts = history.treatments
    const [treatment, ...more] = receipts.all()
    expect(more, name).toEqual([])
    if (!treatment) {
      tally['no receipt'] += 1
      expect(found, name).toEqual(before)
    } else {
      const cutOff = interrupted(receipts)
      tally[cutOff.length > 0 ? 'under way' : 'ended'] += 1
      expect(cutOff.length, name).toBe(treatment.outcome === 'under way' ? 1 : 0)
      if (treatment.restoredAt === undefined) {
        const staged = this.#subject.stage(place, realDisk, () => {})
        // Nobody noted how it was left by one that was cut off: a person has to be sure.
        const room = { world: staged.world, receipts, remedies: remediesOf(staged) }
        const undone = await undo(treatment.id, room, { sure: true })
        expect(undone, `${name}: ${JSON.stringify(undone)}`).toMatchObject({ is: 'undone' })
        tally.undone += 1
      }
      expect(snapshot(place.home), name).toEqual(before)
      this.#subject.holds?.(place)
    }
    history.close()
  }
}

/** What a child leaves behind besides, such as copies of databases, goes with its root. */
function temporary(root: string) {
  return { NODE_COMPILE_CACHE: join(root, 'compiled'), NODE_NO_WARNINGS: '1', TMPDIR: root }
}

/** Each file of a list is whole where it came from, or where the list says. Gives those that are aside. */
function holdLists({ home, data }: Place, name: string): Snapshot {
  const kept = join(data, 'Set aside')
  const aside: Record<string, string> = {}
  if (!existsSync(kept)) return aside
  for (const path of readdirSync(kept, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('manifest.json')) continue
    const folder = join(kept, path, '..')
    const { files } = JSON.parse(readFileSync(join(kept, path), 'utf8'))
    for (const { from, name: file, sha256 } of files) {
      const places = [join(folder, file), join(home, from.slice(2))]
      const digests = places.filter((one) => existsSync(one)).map(digest)
      expect(digests, `${name}: ${from} is in one of two places`).toContain(sha256)
      if (existsSync(join(folder, file))) aside[from.slice(2)] = sha256
    }
  }
  return aside
}

function copiesOf(paths: readonly string[], { data }: Place): Snapshot {
  const kept = join(data, 'Set aside')
  const all = existsSync(kept) ? readdirSync(kept, { recursive: true, encoding: 'utf8' }) : []
  const copyOf = (path: string) => all.find((one) => basename(one) === basename(path))
  return Object.fromEntries(
    paths.flatMap((path) => {
      const copy = copyOf(path)
      return copy === undefined ? [] : [[path, digest(join(kept, copy))]]
    }),
  )
}

function snapshot(folder: string): Snapshot {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = names.map((name) => join(folder, name)).filter((path) => lstatSync(path).isFile())
  return Object.fromEntries(files.sort().map((path) => [relative(folder, path), digest(path)]))
}

function digest(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

function* countdown(from: number): Generator<number> {
  for (let left = from; left > 0; left -= 1) yield left
}

/** On a few lanes; after the first failure no new work is begun, and what was begun has ended. */
async function inParallel<T>(items: Iterable<T>, work: (item: T) => Promise<unknown>): Promise<void> {
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
