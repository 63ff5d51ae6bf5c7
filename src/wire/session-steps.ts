import type { Millis } from '../core/time.ts'
import type { TlsRange } from '../core/world.ts'
import type { CapabilitiesResult, GreetingResult, LineServer, SecuringResult, Transcript } from './conversation.ts'
import { detectProtocol, isMasked } from './detect-protocol.ts'
import { type Engine, isPositive, type ReplyOutcome, type ServerOffer } from './engine.ts'
import { hasKeyword } from './keywords.ts'
import type { WireSession } from './session.ts'

/** The result of each step of a session, as soon as it is reached. */
export class StepResults {
  readonly secured = Promise.withResolvers<SecuringResult | undefined>()
  readonly greeted = Promise.withResolvers<GreetingResult | undefined>()
  readonly capable = Promise.withResolvers<CapabilitiesResult | undefined>()
  readonly ended = Promise.withResolvers<Transcript>()

  /** What was not reached by now will not be. */
  settle(transcript: Transcript): void {
    this.secured.resolve(undefined)
    this.greeted.resolve(undefined)
    this.capable.resolve(undefined)
    this.ended.resolve({ steps: [...transcript.steps] })
  }
}

export interface SessionSteps {
  session: WireSession
  engine: Engine
  server: LineServer
  results: StepResults
  versions?: TlsRange
  since(): Millis
}

/** Takes the steps in the order of the configured security. True at the end, where a goodbye is due. */
export async function runSessionSteps(steps: SessionSteps): Promise<boolean> {
  const { server, results } = steps
  if (server.security === 'tls' && !(await encrypt(steps, {}))) return false
  if (server.security === 'none') results.secured.resolve({ mode: 'none' })
  const greeting = await greet(steps)
  if (!greeting) return false
  const offer = greeting.keywords.length > 0 ? greeting : await steps.engine.offer(steps.session)
  const before = server.security === 'starttls' ? offer.keywords : []
  if (server.security === 'starttls' && isPositive(offer.outcome)) return upgrade(steps, before, offer.stray)
  results.capable.resolve(capable(before, server.security === 'starttls' ? [] : offer.keywords, offer))
  return 'reply' in offer.outcome
}

/** STARTTLS or STLS, the handshake, and the capabilities again, which differ by design. */
async function upgrade(steps: SessionSteps, before: readonly string[], stray: string | undefined): Promise<boolean> {
  const { engine, session, results } = steps
  const offered = hasKeyword(before, engine.startTls)
  const said = offered ? await engine.askForTls(session) : undefined
  if (!said || !isPositive(said)) {
    const how = !said ? {} : 'reply' in said ? { refusal: said.reply } : { broken: said.broken }
    results.secured.resolve({ mode: 'starttls', offered, ...how })
    results.capable.resolve({ before, after: [], ...(stray !== undefined && { stray }) })
    return !said || 'reply' in said
  }
  if (!(await encrypt(steps, { offered }))) {
    results.capable.resolve({ before, after: [], ...(stray !== undefined && { stray }) })
    return false
  }
  const offer = await engine.offer(session)
  const more = offer.stray ?? stray
  results.capable.resolve(
    capable(before, offer.keywords, { outcome: offer.outcome, ...(more !== undefined && { stray: more }) }),
  )
  return 'reply' in offer.outcome
}

async function encrypt(
  { session, server, results, versions }: SessionSteps,
  more: { offered?: boolean },
): Promise<boolean> {
  const handshake = await session.secure(versions)
  results.secured.resolve({ mode: server.security, handshake, ...more })
  return handshake.outcome === 'secured'
}

/** The greeting, where it bids us welcome. */
async function greet({ session, engine, results, since }: SessionSteps): Promise<ServerOffer | undefined> {
  const offer = await engine.greeting(session)
  const greeted = judge(offer.outcome, engine)
  results.greeted.resolve({ ...greeted, ms: Math.round(since()) })
  return greeted.outcome === 'greeted' ? offer : undefined
}

function judge(said: ReplyOutcome, engine: Engine): Omit<GreetingResult, 'ms'> {
  if ('reply' in said) {
    const { reply } = said
    const welcome = engine.welcomes(reply)
    if (welcome === undefined) return { outcome: 'foreign', reply, speaks: 'unknown', masked: false }
    return { outcome: welcome ? 'greeted' : 'refused', reply, masked: isMasked(reply.text) }
  }
  const words = said.heard ? { speaks: detectProtocol(said.heard) } : {}
  return said.broken === 'garbled'
    ? { outcome: 'foreign', masked: false, ...words }
    : { outcome: said.broken, masked: false, ...words }
}

function capable(
  before: readonly string[],
  after: readonly string[],
  { outcome, stray }: Pick<ServerOffer, 'outcome' | 'stray'>,
): CapabilitiesResult {
  if ('broken' in outcome) return { before, after, broken: outcome.broken }
  return isPositive(outcome)
    ? { before, after, ...(stray !== undefined && { stray }) }
    : { before, after, refusal: outcome.reply }
}
