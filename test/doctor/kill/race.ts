import { deepEqual, equal, ok } from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { undo } from '../../../src/doctor/undo.ts'
import { openHistory } from '../../../src/history/history.ts'
import { realDisk } from '../../../src/world/real/hands/disk.ts'
import { live } from './life.ts'
import { leave, Places, snapshot } from './places.ts'
import { type KillSubject, remediesOf } from './subject.ts'

/** How often several processes began at once, and how many treatments came of it. */
export interface RaceTally {
  processes: number
  rounds: number
  treatments: number
}

/**
 * Lets several processes treat and undo the same at the same moment, and holds that no two act at once, that every
 * receipt has an end, and that in the end everything is as before.
 */
export async function race(module: string, processes: number, rounds: number): Promise<RaceTally> {
  const { subject } = (await import(module)) as { subject: KillSubject }
  const places = new Places(subject)
  let treatments = 0
  try {
    for (let round = 0; round < rounds; round += 1) {
      const place = places.place()
      const before = snapshot(place.home)
      const lives = Array.from({ length: processes }, () => live({ module, place, root: places.root, mode: 'race' }))
      await Promise.race([setTimeout(400), Promise.all(lives)])
      writeFileSync(join(place.data, 'go'), '')
      await Promise.all(lives)
      const history = openHistory(place.database)
      const receipts = history.treatments
      const all = receipts.all()
      ok(all.length > 0, 'somebody treated')
      equal(all.filter(({ outcome }) => outcome === 'under way').length, 0)
      const staged = subject.stage(place, realDisk, () => {})
      for (const { id, restoredAt } of all)
        if (restoredAt === undefined)
          await undo(id, { world: staged.world, receipts, remedies: remediesOf(staged) }, { sure: true })
      history.close()
      deepEqual(snapshot(place.home), before)
      treatments += all.length
      leave(place)
    }
    return { processes, rounds, treatments }
  } finally {
    places.clear()
  }
}
