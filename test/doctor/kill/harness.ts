import { deepEqual, equal, ok } from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { render } from '../../../src/core/render.ts'
import type { Receipts } from '../../../src/core/treatment.ts'
import { closeHarmlessInterrupted, interruptedTreatments } from '../../../src/doctor/interrupted.ts'
import { treat } from '../../../src/doctor/treat.ts'
import { undo } from '../../../src/doctor/undo.ts'
import { openHistory } from '../../../src/history/history.ts'
import { realDisk } from '../../../src/world/real/hands/disk.ts'
import { live } from './life.ts'
import { countdown, digest, inParallel, leave, Places, type Snapshot, snapshot, type Volumes } from './places.ts'
import { type KillSubject, type Place, remediesOf, type Staged } from './subject.ts'

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
  /** Without a way back: done to its end by the next process. */
  'acted again': number
  /** Temporary files of ours that stayed. */
  leftovers: number
}

export interface KillRequest {
  /** The path of a module that exports a `subject`. */
  module: string
  volumes?: Volumes
  /** How many are killed at random instants. */
  random: number
  /** From when on these instants are drawn: from where it is ready to begin, unless told. */
  from?: 'receipt'
  /** Only every so many steps are died at; every one unless told. */
  stride?: number
}

/**
 * Lives a remedy's life again and again, killed at each step of it and at random instants, and holds each time that
 * every file is as before or as after, that the receipt and the list say which, and that undoing restores all.
 */
export async function killEverywhere(request: KillRequest): Promise<Tally> {
  const { subject } = (await import(request.module)) as { subject: KillSubject }
  const test = new Killing(subject, request)
  try {
    return await test.run()
  } finally {
    test.clear()
  }
}

class Killing {
  readonly #request: KillRequest
  readonly #subject: KillSubject
  readonly #places: Places

  constructor(subject: KillSubject, request: KillRequest) {
    this.#request = request
    this.#subject = subject
    this.#places = new Places(subject, request.volumes)
  }

  async run(): Promise<Tally> {
    const { module, volumes = 'one volume', random, from: mode = 'straight', stride = 1 } = this.#request
    const { root } = this.#places
    const before = snapshot(this.#places.place().home)
    const { after, outcome } = await this.#after()
    await live({ module, root, place: this.#places.place() })
    const { steps, lifetime } = await live({ module, root, place: this.#places.place(), mode })
    const tally: Tally = {
      subject: `${basename(module, '.ts')}, ${volumes}`,
      undisturbed: outcome,
      steps: steps.length,
      'killed at a step': 0,
      'killed at random': 0,
      'ended before the kill': 0,
      'no receipt': 0,
      'under way': 0,
      ended: 0,
      undone: 0,
      'acted again': 0,
      leftovers: 0,
    }
    const once = async (name: string, dying: { step: number } | { after: number }) => {
      const place = this.#places.place()
      const { killed } = await live({ module, root, place, mode, dying })
      if ('step' in dying) equal(killed, true, name)
      tally[!killed ? 'ended before the kill' : 'step' in dying ? 'killed at a step' : 'killed at random'] += 1
      const receipt = await this.#examine(place, before, after, name, tally)
      if (mode === 'receipt' && 'after' in dying) ok(receipt, `${name}: no receipt`)
      leave(place)
      return killed
    }
    const dyings = [...steps.entries()].filter(([index]) => index % stride === 0)
    await inParallel(dyings, ([index, name]) => once(`step ${index + 1}: ${name}`, { step: index + 1 }))
    await inParallel(countdown(random), async () => {
      while (!(await once('at random', { after: Math.random() * lifetime })));
    })
    return tally
  }

  clear(): void {
    this.#places.clear()
  }

  /** How the files are when it has acted and nobody disturbed it; one that then fails puts them back at once. */
  async #after(): Promise<{ after: Snapshot; outcome: string }> {
    const place = this.#places.place()
    const { action, context, surgery } = this.#subject.stage(place, realDisk, () => {})
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
    const treated = await treat(observed, context, { ...surgery, receipts: history.treatments }, { signal })
    history.close()
    if (treated.is === 'refused') throw new Error(render(treated.why))
    return { after: acted ?? snapshot(place.home), outcome: treated.treatment.outcome }
  }

  /** Whether there was a receipt. */
  async #examine(place: Place, before: Snapshot, after: Snapshot, name: string, tally: Tally): Promise<boolean> {
    const found = snapshot(place.home)
    const aside = { ...copiesOf(this.#subject.copied ?? [], place), ...holdLists(place, name) }
    for (const path of new Set([...Object.keys(before), ...Object.keys(after)])) {
      // What stands in no place of its own stands, as it was, where the list says.
      const now = found[path] ?? aside[path]
      ok([before[path], after[path]].includes(now), `${name}: ${path}`)
    }
    const strange = Object.keys(found).filter((path) => !(path in before) && !(path in after))
    deepEqual(
      strange.filter((path) => !path.endsWith('part')),
      [],
      name,
    )
    tally.leftovers += strange.length
    holdLists(place, name)

    const history = openHistory(place.database)
    const receipts = history.treatments
    const [treatment, ...more] = receipts.all()
    deepEqual(more, [], name)
    if (!treatment) {
      tally['no receipt'] += 1
      deepEqual(found, before, name)
    } else {
      const cutOff = interruptedTreatments(receipts)
      tally[cutOff.length > 0 ? 'under way' : 'ended'] += 1
      equal(cutOff.length, treatment.outcome === 'under way' ? 1 : 0, name)
      const staged = this.#subject.stage(place, realDisk, () => {})
      if (!staged.action.undo) {
        await this.#actsAgain(staged, receipts, after, place, name)
        tally['acted again'] += 1
        history.close()
        return true
      }
      if (treatment.restoredAt === undefined) {
        // Nobody noted how it was left by one that was cut off: a person has to be sure.
        const room = { world: staged.world, receipts, remedies: remediesOf(staged) }
        const undone = await undo(treatment.id, room, { sure: true })
        equal(undone.is, 'undone', `${name}: ${JSON.stringify(undone)}`)
        tally.undone += 1
      }
      deepEqual(snapshot(place.home), before, name)
      this.#subject.holds?.(place)
    }
    history.close()
    return treatment !== undefined
  }

  /** What cannot be put back has an end with the next start, and keeps nobody from doing it anew, whole. */
  async #actsAgain(staged: Staged, receipts: Receipts, after: Snapshot, place: Place, name: string): Promise<void> {
    const { action, context, surgery } = staged
    closeHarmlessInterrupted(receipts, remediesOf(staged), 1)
    equal(interruptedTreatments(receipts).length, 0, name)
    ok(
      receipts.all().every(({ outcome }) => outcome === 'failed' || outcome === 'no effect'),
      name,
    )
    this.#subject.holds?.(place)
    const { signal } = new AbortController()
    const again = await treat(action, context, { ...surgery, receipts }, { signal })
    equal(again.is, 'treated', `${name}: ${JSON.stringify(again)}`)
    deepEqual(snapshot(place.home), after, name)
    this.#subject.holds?.(place)
  }
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
      ok(digests.includes(sha256), `${name}: ${from} is in one of two places`)
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
