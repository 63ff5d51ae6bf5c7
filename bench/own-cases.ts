/** Cases of our own making with their right answers, and what is answered: `node bench/own-cases.ts [PART-OF-A-NAME]`. */
import { examined } from '../test/world/simulated/examined.ts'
import { type Judged, judged, ownCases } from '../test/world/simulated/own-cases.ts'

const [part = ''] = process.argv.slice(2)
const counts: Record<Judged, number> = { right: 0, near: 0, undecided: 0, wrong: 0, misleading: 0 }
for (const one of ownCases().filter(({ kind, name }) => `${kind} ${name}`.includes(part))) {
  const { diagnosis } = await examined(one.scene)
  const verdict = judged(one, diagnosis)
  counts[verdict]++
  if (verdict === 'right') continue
  const named = diagnosis.causes.map(({ id, weight }) => `${id} ${weight.toFixed(2)}`).join(', ')
  const undecided = diagnosis.undecided.map(({ id }) => id).join(', ')
  console.log(`${verdict} ${one.kind}: ${one.name}`)
  console.log(`   right: ${one.right.join(', ')}; named: ${named || 'none'}; undecided: ${undecided || 'none'}`)
}
console.log(counts)
