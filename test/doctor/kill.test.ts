import { join } from 'node:path'
import { expect, test } from 'vitest'
import { killEverywhere, type Tally } from './kill/harness.ts'

const subject = (name: string) => join(import.meta.dirname, 'kill', `${name}.ts`)

test('a remedy that is killed at any step, or at any instant, can be undone', { timeout: 240_000 }, async () => {
  const tallies: Tally[] = [
    await killEverywhere(subject('moving-files'), 'one volume', 140),
    await killEverywhere(subject('moving-files'), 'two volumes', 80),
    await killEverywhere(subject('failing-late'), 'one volume', 120),
  ]
  console.table(Object.fromEntries(tallies.map(({ subject: name, ...tally }) => [name, tally])))
  const killed = tallies.map((tally) => tally['killed at a step'] + tally['killed at random'])
  expect(killed.reduce((one, other) => one + other)).toBeGreaterThanOrEqual(500)
})
