import { CalledOff } from '../core/called-off.ts'
import type { ObservationWithSubjects } from '../core/client.ts'
import { isFault } from '../core/is-fault.ts'
import type { Log } from '../core/log.ts'
import type { ClientId } from '../core/mail.ts'
import { Unknown } from '../core/probe.ts'
import { type Sentence, say, verbatim, withTexts } from '../core/sentence.ts'
import { withoutAddresses } from '../core/text.ts'
import type { Clock, Millis } from '../core/time.ts'
import { outOfBudget, withinBudget } from './within-budget.ts'

/** A mail app that can be looked at. */
export interface WatchedClient {
  readonly id: ClientId
  readonly name: string
  /** A message that waits can be opened in it. */
  readonly showsMessages?: boolean
  /** Folders whose changes are a reason to look. */
  readonly watches: readonly string[]
  look(signal: AbortSignal): Promise<ObservationWithSubjects>
}

// A script has 20 s of its own; a look takes several.
const lookTimeoutMs: Millis = 60_000

/**
 * Looks at one mail app, one look at a time. A call during a look means one more after it. A look that throws or
 * hangs is told as an outbox that could not be seen, and as long as a hanging one has not come back there is no other.
 */
export function clientPoller(
  client: WatchedClient,
  clock: Clock,
  signal: AbortSignal,
  log: Pick<Log, 'error'>,
  seen: (observation: ObservationWithSubjects) => void,
): () => Promise<void> {
  let underWay: Promise<void> | undefined
  let again = false
  let hanging = false
  let last: ObservationWithSubjects | undefined

  const blind = (why: Sentence): ObservationWithSubjects => ({
    ...last,
    client: client.id,
    at: clock.now(),
    accounts: last?.accounts ?? [],
    outbox: { seen: false, why },
    unseen: [why],
  })

  async function lookOnce(): Promise<void> {
    if (hanging) return seen(blind(say('{name} has not answered yet.', { name: verbatim(client.name) })))
    const own = new AbortController()
    const work = Promise.resolve(AbortSignal.any([signal, own.signal])).then((either) => client.look(either))
    try {
      const observation = await withinBudget(clock, lookTimeoutMs, signal, work)
      if (signal.aborted) return
      if (observation !== outOfBudget) {
        last = observation
        return seen(observation)
      }
      hanging = true
      const back = () => {
        hanging = false
      }
      work.then(back, back)
      seen(blind(say('Looking into {name} took too long.', { name: verbatim(client.name) })))
    } catch (error) {
      if (signal.aborted) return
      if (isFault(error)) log.error('look-failed', { of: client, error })
      seen(blind(reasonOf(error, client.name)))
    } finally {
      own.abort(new CalledOff('The look has ended.'))
    }
  }

  async function lookUntilCalm(): Promise<void> {
    do {
      again = false
      await lookOnce()
    } while (again && !signal.aborted)
    underWay = undefined
  }

  return () => {
    if (underWay) again = true
    else underWay = lookUntilCalm()
    return underWay ?? Promise.resolve()
  }
}

function reasonOf(error: unknown, name: string): Sentence {
  if (error instanceof Unknown) return withTexts(error.words, (text) => withoutAddresses(text))
  const text = error instanceof Error ? error.message : String(error)
  return say('Looking into {name} failed by a fault of ours: {text}', {
    name: verbatim(name),
    text: verbatim(withoutAddresses(text, 120)),
  })
}
