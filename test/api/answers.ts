import type { Answers } from '../../src/api/endpoint.ts'
import { errorAnswer, okAnswer } from '../../src/api/schema/answer.ts'
import { type EventOf, requests } from '../../src/api/schema/table.ts'
import { foreignName } from '../../src/core/sentence.ts'

export const state: EventOf<'state'> = {
  status: 'stuck',
  since: 1,
  online: true,
  clients: [],
  waiting: [{ id: 'm', client: 'outlook', account: 'a', since: 1, size: 5, stuck: true, subject: '<b>Hello</b>' }],
  episodes: [],
  unseen: [],
}

/** An agent that knows nothing, but what a test gives it. */
export function answersOf(own: Partial<Answers>): Answers {
  const none = Object.keys(requests).map((ask) => [ask, () => errorAnswer('unavailable', foreignName('Not here.'))])
  return { ...(Object.fromEntries(none) as unknown as Answers), state: () => okAnswer(state), ...own }
}
