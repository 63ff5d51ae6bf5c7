/**
 * Attacks the remedies: killed while they act and while they are undone, on full and read-only disks, by two and three
 * processes at once, and undone after the world has changed. Everything happens to made-up files. The figure stands last.
 *
 *     node bench/attack/remedies.ts [kills]
 */

import { join } from 'node:path'
import { killInChanged } from '../../test/doctor/kill/changed.ts'
import { killEverywhere } from '../../test/doctor/kill/harness.ts'
import { race } from '../../test/doctor/kill/race.ts'
import { cannotWrite, fillUp, smallDisk } from '../../test/doctor/kill/small-disk.ts'

const wanted = Number(process.argv[2] ?? 500)
const subject = (name: string) => join(import.meta.dirname, '../../test/doctor/kill', `${name}.ts`)
let [tried, held, kills] = [0, 0, 0]

/** What does not hold is told, and the rest is tried all the same. */
async function attack<T>(name: string, times: (tally: T) => number, work: () => Promise<T>): Promise<void> {
  const began = performance.now()
  try {
    const tally = await work()
    tried += times(tally)
    held += times(tally)
    console.log(name, JSON.stringify(tally), `${Math.round((performance.now() - began) / 1_000)} s`)
  } catch (error) {
    tried += 1
    console.log(name, 'DID NOT HOLD:', error)
  }
}

const share = Math.ceil(wanted / 20)
const killed = (module: string, volumes: 'one volume' | 'two volumes', random: number) =>
  attack(
    'killed',
    (tally) => tally['killed at a step'] + tally['killed at random'],
    async () => {
      const tally = await killEverywhere({ module: subject(module), volumes, random })
      kills += tally['killed at a step'] + tally['killed at random']
      return tally
    },
  )
await killed('moving-files', 'one volume', 2 * share)
await killed('moving-files', 'two volumes', 2 * share)
await killed('failing-late', 'one volume', 2 * share)
for (const name of ['settings', 'export-stuck-messages', 'reset-outlook-preferences', 'rebuild-mail-index'])
  await killed(name, 'one volume', Math.ceil(share / 2))
for (const [name, times] of [
  ['moving-files', share],
  ['reset-outlook-preferences', Math.ceil(share / 2)],
  ['rebuild-mail-index', Math.ceil(share / 2)],
] as const)
  await attack(
    'killed after the world changed',
    (tally) => tally.killed,
    async () => {
      const tally = await killInChanged(subject(name), times)
      kills += tally.killed
      return tally
    },
  )
for (const processes of [2, 3])
  await attack(
    'at once',
    ({ rounds }) => rounds,
    () => race(subject('moving-files'), processes, share),
  )

const disk = smallDisk()
if (!disk) console.log('skipped: full and read-only disks, since this system lets us have no disk of our own')
else {
  await attack(
    'full disk',
    ({ rounds }) => rounds,
    () => fillUp(subject('moving-files'), disk.folder, 2 * share),
  )
  await attack(
    'read-only disk',
    () => 1,
    () => cannotWrite(subject('moving-files'), disk),
  )
  disk.close()
}
console.log(`remedies: ${held} of ${tried} attacks held, among them ${kills} kills`)
process.exitCode = held === tried && kills >= wanted ? 0 : 1
