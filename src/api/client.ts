import { z } from 'zod'
import { type Answer, anyAnswer, no, yes } from './schema/answer.ts'
import { type AskName, asks, type Request, type Response, type Tell, type TellName, tells } from './schema/table.ts'
import type { Line } from './transport.ts'

/** The panel's end: `panel.ask.offers({ account })`. Never rejects. */
export interface Panel {
  readonly ask: { readonly [A in AskName]: (...request: Args<A>) => Promise<Answer<Response<A>>> }
  /** The newest of everything first. `reached`: whether the agent can be heard. The returned function ends it. */
  listen(hearers: Hearers): () => void
}

/** An ask without a request is called without one. */
type Args<A extends AskName> = Record<never, never> extends Request<A> ? [request?: Request<A>] : [request: Request<A>]

export type Hearers = { readonly [T in TellName]?: (value: Tell<T>) => void } & { reached?: (is: boolean) => void }

const told = z.object({ tell: z.enum(Object.keys(tells) as [TellName, ...TellName[]]), value: z.unknown() })

export function panelOn(line: Line): Panel {
  const names = Object.keys(asks) as AskName[]
  const ask = Object.fromEntries(names.map((name) => [name, (request: unknown = {}) => put(line, name, request)]))
  return {
    // Every name of the table and nothing else stands in it.
    ask: ask as unknown as Panel['ask'],
    listen: (hearers) => line.listen((heard) => hand(heard, hearers), hearers.reached),
  }
}

async function put(line: Line, name: AskName, request: unknown): Promise<Answer<unknown>> {
  let heard: unknown
  try {
    heard = await line.ask(name, request)
  } catch {
    return no('no-connection', 'Outbox Doctor cannot be reached just now.')
  }
  const answer = anyAnswer.safeParse(heard)
  if (!answer.success) return no('wrong-answer', 'What came back could not be understood.')
  if (!answer.data.ok) return answer.data
  const value = asks[name].response.safeParse(answer.data.value)
  return value.success ? yes(value.data) : no('wrong-answer', 'What came back could not be understood.')
}

/** What cannot be understood is passed over: the next push replaces it. */
function hand(heard: unknown, hearers: Hearers): void {
  const envelope = told.safeParse(heard)
  if (!envelope.success) return
  const { tell } = envelope.data
  const value = tells[tell].safeParse(envelope.data.value)
  const hear = hearers[tell] as ((value: unknown) => void) | undefined
  if (value.success) hear?.(value.data)
}
