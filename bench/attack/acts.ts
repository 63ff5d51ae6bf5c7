/**
 * Kills the acts that set something in a mail app or on the Mac, at random moments from their receipt on: while they
 * act, are checked and are undone. After the next start every setting is the old one or the new one, the receipt says which, and nothing is lost.
 * Everything happens to made-up settings. The figure stands last.
 *
 *     node bench/attack/acts.ts [kills]
 */

import { join } from 'node:path'
import { killEverywhere } from '../../test/doctor/kill/harness.ts'

const wanted = Number(process.argv[2] ?? 500)
/** Out of every ten kills: settings of an app are written one after another, and may be half-way. */
const shares = {
  settings: 4,
  'update-password': 3,
  'bypass-proxy': 1,
  'network-name-servers': 1,
  'prefer-ipv4': 1,
} as const

let [atRandom, atSteps, broken] = [0, 0, 0]
for (const [name, share] of Object.entries(shares)) {
  const module = join(import.meta.dirname, '../../test/doctor/kill', `${name}.ts`)
  const began = performance.now()
  try {
    const tally = await killEverywhere({ module, random: Math.ceil((wanted * share) / 10), from: 'receipt' })
    atRandom += tally['killed at random']
    atSteps += tally['killed at a step']
    console.log(JSON.stringify(tally), `${Math.round((performance.now() - began) / 1_000)} s`)
  } catch (error) {
    broken += 1
    console.log(name, 'DID NOT HOLD:', error)
  }
}
console.log(
  `acts: ${atRandom} kills at random moments, each with a receipt, and ${atSteps} between two steps, of ${Object.keys(shares).length} acts; ${broken} did not hold`,
)
process.exitCode = broken === 0 && atRandom >= wanted ? 0 : 1
