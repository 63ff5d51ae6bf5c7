import type { NamedCause } from '../core/diagnosis.ts'
import type { Episode } from '../core/episode.ts'
import { render } from '../core/render.ts'
import { byteCount, joinSentences, listOf, type Sentence, say, verbatim } from '../core/sentence.ts'
import type { State, WaitingMessage } from '../core/state.ts'
import type { Instant } from '../core/time.ts'
import { fullClientName } from './client-name.ts'
import { clockTime, durationWords } from './time-words.ts'

/** One thing that has changed, in a sentence; `event` is stable, for programs. */
export interface StateChange {
  event:
    | 'watching'
    | 'unseen'
    | 'seen'
    | 'offline'
    | 'online'
    | 'paused'
    | 'resumed'
    | 'arrived'
    | 'left'
    | 'opened'
    | 'looking'
    | 'named'
    | 'unnamed'
    | 'closed'
    | 'clear'
  line: Sentence
  client?: string
  episode?: string
  cause?: string
}

/**
 * What is worth a line between two states, in the order in which one would tell it. `cause`: the one that was told last
 * and still holds; nobody wants to hear it twice.
 */
export function stateChanges(before: State, after: State, at: Instant, cause?: string): StateChange[] {
  return [
    ...watching(before, after),
    ...sight(before, after),
    ...surroundings(before, after),
    ...mailLeft(before, after),
    ...mailArrived(before, after),
    ...episodesOpened(before, after, at, cause),
    ...(cause === undefined ? looking(before, after) : []),
    ...named(before, after, cause),
    ...episodesClosed(before, after),
    ...clear(before, after),
  ]
}

/** The cause to hand to the next `narrate`, after this was told. */
export function lastCauseTold(told: readonly StateChange[], { status }: State, before?: string): string | undefined {
  const last = told.findLast(({ event }) => event === 'named' || event === 'unnamed')
  if (status === 'clear') return undefined
  return last ? last.cause : before
}

function watching(before: State, after: State): StateChange[] {
  if (before.clients.length > 0 || after.clients.length === 0) return []
  const watched = after.clients.filter(({ accounts }) => accounts.length > 0)
  const named = watched.map(({ name, accounts }) =>
    say('{client} ({accounts})', {
      client: verbatim(name),
      accounts: say('{count} accounts', { count: accounts.length }),
    }),
  )
  const line =
    named.length > 0
      ? say('Watching {clients}.', { clients: listOf(named) })
      : say('There is no mail account to watch yet.')
  return [{ event: 'watching', line }]
}

function sight(before: State, after: State): StateChange[] {
  // What cannot be seen for a moment, after a wake or in another network, is no news.
  const hidden = ({ unseen, headline }: State) =>
    headline && headline.is !== 'unseen' ? [] : unseen.filter(({ outbox }) => outbox)
  const isNew = (some: State, client: string) => !hidden(some).some((one) => one.client === client)
  const lost = hidden(after).filter(({ client }) => isNew(before, client))
  const found = hidden(before).filter(({ client }) => isNew(after, client))
  return [
    ...lost.map(({ client, why }): StateChange => {
      const own = { client: fullClientName(client), why: why }
      return { event: 'unseen', client, line: say('The outbox of {client} cannot be seen: {why}', own) }
    }),
    ...found.map(({ client }): StateChange => {
      const line = say('The outbox of {client} can be seen again.', { client: fullClientName(client) })
      return { event: 'seen', client, line }
    }),
  ]
}

function surroundings(before: State, after: State): StateChange[] {
  const told: StateChange[] = []
  if (before.online && !after.online) told.push({ event: 'offline', line: say('This Mac is offline.') })
  if (!before.online && after.online) told.push({ event: 'online', line: say('This Mac is online again.') })
  const { pausedUntil } = after
  if (before.pausedUntil === undefined && pausedUntil !== undefined)
    told.push({ event: 'paused', line: say('Paused until {time}.', { time: verbatim(clockTime(pausedUntil)) }) })
  if (before.pausedUntil !== undefined && pausedUntil === undefined)
    told.push({ event: 'resumed', line: say('Watching again.') })
  return told
}

/** Those that belong to an episode are told by its end. */
function mailLeft(before: State, after: State): StateChange[] {
  const isThere = ({ id }: WaitingMessage) => after.waiting.some((one) => one.id === id)
  const isInEpisode = ({ id }: WaitingMessage) => before.episodes.some(({ messages }) => messages.includes(id))
  const left = before.waiting.filter((message) => !isThere(message) && !isInEpisode(message))
  if (left.length === 0) return []
  // Sent, taken back or deleted: from outside all three look the same.
  return [{ event: 'left', line: say('{count} messages are no longer in the outbox.', { count: left.length }) }]
}

function mailArrived(before: State, after: State): StateChange[] {
  const known = new Set(before.waiting.map(({ id }) => id))
  const fresh = after.waiting.filter(({ id, stuck }) => !known.has(id) && !stuck)
  const clients = [...new Set(fresh.map(({ client }) => client))]
  return clients.map((client) => {
    const own = fresh.filter((one) => one.client === client)
    const bytes = own.reduce((sum, { size }) => sum + size, 0)
    const waits = { count: own.length, client: fullClientName(client) }
    const line =
      bytes >= 100_000
        ? say('{count} messages wait in the outbox of {client} ({size}).', { ...waits, size: byteCount(bytes) })
        : say('{count} messages wait in the outbox of {client}.', waits)
    return { event: 'arrived', client, line }
  })
}

function episodesOpened(before: State, after: State, at: Instant, cause: string | undefined): StateChange[] {
  const known = new Set(before.episodes.map(({ id }) => id))
  return after.episodes
    .filter(({ id }) => !known.has(id))
    .map(({ id, client, messages }) => {
      const own = after.waiting.filter((message) => messages.includes(message.id))
      const since = Math.min(at, ...own.map((message) => message.since))
      const waiting = {
        count: Math.max(1, own.length),
        span: durationWords(at - since),
        client: fullClientName(client),
      }
      const line =
        cause === undefined
          ? say('{count} messages have been waiting for {span} in {client}: something holds them up.', waiting)
          : say('{count} messages have been waiting for {span} in {client}.', waiting)
      return { event: 'opened', client, episode: id, line }
    })
}

/** The pulse between episodes, and a second look at a cause that is known, are nobody's business. */
function looking(before: State, after: State): StateChange[] {
  const worth = ({ examining, diagnosis }: State) => {
    if (!examining || examining.why === 'pulse') return undefined
    return examining.why === 'asked' || !diagnosis?.causes.length ? examining.account : undefined
  }
  const now = worth(after)
  return now !== undefined && now !== worth(before) ? [{ event: 'looking', line: say('Looking…') }] : []
}

function named(before: State, after: State, told: string | undefined): StateChange[] {
  const { diagnosis } = after
  if (!diagnosis || diagnosis.at === before.diagnosis?.at) return []
  const [first] = diagnosis.causes
  const stuck = after.episodes.find(({ accounts }) => accounts.includes(diagnosis.account))
  const episode = stuck && { episode: stuck.id }
  const toldBefore = before.diagnosis?.account === diagnosis.account ? before.diagnosis.causes[0]?.id : undefined
  if (first)
    return first.id === toldBefore || first.id === told
      ? []
      : [{ event: 'named', ...episode, cause: first.id, line: inWords(first) }]
  if (!stuck || (before.diagnosis && toldBefore === undefined)) return []
  return [{ event: 'unnamed', ...episode, line: say('Nothing was found that could hold it up; we look again soon.') }]
}

function inWords({ title, plain }: NamedCause): Sentence {
  return joinSentences([title, plain].filter((words) => render(words) !== ''))
}

function episodesClosed(before: State, after: State): StateChange[] {
  const episode = after.lastEpisode
  if (!episode || episode.id === before.lastEpisode?.id) return []
  const known = before.episodes.find(({ id }) => id === episode.id)
  return known ? [{ event: 'closed', client: episode.client, episode: episode.id, line: inTheEnd(episode, after) }] : []
}

function inTheEnd({ openedAt, closedAt = openedAt, end, messages }: Episode, { episodes }: State): Sentence {
  const took = { span: durationWords(closedAt - openedAt) }
  if (end === 'ignored') return say('What still waits is left alone, as you asked.')
  if (end === 'sent' && episodes.length === 0)
    return say('{count} messages left at {time}. It took {span}.', {
      ...took,
      count: Math.max(1, messages.length),
      time: verbatim(clockTime(closedAt)),
    })
  return episodes.length === 0
    ? say('Nothing is stuck any more. It took {span}.', took)
    : say('That mail is no longer stuck. It took {span}.', took)
}

function clear(before: State, after: State): StateChange[] {
  const quietly = before.status === 'clear' || before.status === 'waiting'
  return after.status === 'clear' && !quietly
    ? [{ event: 'clear', line: say('Nothing stands in the way of your mail.') }]
    : []
}
