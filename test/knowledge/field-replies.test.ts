import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ReplyStage } from '../../src/core/reply.ts'
import { meaningOf } from '../../src/knowledge/replies.ts'
import { repliesIn } from '../../src/knowledge/reply-line.ts'
import { causeIds } from './cause-ids.ts'

interface FieldReply {
  id: string
  stage: ReplyStage | 'any'
  said: string
  /** What may be named, the best first; null: nothing. */
  right: readonly (string | null)[]
  /** Words that nobody could know may stay undecided. */
  mayBeUndecided?: boolean
}

const folder = join(import.meta.dirname, '../recordings/field')
const replies = globSync('*replies*.json', { cwd: folder })
  .sort()
  .flatMap((file) => (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { replies: FieldReply[] }).replies)

function meansOf({ stage, said }: FieldReply): string | null {
  const [reply] = repliesIn(said)
  if (!reply) throw new Error(`No reply is seen in ${said}`)
  return meaningOf({ ...reply, ...(stage !== 'any' && { stage }) }, { providers: [] })?.means ?? null
}

describe('replies from the field, whoever said them', () => {
  test('ids are unique, and only causes that exist are right', () => {
    expect(new Set(replies.map(({ id }) => id)).size).toBe(replies.length)
    for (const { id, right } of replies) for (const one of right) if (one !== null) expect(causeIds, id).toContain(one)
  })

  test.each(replies)('$id: $said', (reply) => {
    expect(reply.mayBeUndecided ? [...reply.right, null] : reply.right).toContain(meansOf(reply))
  })

  test('how many are right, undecided and wrong', () => {
    const counts = { right: 0, undecided: 0, wrong: 0 }
    for (const reply of replies) {
      const means = meansOf(reply)
      counts[reply.right.includes(means) ? 'right' : means === null ? 'undecided' : 'wrong']++
    }
    console.info(`Replies from the field: ${JSON.stringify(counts)}`)
    expect(counts.wrong).toBe(0)
    expect(counts.right / replies.length).toBeGreaterThan(0.95)
  })
})
