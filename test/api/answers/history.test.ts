import { expect, test } from 'vitest'
import { answerHistory } from '../../../src/api/answers/history.ts'
import type { WatchedSession } from '../../../src/api/answers/watched-session.ts'
import type { PastEpisode } from '../../../src/core/episode.ts'
import { render } from '../../../src/core/render.ts'
import type { Treatment } from '../../../src/core/treatment.ts'

const opened = 1_000_000
const closed = 1_600_000

const episode: PastEpisode = {
  id: 'e1',
  client: 'apple-mail',
  accounts: ['a1'],
  messages: ['m1'],
  openedAt: opened,
  closedAt: closed,
  end: 'sent',
  hosts: ['mail.example.net'],
  transitions: [],
}

/** What the story of the episode tells of a treatment. */
async function told(treatment: Partial<Treatment>): Promise<number> {
  const one = {
    id: 't1',
    remedy: 'wait',
    account: 'a1',
    causes: [],
    outcome: 'cured',
    version: 1,
    before: {},
    ...treatment,
  }
  const agent = {
    episodes: () => [episode],
    history: () => [],
    changes: () => [],
    treatments: () => [one],
  }
  const watching = { session: { agent, world: { clock: { now: () => closed + 1 } } } } as unknown as WatchedSession
  const answer = await answerHistory({ watched: () => watching }).incident({ id: 'e1' })
  if (!answer.ok) throw new Error(render(answer.error.sentence))
  return answer.value.treatments.length
}

test.each([
  ['during it', { startedAt: opened + 1, endedAt: closed - 1 }, 1],
  ['begun before the mail counted as stuck', { startedAt: opened - 60_000, endedAt: opened + 60_000 }, 1],
  ['still under way at its end', { startedAt: closed - 1 }, 1],
  ['over before it', { startedAt: opened - 60_000, endedAt: opened - 1 }, 0],
  ['begun after it', { startedAt: closed + 1, endedAt: closed + 2 }, 0],
  ['of another account', { startedAt: opened + 1, endedAt: closed - 1, account: 'a2' }, 0],
])('a treatment %s', async (_, treatment, count) => {
  expect(await told(treatment)).toBe(count)
})
