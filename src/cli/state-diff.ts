import type { NamedCause } from '../core/diagnosis.ts'
import type { Episode } from '../core/episode.ts'
import { megabytes, plainCount } from '../core/quantities.ts'
import { render } from '../core/render.ts'
import type { State, WaitingMessage } from '../core/state.ts'
import type { Instant } from '../core/time.ts'
import { clockTime, durationWords, fullClientName, listWords } from './time-words.ts'

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
  line: string
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
  const named = watched.map(({ name, accounts }) => `${name} (${plainCount(accounts.length, 'account')})`)
  const line = named.length > 0 ? `Watching ${listWords(named)}.` : 'There is no mail account to watch yet.'
  return [{ event: 'watching', line }]
}

function sight(before: State, after: State): StateChange[] {
  const hidden = (state: State) => state.unseen.filter(({ outbox }) => outbox)
  const isNew = (some: State, client: string) => !hidden(some).some((one) => one.client === client)
  const lost = hidden(after).filter(({ client }) => isNew(before, client))
  const found = hidden(before).filter(({ client }) => isNew(after, client))
  return [
    ...lost.map(({ client, why }): StateChange => {
      const line = `The outbox of ${fullClientName(client)} cannot be seen: ${render(why)}`
      return { event: 'unseen', client, line }
    }),
    ...found.map(({ client }): StateChange => {
      return { event: 'seen', client, line: `The outbox of ${fullClientName(client)} can be seen again.` }
    }),
  ]
}

function surroundings(before: State, after: State): StateChange[] {
  const told: StateChange[] = []
  if (before.online && !after.online) told.push({ event: 'offline', line: 'This Mac is offline.' })
  if (!before.online && after.online) told.push({ event: 'online', line: 'This Mac is online again.' })
  const { pausedUntil } = after
  if (before.pausedUntil === undefined && pausedUntil !== undefined)
    told.push({ event: 'paused', line: `Paused until ${clockTime(pausedUntil)}.` })
  if (before.pausedUntil !== undefined && pausedUntil === undefined)
    told.push({ event: 'resumed', line: 'Watching again.' })
  return told
}

/** Those that belong to an episode are told by its end. */
function mailLeft(before: State, after: State): StateChange[] {
  const isThere = ({ id }: WaitingMessage) => after.waiting.some((one) => one.id === id)
  const isInEpisode = ({ id }: WaitingMessage) => before.episodes.some(({ messages }) => messages.includes(id))
  const left = before.waiting.filter((message) => !isThere(message) && !isInEpisode(message))
  if (left.length === 0) return []
  // Sent, taken back or deleted: from outside all three look the same.
  const are = left.length === 1 ? 'A message is' : `${left.length} messages are`
  return [{ event: 'left', line: `${are} no longer in the outbox.` }]
}

function mailArrived(before: State, after: State): StateChange[] {
  const known = new Set(before.waiting.map(({ id }) => id))
  const fresh = after.waiting.filter(({ id, stuck }) => !known.has(id) && !stuck)
  const clients = [...new Set(fresh.map(({ client }) => client))]
  return clients.map((client) => {
    const own = fresh.filter((one) => one.client === client)
    const bytes = own.reduce((sum, { size }) => sum + size, 0)
    const size = bytes >= 100_000 ? ` (${megabytes(bytes)})` : ''
    const waits = own.length === 1 ? 'A message waits' : `${own.length} messages wait`
    return { event: 'arrived', client, line: `${waits} in the outbox of ${fullClientName(client)}${size}.` }
  })
}

function episodesOpened(before: State, after: State, at: Instant, cause: string | undefined): StateChange[] {
  const known = new Set(before.episodes.map(({ id }) => id))
  return after.episodes
    .filter(({ id }) => !known.has(id))
    .map(({ id, client, messages }) => {
      const own = after.waiting.filter((message) => messages.includes(message.id))
      const since = Math.min(at, ...own.map((message) => message.since))
      const subject = own.length > 1 ? `${own.length} messages have` : 'A message has'
      const line = `${subject} been waiting for ${durationWords(at - since)} in ${fullClientName(client)}`
      const held = `: something holds ${own.length > 1 ? 'them' : 'it'} up.`
      return { event: 'opened', client, episode: id, line: `${line}${cause === undefined ? held : '.'}` }
    })
}

/** The pulse between episodes, and a second look at a cause that is known, are nobody's business. */
function looking(before: State, after: State): StateChange[] {
  const worth = ({ examining, diagnosis }: State) => {
    if (!examining || examining.why === 'pulse') return undefined
    return examining.why === 'asked' || !diagnosis?.causes.length ? examining.account : undefined
  }
  const now = worth(after)
  return now !== undefined && now !== worth(before) ? [{ event: 'looking', line: 'Looking…' }] : []
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
  return [{ event: 'unnamed', ...episode, line: 'Nothing was found that could hold it up; we look again soon.' }]
}

function inWords({ title, plain }: NamedCause): string {
  return [title, plain]
    .map((words) => render(words))
    .filter(Boolean)
    .join(' ')
}

function episodesClosed(before: State, after: State): StateChange[] {
  const episode = after.lastEpisode
  if (!episode || episode.id === before.lastEpisode?.id) return []
  const known = before.episodes.find(({ id }) => id === episode.id)
  return known ? [{ event: 'closed', client: episode.client, episode: episode.id, line: inTheEnd(episode, after) }] : []
}

function inTheEnd({ openedAt, closedAt = openedAt }: Episode, { episodes }: State): string {
  const over = episodes.length === 0 ? 'Nothing is stuck any more' : 'That mail is no longer stuck'
  return `${over}. It took ${durationWords(closedAt - openedAt)}.`
}

function clear(before: State, after: State): StateChange[] {
  const quietly = before.status === 'clear' || before.status === 'waiting'
  return after.status === 'clear' && !quietly
    ? [{ event: 'clear', line: 'Nothing stands in the way of your mail.' }]
    : []
}
