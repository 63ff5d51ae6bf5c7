import { readFileSync } from 'node:fs'
import type { Stage } from '../src/core/reply.ts'
import { meaningOf } from '../src/knowledge/replies.ts'
import { repliesIn } from '../src/knowledge/reply-line.ts'

/** How the replies of the field are judged: right, undecided, wrong. `node bench/field.ts [FILE…]` prints what is not right. */
interface Field {
  replies: readonly { id: string; stage: Stage | 'any'; said: string; right: readonly (string | null)[] }[]
}

const folder = new URL('../test/recordings/field/', import.meta.url)
const files =
  process.argv.length > 2
    ? process.argv.slice(2)
    : ['replies.json', 'wrapped-replies.json', 'more-replies.json', 'fresh-replies.json']
for (const file of files) {
  const { replies } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Field
  const counts = { right: 0, undecided: 0, wrong: 0 }
  for (const { id, stage, said, right } of replies) {
    const [reply] = repliesIn(said)
    const found = reply && meaningOf({ ...reply, ...(stage !== 'any' && { stage }) }, { providers: [] })
    const means = found?.means ?? null
    const verdict = right.includes(means) ? 'right' : means === null ? 'undecided' : 'wrong'
    counts[verdict]++
    if (verdict !== 'right')
      console.log(`${verdict} ${id}: ${means} by ${found?.id}; right: ${right.join(', ')}\n   ${said}`)
  }
  console.log(file, counts)
}
