import { join } from 'node:path'
import { expect, test } from 'vitest'
import { killEverywhere, type Tally } from './kill/harness.ts'

const subject = (name: string) => join(import.meta.dirname, 'kill', `${name}.ts`)

test('a remedy that is killed at any step, or at any instant, can be undone', { timeout: 480_000 }, async () => {
  const tallies: Tally[] = [
    await killEverywhere(subject('reset-outlook-preferences'), 'one volume', 12),
    await killEverywhere(subject('rebuild-mail-index'), 'one volume', 12),
    await killEverywhere(subject('export-stuck-messages'), 'one volume', 12),
    await killEverywhere(subject('moving-files'), 'one volume', 65),
    await killEverywhere(subject('moving-files'), 'two volumes', 65),
    await killEverywhere(subject('failing-late'), 'one volume', 65),
  ]
  console.table(Object.fromEntries(tallies.map(({ subject: name, ...tally }) => [name, tally])))
  const undisturbed = tallies.map((tally) => tally.undisturbed)
  expect(undisturbed).toEqual([...Array(5).fill('no effect'), 'failed'])
  const killed = tallies.map((tally) => tally['killed at a step'] + tally['killed at random'])
  expect(killed.reduce((one, other) => one + other)).toBeGreaterThanOrEqual(500)
})
