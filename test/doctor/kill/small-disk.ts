import { deepEqual, equal, notEqual, ok } from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startAgent } from '../../../src/agent.ts'
import { treat } from '../../../src/doctor/treat.ts'
import { undo } from '../../../src/doctor/undo.ts'
import { type History, openHistory } from '../../../src/history/history.ts'
import { realDisk } from '../../../src/world/real/hands/disk.ts'
import { leave, Places, snapshot } from './places.ts'
import { type KillSubject, type Place, remediesOf } from './subject.ts'

const { signal } = new AbortController()
const size = 3_000_000

/** How remedies fared on a disk that was full or could not be written. */
export interface DiskTally {
  rounds: number
  /** Nothing was done, since there was no receipt. */
  refused: number
  /** Done, or put back at once. */
  treated: number
  undone: number
}

/** A small disk in memory; nothing where this system does not let us have one. */
export function smallDisk(): { folder: string; readOnly(): void; close(): void } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'outbox-doctor-disk-'))
  const mount = (...args: string[]) => execFileSync('mount', args, { stdio: 'ignore' })
  try {
    mount('-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder)
  } catch {
    rmSync(folder, { recursive: true })
    return undefined
  }
  return {
    folder,
    readOnly: () => mount('-o', 'remount,ro', folder),
    close: () => {
      execFileSync('umount', [folder], { stdio: 'ignore' })
      rmSync(folder, { recursive: true })
    },
  }
}

/**
 * Treats, and undoes, with ever more room left for our own files. Holds that the user's files are as before or as after,
 * never between, and that with room again everything can be undone.
 */
export async function fillUp(module: string, folder: string, rounds: number): Promise<DiskTally> {
  const { subject } = (await import(module)) as { subject: KillSubject }
  const places = new Places(subject, 'one volume', folder)
  const tally = { rounds, refused: 0, treated: 0, undone: 0 }
  const after = await undisturbed(subject, places)
  try {
    for (let round = 0; round < rounds; round += 1) {
      const place = places.place()
      const before = snapshot(place.home)
      const history = openHistory(place.database)
      const left = Math.floor((round / rounds) ** 2 * 800_000)
      const room = fill(place, left)
      const id = await treatIn(subject, place, history)
      tally[id === undefined ? 'refused' : 'treated'] += 1
      const now = snapshot(place.home)
      ok(
        [before, after].some((one) => JSON.stringify(one) === JSON.stringify(now)),
        `treated with ${left} bytes left`,
      )
      if (id === undefined) deepEqual(now, before)
      room()
      if (id !== undefined) {
        const full = fill(place, left % 90_000)
        await undoIn(subject, place, history, id)
        const then = snapshot(place.home)
        ok(
          [before, now].some((one) => JSON.stringify(one) === JSON.stringify(then)),
          `undone with ${left % 90_000} bytes left`,
        )
        full()
        const restored = history.treatments.find(id)?.restoredAt
        if (restored === undefined) equal(await undoIn(subject, place, history, id), 'undone')
        deepEqual(snapshot(place.home), before)
        tally.undone += 1
      }
      history.close()
      leave(place)
    }
    return tally
  } finally {
    places.clear()
  }
}

/** With a history on a disk that cannot be written, and one in memory instead: nothing of the user's is touched. */
export async function cannotWrite(module: string, disk: NonNullable<ReturnType<typeof smallDisk>>): Promise<void> {
  const { subject } = (await import(module)) as { subject: KillSubject }
  const places = new Places(subject, 'one volume', disk.folder)
  const place = places.place()
  const first = openHistory(place.database)
  const id = await treatIn(subject, place, first)
  first.close()
  const before = snapshot(place.home)
  disk.readOnly()
  const { world } = subject.stage(place, realDisk, () => {})
  const refuses = () => startAgent(world, place.database)
  let opened = true
  try {
    refuses().close()
  } catch {
    opened = false
  }
  equal(opened, false, 'a history that cannot be written is not opened')
  const memory = openHistory(':memory:')
  equal(await treatIn(subject, place, memory), undefined)
  notEqual(await undoIn(subject, place, memory, id ?? ''), 'undone')
  memory.close()
  deepEqual(snapshot(place.home), before)
  rmSync(places.root, { recursive: true })
}

async function undisturbed(subject: KillSubject, places: Places) {
  const place = places.place()
  const history = openHistory(place.database)
  await treatIn(subject, place, history)
  history.close()
  const after = snapshot(place.home)
  leave(place)
  return after
}

async function treatIn(subject: KillSubject, place: Place, { treatments }: History): Promise<string | undefined> {
  const { action, context, surgery } = subject.stage(place, realDisk, () => {})
  const treated = await treat(action, context, { ...surgery, receipts: treatments }, { signal })
  return treated.is === 'refused' ? undefined : treated.treatment.id
}

async function undoIn(subject: KillSubject, place: Place, { treatments }: History, id: string): Promise<string> {
  const staged = subject.stage(place, realDisk, () => {})
  const room = { world: staged.world, receipts: treatments, remedies: remediesOf(staged) }
  return (await undo(id, room, { sure: true })).is
}

/** Leaves so many bytes, and gives the room back when called. */
function fill({ data }: Place, left: number): () => void {
  const ballast = join(data, 'ballast')
  mkdirSync(ballast)
  const { bavail, bsize } = statfsSync(data)
  const free = bavail * bsize - left
  if (free > 0) writeFileSync(join(ballast, 'it'), Buffer.alloc(free))
  return () => {
    if (existsSync(ballast)) rmSync(ballast, { recursive: true })
  }
}
