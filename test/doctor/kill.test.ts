import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { killInChanged } from './kill/changed.ts'
import { killEverywhere, type Tally } from './kill/harness.ts'
import { race } from './kill/race.ts'
import { cannotWrite, fillUp, smallDisk } from './kill/small-disk.ts'

// A part of what bench/attack/remedies.ts does.

const subject = (name: string) => join(import.meta.dirname, 'kill', `${name}.ts`)
const timeout = 480_000

test('a remedy that is killed at any step, or at any instant, can be undone', { timeout }, async () => {
  const some = { random: 3, stride: 4 }
  const tallies: Tally[] = [
    await killEverywhere({ module: subject('reset-outlook-preferences'), ...some }),
    await killEverywhere({ module: subject('rebuild-mail-index'), ...some }),
    await killEverywhere({ module: subject('export-stuck-messages'), ...some }),
    await killEverywhere({ module: subject('moving-files'), random: 12, stride: 2 }),
    await killEverywhere({ module: subject('moving-files'), volumes: 'two volumes', random: 12, stride: 2 }),
    await killEverywhere({ module: subject('failing-late'), random: 12, stride: 2 }),
  ]
  console.table(Object.fromEntries(tallies.map(({ subject: name, ...tally }) => [name, tally])))
  const undisturbed = tallies.map((tally) => tally.undisturbed)
  expect(undisturbed).toEqual([...Array(5).fill('no effect'), 'failed'])
  const killed = tallies.map((tally) => tally['killed at a step'] + tally['killed at random'])
  expect(killed.reduce((one, other) => one + other)).toBeGreaterThanOrEqual(150)
})

test('settings half-way written are known to the receipt, and put back', { timeout }, async () => {
  const tally = await killEverywhere({ module: subject('settings'), random: 20 })
  console.table(tally)
  expect(tally.undisturbed).toBe('no effect')
  // Three properties, each before and after it was written, done and undone.
  expect(tally['killed at a step']).toBeGreaterThanOrEqual(12)
  expect(tally['killed at random']).toBe(20)
})

test.each(['bypass-proxy', 'network-name-servers', 'prefer-ipv4'])(
  'a setting of this Mac that %s was killed over is the old one again',
  { timeout },
  async (name) => {
    const tally = await killEverywhere({ module: subject(name), random: 4 })
    console.table(tally)
    expect(tally.undisturbed).toBe('no effect')
    // One setting, before and after it was written, done and undone, and what the receipt is told around it.
    expect(tally['killed at a step']).toBeGreaterThanOrEqual(10)
    expect(tally.undone).toBeGreaterThanOrEqual(8)
  },
)

test('a password that was given half-way is given again, whole, and stays in no file of ours', {
  timeout,
}, async () => {
  const tally = await killEverywhere({ module: subject('update-password'), random: 8 })
  console.table(tally)
  expect(tally.undisturbed).toBe('no effect')
  expect(tally['killed at a step']).toBeGreaterThanOrEqual(8)
  expect(tally['acted again']).toBeGreaterThanOrEqual(7)
})

test.each([
  ['moving-files', 12],
  ['reset-outlook-preferences', 3],
  ['rebuild-mail-index', 3],
])('%s loses nothing, killed while it is undone in a world that has changed', { timeout }, async (name, times) => {
  const tally = await killInChanged(subject(name), times)
  console.table(tally)
  expect(tally).toMatchObject({ killed: times, returned: tally.changed })
  expect(tally.changed).toBeGreaterThanOrEqual(times)
})

test.each([2, 3])('of %d processes that begin at once, one acts', { timeout }, async (processes) => {
  expect(await race(subject('moving-files'), processes, 6)).toMatchObject({ rounds: 6 })
})

const disk = smallDisk()

test.skipIf(!disk)(
  'on a disk that is full, and on one that cannot be written, nothing is lost',
  { timeout },
  async () => {
    if (!disk) return
    onTestFinished(() => disk.close())
    const { refused, treated, undone } = await fillUp(subject('moving-files'), disk.folder, 20)
    expect([refused + treated, undone]).toEqual([20, treated])
    expect(refused).toBeGreaterThan(0)
    expect(undone).toBeGreaterThan(0)
    await cannotWrite(subject('moving-files'), disk)
  },
)
