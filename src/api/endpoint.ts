import type { z } from 'zod'
import { say, verbatim } from '../core/sentence.ts'
import { type Answer, errorAnswer, okAnswer } from './schema/answer.ts'
import { type EventName, type EventOf, events, type RequestName, requests } from './schema/table.ts'
import type { Transport } from './transport.ts'

/** What the agent's end must be able to answer: a function for every request of the table. */
export type Answers = {
  [R in RequestName]: (
    request: z.output<(typeof requests)[R]['request']>,
  ) => Answer<z.input<(typeof requests)[R]['response']>> | Promise<Answer<z.input<(typeof requests)[R]['response']>>>
}

/** The answers to some of the table's requests. */
export type AnswersTo<Topic extends Partial<Record<RequestName, unknown>>> = Pick<Answers, keyof Topic & RequestName>

/** The agent's end. It is a transport itself, for a panel in the same process. */
export interface Endpoint extends Transport {
  ask(request: string, body: unknown): Promise<Answer<unknown>>
  /** To everybody who listens, and to whoever comes later. What is not in the table's shape is left out. Never throws. */
  tell<E extends EventName>(event: E, value: EventOf<E>): void
  /** Forgets what was told: another world begins. */
  clear(): void
}

/** Told of a fault of ours. */
type Failed = (what: 'request' | 'event', name: RequestName | EventName, error?: unknown) => void

/** An event as a transport carries it. */
export interface SentEvent {
  tell: EventName
  value: unknown
}

/** `failed` is told of faults of ours: which request or event, and what was thrown, where something was. Never throws. */
export function endpointOf(answers: Answers, failed: Failed = () => {}): Endpoint {
  const newest = new Map<EventName, SentEvent>()
  const listeners = new Set<(event: unknown) => void>()
  return {
    async ask(request, body) {
      if (!isRequest(request))
        return errorAnswer('wrong-request', say('This version does not know how to answer that.'))
      return answered(request, answers[request] as (body: unknown) => unknown, body, failed)
    },
    listen(hear) {
      listeners.add(hear)
      for (const event of newest.values()) hear(event)
      return () => void listeners.delete(hear)
    },
    tell(event, value) {
      // Takes away what the table does not know: nothing private slips through by being handed over whole.
      const shaped = events[event].safeParse(value)
      // Whoever tells is at work, and must not be disturbed by a fault of ours.
      if (!shaped.success) {
        failed('event', event)
        return
      }
      const sent: SentEvent = { tell: event, value: shaped.data }
      newest.set(event, sent)
      for (const hear of [...listeners]) heard(hear, sent, failed)
    },
    clear: () => newest.clear(),
  }
}

function heard(hear: (event: unknown) => void, event: SentEvent, failed: Failed): void {
  try {
    hear(event)
  } catch (error) {
    // Whoever listens badly must not keep the others from hearing.
    failed('event', event.tell, error)
  }
}

function isRequest(name: string): name is RequestName {
  return Object.hasOwn(requests, name)
}

async function answered(
  name: RequestName,
  answer: (body: unknown) => unknown,
  body: unknown,
  failed: Failed,
): Promise<Answer<unknown>> {
  const { request, response } = requests[name]
  const read = request.safeParse(body)
  if (!read.success) return errorAnswer('wrong-request', say('What was asked could not be understood.'))
  try {
    const given = (await answer(read.data)) as Answer<unknown>
    if (!given.ok) return given
    const shaped = response.safeParse(given.value)
    if (shaped.success) return okAnswer(shaped.data)
    failed('request', name)
    return errorAnswer(
      'wrong-answer',
      say('A fault of ours: the answer to {name} is not in shape.', { name: verbatim(name) }),
    )
  } catch (error) {
    // What was thrown may hold anything: it is not handed on.
    failed('request', name, error)
    return errorAnswer('failed', say('Outbox Doctor failed by a fault of its own. Please try again.'))
  }
}
