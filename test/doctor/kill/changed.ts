import { deepEqual, equal, ok } from 'node:assert/strict'
import { basename } from 'node:path'
import { undo } from '../../../src/doctor/undo.ts'
import { openHistory } from '../../../src/history/history.ts'
import { realDisk } from '../../../src/world/real/hands/disk.ts'
import { type Change, changeIn } from './change.ts'
import { live } from './life.ts'
import { countdown, inParallel, leave, Places, type Snapshot, snapshot } from './places.ts'
import { type KillSubject, type Place, remediesOf } from './subject.ts'

/** How the runs of one remedy ended whose world changed before it was undone. */
export interface ChangedTally {
  subject: string
  killed: number
  'ended before the kill': number
  /** Runs in which the change had been made. */
  changed: number
  /** What was newer came back from its own receipt. */
  returned: number
}

/**
 * Kills a remedy at random instants while it is undone in a world that has changed since, and holds that both what was
 * before and what is newer are whole somewhere, that the next process puts the old back, and after that the newer.
 */
export async function killInChanged(module: string, random: number): Promise<ChangedTally> {
  const { subject } = (await import(module)) as { subject: KillSubject }
  const places = new Places(subject)
  const tally = { subject: basename(module, '.ts'), killed: 0, 'ended before the kill': 0, changed: 0, returned: 0 }
  try {
    const { root } = places
    const before = snapshot(places.place().home)
    await live({ module, root, place: places.place(), mode: 'changed' })
    const { lifetime } = await live({ module, root, place: places.place(), mode: 'changed' })
    const once = async (): Promise<boolean> => {
      const place = places.place()
      const after = lifetime * Math.random()
      const { killed } = await live({ module, root, place, mode: 'changed', dying: { after } })
      tally[killed ? 'killed' : 'ended before the kill'] += 1
      const newer = changeIn(place)
      if (newer !== undefined) {
        tally.changed += 1
        if (await bothWays(subject, place, before, newer)) tally.returned += 1
      }
      leave(place)
      return killed
    }
    await inParallel(countdown(random), async () => {
      while (!(await once()));
    })
    return tally
  } finally {
    places.clear()
  }
}

/** The old is put back, then the newer, each by the receipt that has it. */
async function bothWays(subject: KillSubject, place: Place, before: Snapshot, newer: Change): Promise<boolean> {
  const isKept = () =>
    [snapshot(place.home), snapshot(place.data)].some((all) => Object.values(all).includes(newer.sha256))
  ok(isKept(), 'what is newer is whole somewhere after the kill')
  const history = openHistory(place.database)
  try {
    const receipts = history.treatments
    const { world, ...staged } = subject.stage(place, realDisk, () => {})
    const back = (id: string) =>
      undo(id, { world, receipts, remedies: remediesOf({ world, ...staged }) }, { sure: true })
    const first = receipts.all().at(-1)
    if (first && first.outcome !== 'undone') {
      const undone = await back(first.id)
      equal(undone.is, 'undone', JSON.stringify(undone))
    }
    deepEqual(snapshot(place.home), before, 'the old is back')
    ok(isKept(), 'what is newer is whole somewhere after the undo')
    for (const { id, newerOf, outcome } of receipts.all()) {
      if (newerOf === undefined || outcome === 'undone') continue
      const undone = await back(id)
      if (undone.is === 'undone' && snapshot(place.home)[newer.path] === newer.sha256) return true
    }
    return false
  } finally {
    history.close()
  }
}
