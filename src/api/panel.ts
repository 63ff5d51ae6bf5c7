import { z } from 'zod'
import { say } from '../core/sentence.ts'
import { type Answer, anyAnswer, errorAnswer, okAnswer } from './schema/answer.ts'
import {
  type EventName,
  type EventOf,
  events,
  type RequestName,
  type RequestOf,
  type ResponseOf,
  requests,
} from './schema/table.ts'
import type { Transport } from './transport.ts'

/** The panel's end: `panel.ask.offers({ account })`. Never rejects. */
export interface Panel {
  readonly ask: { readonly [R in RequestName]: (...body: Body<R>) => Promise<Answer<ResponseOf<R>>> }
  /** The newest of everything first. `reached`: whether the agent can be heard. The returned function ends it. */
  listen(listeners: Listeners): () => void
}

/** A request with nothing in it is sent without a body. */
type Body<R extends RequestName> =
  Record<never, never> extends RequestOf<R> ? [body?: RequestOf<R>] : [body: RequestOf<R>]

type Listeners = { readonly [E in EventName]?: (value: EventOf<E>) => void } & { reached?: (is: boolean) => void }

const sentEvent = z.object({ tell: z.enum(Object.keys(events) as [EventName, ...EventName[]]), value: z.unknown() })

export function panelOn(transport: Transport): Panel {
  const names = Object.keys(requests) as RequestName[]
  const ask = Object.fromEntries(names.map((name) => [name, (body: unknown = {}) => put(transport, name, body)]))
  return {
    // Every name of the table and nothing else stands in it.
    ask: ask as unknown as Panel['ask'],
    listen: (listeners) => transport.listen((event) => hand(event, listeners), listeners.reached),
  }
}

async function put(transport: Transport, name: RequestName, body: unknown): Promise<Answer<unknown>> {
  let heard: unknown
  try {
    heard = await transport.ask(name, body)
  } catch {
    return errorAnswer('no-connection', say('Outbox Doctor cannot be reached just now.'))
  }
  const answer = anyAnswer.safeParse(heard)
  if (!answer.success) return errorAnswer('wrong-answer', say('What came back could not be understood.'))
  if (!answer.data.ok) return answer.data
  const value = requests[name].response.safeParse(answer.data.value)
  return value.success
    ? okAnswer(value.data)
    : errorAnswer('wrong-answer', say('What came back could not be understood.'))
}

/** What cannot be understood is passed over: the next event replaces it. */
function hand(heard: unknown, listeners: Listeners): void {
  const event = sentEvent.safeParse(heard)
  if (!event.success) return
  const { tell } = event.data
  const value = events[tell].safeParse(event.data.value)
  const hear = listeners[tell] as ((value: unknown) => void) | undefined
  if (value.success) hear?.(value.data)
}
