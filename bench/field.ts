import { readFileSync } from 'node:fs'
import type { ReplyStage } from '../src/core/reply.ts'
import { meaningOf } from '../src/knowledge/replies.ts'
import { repliesIn } from '../src/knowledge/reply-line.ts'
import { countsOf, explained, type Outcome, outcomeOf, ownCounts } from '../test/knowledge/own-replies.ts'
import { countsWithStrangers } from '../test/knowledge/strangers.ts'

/**
 * How what servers say and people paste is judged: right, undecided, wrong. `node bench/field.ts [FILE…]` prints what is
 * not right of the inputs from the field, and counts them, the cases of our own, and the rows of providers thrown at
 * strangers. A file holds `replies` or `pastes`, as those in `test/recordings/field` do.
 */
interface Field {
  replies?: readonly { id?: string; stage: ReplyStage | 'any'; said: string; right: readonly (string | null)[] }[]
  pastes?: readonly { text: string; right: readonly (string | null)[] }[]
}

const folder = new URL('../test/recordings/field/', import.meta.url)
const given = process.argv.slice(2)
const ofField = ['replies.json', 'wrapped-replies.json', 'more-replies.json', 'fresh-replies.json', 'pasted.json']

for (const file of given.length > 0 ? given : ofField) {
  const { replies = [], pastes = [] } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Field
  const outcomes = [
    ...replies.map(({ stage, said, right }) => told(said, right, meansAt(stage, said))),
    ...pastes.map(({ text, right }) => told(text, right, explained(text))),
  ]
  console.log(file, countsOf(outcomes))
}
console.log('cases of our own', ownCounts())
console.log('rows of providers thrown at strangers', countsWithStrangers())

function meansAt(stage: ReplyStage | 'any', said: string): string | null {
  const [reply] = repliesIn(said)
  return (reply && meaningOf({ ...reply, ...(stage !== 'any' && { stage }) }, { providers: [] })?.means) ?? null
}

function told(text: string, right: readonly (string | null)[], means: string | null): Outcome {
  const outcome = outcomeOf(means, right)
  if (outcome !== 'right') console.log(`${outcome}: ${means}; right: ${right.join(', ')}\n   ${text}`)
  return outcome
}
