/**
 * Healthy Macs with noise, and who is accused: `node bench/noise.ts [HOW-MANY [FIRST-SEED [watch]]]`. Each is examined
 * once, lightly or deeply, or watched for a quarter of an hour. The exit status is 1 where anybody is accused.
 */
import { examined } from '../test/world/simulated/examined.ts'
import { accusations } from '../test/world/simulated/noise/accusations.ts'
import { noisyScene } from '../test/world/simulated/noise/noisy.ts'
import { named } from '../test/world/simulated/noise/watched-noise.ts'

const [howMany = '1000', first = '1', how = 'check'] = process.argv.slice(2)
const quarter = 15 * 60_000
const counts = new Map<string, number>()
const statuses = new Map<string, number>()
let accused = 0
const began = performance.now()
for (let seed = Number(first); seed < Number(first) + Number(howMany); seed++) {
  const noisy = noisyScene(seed)
  const { causes, status } = how === 'watch' ? await named(noisy.scene, quarter) : await checked(noisy.scene)
  statuses.set(status, (statuses.get(status) ?? 0) + 1)
  const found = accusations(noisy, causes, status)
  for (const cause of found) counts.set(cause, (counts.get(cause) ?? 0) + 1)
  if (found.length === 0) continue
  accused++
  console.log(`${seed} ${found.join(', ')}${noisy.scene.deep ? ' (deep)' : ''}: ${noisy.noises.join('; ')}`)
}
const seconds = Math.round((performance.now() - began) / 1000)
console.log(
  `${howMany} healthy, ${accused} accused, in ${seconds} s`,
  Object.fromEntries(counts),
  Object.fromEntries(statuses),
)
process.exitCode = accused > 0 ? 1 : 0

async function checked(scene: Parameters<typeof examined>[0]) {
  const { diagnosis } = await examined(scene)
  return { causes: diagnosis.causes.map(({ id }) => id), status: diagnosis.status }
}
