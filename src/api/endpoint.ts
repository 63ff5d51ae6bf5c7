import type { z } from 'zod'
import { type Answer, no, yes } from './schema/answer.ts'
import { type AskName, asks, type Tell, type TellName, tells } from './schema/table.ts'
import type { Line } from './transport.ts'

/** What the agent's end must be able to answer: a function for every ask of the table. */
export type Answers = {
  [A in AskName]: (
    request: z.output<(typeof asks)[A]['request']>,
  ) => Answer<z.input<(typeof asks)[A]['response']>> | Promise<Answer<z.input<(typeof asks)[A]['response']>>>
}

/** The agent's end. It is a line itself, for a panel in the same process. */
export interface Desk extends Line {
  ask(ask: string, request: unknown): Promise<Answer<unknown>>
  /** To everybody who listens, and to whoever comes later. What is not in the table's shape is left out. Never throws. */
  tell<T extends TellName>(tell: T, value: Tell<T>): void
  /** Forgets what was told: another world begins. */
  clear(): void
}

export interface Told {
  tell: TellName
  value: unknown
}

export function deskOf(answers: Answers): Desk {
  const newest = new Map<TellName, Told>()
  const hearers = new Set<(told: unknown) => void>()
  return {
    async ask(ask, request) {
      if (!isAsk(ask)) return no('wrong-request', 'This version does not know how to answer that.')
      return answered(ask, answers[ask] as (request: unknown) => unknown, request)
    },
    listen(hear) {
      hearers.add(hear)
      for (const told of newest.values()) hear(told)
      return () => void hearers.delete(hear)
    },
    tell(tell, value) {
      // Takes away what the table does not know: nothing private slips through by being handed over whole.
      const shaped = tells[tell].safeParse(value)
      // Whoever tells is at work, and must not be disturbed by a fault of ours.
      if (!shaped.success) return
      const told: Told = { tell, value: shaped.data }
      newest.set(tell, told)
      for (const hear of [...hearers]) heard(hear, told)
    },
    clear: () => newest.clear(),
  }
}

function heard(hear: (told: unknown) => void, told: Told): void {
  try {
    hear(told)
  } catch {
    // Whoever listens badly must not keep the others from hearing.
  }
}

function isAsk(name: string): name is AskName {
  return Object.hasOwn(asks, name)
}

async function answered(ask: AskName, answer: (request: unknown) => unknown, asked: unknown): Promise<Answer<unknown>> {
  const { request, response } = asks[ask]
  const read = request.safeParse(asked)
  if (!read.success) return no('wrong-request', 'What was asked could not be understood.')
  try {
    const given = (await answer(read.data)) as Answer<unknown>
    if (!given.ok) return given
    const shaped = response.safeParse(given.value)
    return shaped.success
      ? yes(shaped.data)
      : no('wrong-answer', `A fault of ours: the answer to ${ask} is not in shape.`)
  } catch {
    // What was thrown may hold anything: it stays here.
    return no('failed', 'Outbox Doctor failed by a fault of its own. Please try again.')
  }
}
