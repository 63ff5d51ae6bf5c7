import type { PastEpisode } from '../../core/episode.ts'
import type { Instant } from '../../core/time.ts'
import type { Mark } from '../../core/timeline.ts'
import { no, yes } from '../schema/answer.ts'
import type { Incident, IncidentWhole } from '../schema/history.ts'
import type { House, Some } from './server-options.ts'
import { labelOf, titled } from './titles.ts'
import type { Watching } from './watched-session.ts'

const hour = 3_600_000
const most = 200

export function answerPast(here: () => Watching): Some<'timeline' | 'strip' | 'incidents' | 'incident'> {
  return {
    timeline(query) {
      const { marks, ...rest } = here().house.agent.timeline(query)
      return yes({ ...rest, marks: marks.map(named) })
    },
    strip: (query) => yes(here().house.agent.strip(query)),
    incidents({ from, to }) {
      const all = here().house.agent.episodes(from)
      return yes(
        all
          .filter(({ openedAt }) => openedAt < to)
          .map(incident)
          .reverse(),
      )
    },
    incident({ id }) {
      const { house } = here()
      const found = house.agent.episodes(0).find((one) => one.id === id)
      return found ? yes(whole(found, house)) : no('not-found', 'This is not remembered any more.')
    },
  }
}

/** The history knows a remedy by its id; a person knows what stood on the button. */
function named(mark: Mark): Mark {
  return mark.what === 'treatment' ? { ...mark, line: labelOf(mark.line) } : mark
}

function incident(episode: PastEpisode): Incident {
  const { id, client, openedAt, closedAt, end, cause, hosts, messages } = episode
  return {
    id,
    client,
    openedAt,
    ...(closedAt !== undefined && { closedAt }),
    ...(end && { end }),
    ...(cause !== undefined && { cause: titled(cause) }),
    hosts,
    messages: messages.length,
  }
}

function whole(episode: PastEpisode, house: House): IncidentWhole {
  const { openedAt, closedAt = house.world.clock.now(), transitions, accounts, hosts } = episode
  // Somebody may begin before the mail counts as stuck, and be at it still.
  const isDuring = (from: Instant, to = closedAt) => Math.min(from, to) <= closedAt && Math.max(from, to) >= openedAt
  return {
    ...incident(episode),
    turns: transitions.map(({ cause, ...turn }) => ({ ...turn, ...(cause !== undefined && { cause: titled(cause) }) })),
    findings: findings(house, hosts, openedAt, closedAt),
    // What changed shortly before is what a person looks for.
    changes: house.agent
      .changes(openedAt - hour)
      .filter(({ at }) => at <= closedAt)
      .slice(0, most),
    treatments: house.agent
      .treatments()
      .filter(({ account, startedAt, endedAt }) => accounts.includes(account) && isDuring(startedAt, endedAt))
      .map(({ id, remedy, startedAt, outcome, words }) => ({
        id,
        remedy,
        label: labelOf(remedy),
        startedAt,
        outcome,
        ...(words !== undefined && { words }),
      })),
  }
}

/** What examinations of these servers' accounts concluded, newest first; one that says the same as the one before says nothing. */
function findings(
  { agent }: House,
  hosts: readonly string[],
  since: Instant,
  until: Instant,
): IncidentWhole['findings'] {
  const told: IncidentWhole['findings'][number][] = []
  for (const { at, account, status, causes } of agent.history({ since, until: until + 1 })) {
    if (!hosts.includes(account.host)) continue
    const [first] = causes
    const last = told.findLast(({ host }) => host === account.host)
    if (last?.status === status && last.cause?.id === first?.id) continue
    const { evidence = [], against = [] } = first ?? {}
    told.push({ at, host: account.host, status, ...(first && { cause: titled(first.id) }), evidence, against })
  }
  return told.slice(-most).reverse()
}
