import { incidentsOf, type PastIncident } from '../../core/incidents.ts'
import { render } from '../../core/render.ts'
import { say } from '../../core/sentence.ts'
import type { Instant } from '../../core/time.ts'
import type { Mark } from '../../core/timeline.ts'
import type { Session } from '../../session/session.ts'
import type { AnswersTo } from '../endpoint.ts'
import { errorAnswer, okAnswer } from '../schema/answer.ts'
import type { historyRequests, Incident, IncidentWhole } from '../schema/history.ts'
import type { AnswerContext } from './context.ts'
import { causeWithTitle, labelOf } from './titles.ts'

const hour = 3_600_000
const maxEntries = 200

export function answerHistory({ watched }: Pick<AnswerContext, 'watched'>): AnswersTo<typeof historyRequests> {
  return {
    timeline(query) {
      const { marks, ...rest } = watched().session.agent.timeline(query)
      return okAnswer({ ...rest, marks: marks.map(named) })
    },
    strip: (query) => okAnswer(watched().session.agent.strip(query)),
    incidents({ from, to }) {
      return okAnswer(
        incidentsOf(watched().session.agent.episodes(from))
          .filter(({ openedAt }) => openedAt < to)
          .map(incident)
          .reverse(),
      )
    },
    incident({ id }) {
      const { session } = watched()
      const found = incidentsOf(session.agent.episodes(0)).find(({ ids }) => ids.includes(id))
      return found ? okAnswer(whole(found, session)) : errorAnswer('not-found', say('This is not remembered any more.'))
    },
  }
}

/** The history knows a remedy by its id; a person knows what stood on the button. */
function named(mark: Mark): Mark {
  return mark.what === 'treatment' ? { ...mark, line: labelOf(render(mark.line)) } : mark
}

function incident(episode: PastIncident): Incident {
  const { id, client, openedAt, closedAt, end, cause, hosts, messages } = episode
  return {
    id,
    client,
    openedAt,
    ...(closedAt !== undefined && { closedAt }),
    ...(end && { end }),
    ...(cause !== undefined && { cause: causeWithTitle(cause) }),
    hosts,
    messages: messages.length,
  }
}

function whole(episode: PastIncident, session: Session): IncidentWhole {
  const { openedAt, closedAt = session.world.clock.now(), transitions, accounts, hosts } = episode
  // Somebody may begin before the mail counts as stuck, and be at it still.
  const isDuring = (from: Instant, to = closedAt) => Math.min(from, to) <= closedAt && Math.max(from, to) >= openedAt
  return {
    ...incident(episode),
    turns: transitions.map(({ cause, ...turn }) => ({
      ...turn,
      ...(cause !== undefined && { cause: causeWithTitle(cause) }),
    })),
    findings: findings(session, hosts, openedAt, closedAt),
    // What changed shortly before is what a person looks for.
    changes: session.agent
      .changes(openedAt - hour)
      .filter(({ at }) => at <= closedAt)
      .slice(0, maxEntries),
    treatments: session.agent
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
  { agent }: Session,
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
    told.push({ at, host: account.host, status, ...(first && { cause: causeWithTitle(first.id) }), evidence, against })
  }
  return told.slice(-maxEntries).reverse()
}
