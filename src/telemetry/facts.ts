import type { PastEpisode } from '../core/episode.ts'
import type { State } from '../core/state.ts'
import type { Instant, Millis } from '../core/time.ts'
import type { Treatment } from '../core/treatment.ts'

/** Ids of ours: nothing else may stand in an attribute. */
export interface KnownNames {
  causes: readonly string[]
  remedies: readonly string[]
  clients: readonly string[]
  /** The id of the provider whose server this is; missing where it is nobody's that we know. */
  providerOf(host: string): string | undefined
}

/** How things stand on this Mac. */
export interface TelemetryFacts {
  now: Instant
  state: Pick<State, 'waiting' | 'online'>
  /** Going on at the asked moment or later. */
  episodes: readonly PastEpisode[]
  treatments: readonly Pick<Treatment, 'remedy' | 'outcome' | 'endedAt' | 'newerOf'>[]
  /** How long each question took in the examinations that began after one moment and until another. */
  probes: { ms: readonly Millis[]; until: Instant }
}

/** A name of ours, or `other`. */
export function nameAmong(known: readonly string[], name: string): string {
  return known.includes(name) ? name : other
}

export const other = 'other'
/** The cause of a spell for which none was found. */
const unexplained = 'unexplained'

export function causeName({ causes }: Pick<KnownNames, 'causes'>, cause: string | undefined): string {
  return cause === undefined ? unexplained : nameAmong(causes, cause)
}
