import type { PastEpisode } from './episode.ts'
import { incidentsOf } from './incidents.ts'
import type { State } from './state.ts'
import type { Instant } from './time.ts'
import type { Outcome, Treatment } from './treatment.ts'

/**
 * How one Mac fares, for whoever looks after many: counts and names of ours, and nothing else. No account, address,
 * server, subject, network, user or computer is in it. `days`: how far it looks back.
 */
export interface FleetReport {
  schema: 1
  /** ISO 8601, in UTC. */
  at: string
  version: string
  macos?: string
  status: State['status']
  /** Messages. */
  waiting: number
  stuck: number
  days: number
  /** Spells in which mail was stuck, by the id of their cause; `unexplained` where none was found. */
  incidents: Readonly<Record<string, number>>
  /** From stuck to sent, the middle one of all, in whole minutes. Missing where none has ended. */
  medianMinutes?: number
  /** What was done about it, by how it ended. */
  fixes: Readonly<Partial<Record<Outcome, number>>>
}

export interface FleetFacts {
  state: Pick<State, 'status' | 'waiting'>
  episodes: readonly PastEpisode[]
  treatments: readonly Pick<Treatment, 'startedAt' | 'outcome' | 'newerOf'>[]
  /** The ids of all causes: what else an older history names is `other`. */
  causes: readonly string[]
  version: string
  macos?: string
  now: Instant
}

/** How far it looks back. */
export const fleetDays = 30
const day = 86_400_000

export function fleetReportOf({ state, episodes, treatments, causes, version, macos, now }: FleetFacts): FleetReport {
  const since = now - fleetDays * day
  const incidents = incidentsOf(episodes).filter(({ openedAt, closedAt = now }) => openedAt <= now && closedAt >= since)
  const lasted = incidents.flatMap(({ openedAt, closedAt }) => (closedAt === undefined ? [] : closedAt - openedAt))
  const median = lasted.sort((one, other) => one - other)[Math.floor(lasted.length / 2)]
  const done = treatments.filter(({ startedAt, newerOf }) => startedAt >= since && newerOf === undefined)
  return {
    schema: 1,
    at: new Date(now).toISOString(),
    version,
    ...(macos !== undefined && { macos }),
    status: state.status,
    waiting: state.waiting.length,
    stuck: state.waiting.filter(({ stuck }) => stuck).length,
    days: fleetDays,
    incidents: counted(
      incidents.map(({ cause = 'unexplained' }) =>
        cause === 'unexplained' || causes.includes(cause) ? cause : 'other',
      ),
    ),
    ...(median !== undefined && { medianMinutes: Math.round(median / 60_000) }),
    fixes: counted(done.map(({ outcome }) => outcome)),
  }
}

function counted<K extends string>(names: readonly K[]): Record<K, number> {
  const counts = new Map<K, number>()
  for (const name of [...names].sort()) counts.set(name, (counts.get(name) ?? 0) + 1)
  return Object.fromEntries(counts) as Record<K, number>
}
