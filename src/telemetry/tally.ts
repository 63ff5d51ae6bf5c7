import { incidentsOf, type PastIncident } from '../core/incidents.ts'
import type { CountedLengths, Tally } from '../core/telemetry.ts'
import type { Instant, Millis } from '../core/time.ts'
import { causeName, type KnownNames, nameAmong, other, type TelemetryFacts } from './facts.ts'

/** In seconds. What solves itself is over within five minutes; what a person has to do takes hours or days. */
export const recoveryBounds = [300, 900, 3_600, 14_400, 86_400] as const
/** In seconds. Who answers from a cache, from near, from far, and who lets one wait. */
export const probeBounds = [0.1, 0.5, 2, 10] as const
/** How many causes, and how many remedies with their outcomes, are counted each by itself; the others as one. */
const most = { episodes: 5, remedies: 4 } as const

const noLengths = (bounds: readonly number[]): CountedLengths => ({
  count: 0,
  sum: 0,
  buckets: Array.from({ length: bounds.length + 1 }, () => 0),
})

/** Nothing counted yet, as of that moment. */
export function newTally(now: Instant): Tally {
  return {
    until: now,
    episodes: {},
    recovery: noLengths(recoveryBounds),
    remedies: {},
    probes: noLengths(probeBounds),
    probesUntil: now,
  }
}

type Ended = PastIncident & { closedAt: Instant }

/** Spells that ended after one moment and until another, as a person counts them, in the order in which they ended. */
export function endedBetween(
  facts: Pick<TelemetryFacts, 'episodes'>,
  after: Instant,
  until: Instant,
): readonly Ended[] {
  return incidentsOf(facts.episodes)
    .flatMap((one) => (one.closedAt === undefined ? [] : { ...one, closedAt: one.closedAt }))
    .filter(({ closedAt }) => closedAt > after && closedAt <= until)
    .sort((one, two) => one.closedAt - two.closedAt)
}

/** With what has ended since. Nothing is counted twice, and nothing that was counted is taken back. */
export function foldTally(before: Tally, facts: TelemetryFacts, names: KnownNames): Tally {
  const { now } = facts
  // A clock that was set back: what it called the future is not waited for.
  const after = Math.min(before.until, now)
  const ended = endedBetween(facts, after, now)
  const done = facts.treatments.flatMap(({ endedAt, newerOf, ...one }) =>
    endedAt !== undefined && endedAt > after && endedAt <= now && newerOf === undefined ? { ...one, endedAt } : [],
  )
  const seconds = ended.map(({ openedAt, closedAt }) => inSeconds(closedAt - openedAt))
  return {
    until: Math.max(after, ...ended.map(({ closedAt }) => closedAt), ...done.map(({ endedAt }) => endedAt)),
    episodes: ended.reduce(
      (counts, { cause }) => oneMore(counts, causeName(names, cause), other, most.episodes),
      before.episodes,
    ),
    recovery: withLengths(before.recovery, seconds, recoveryBounds),
    remedies: done.reduce(
      (counts, { remedy, outcome }) =>
        oneMore(
          counts,
          `${nameAmong(names.remedies, remedy)} ${outcomeName(outcome)}`,
          `${other} ${other}`,
          most.remedies,
        ),
      before.remedies,
    ),
    probes: withLengths(before.probes, facts.probes.ms.map(inSeconds), probeBounds),
    probesUntil: facts.probes.until,
  }
}

const outcomeName = (outcome: string) => outcome.replaceAll(' ', '_')
const inSeconds = (ms: Millis) => Math.max(0, ms) / 1_000

/** Whoever has a count of its own keeps it; who comes when all are given away counts with the others. */
function oneMore(
  counts: Readonly<Record<string, number>>,
  name: string,
  others: string,
  mostNames: number,
): Readonly<Record<string, number>> {
  const own = Object.keys(counts).filter((key) => key !== others)
  const key = own.includes(name) || (name !== others && own.length < mostNames) ? name : others
  return { ...counts, [key]: (counts[key] ?? 0) + 1 }
}

function withLengths(before: CountedLengths, seconds: readonly number[], bounds: readonly number[]): CountedLengths {
  const buckets = [...before.buckets]
  for (const one of seconds) {
    const found = bounds.findIndex((bound) => one <= bound)
    const index = found < 0 ? bounds.length : found
    buckets[index] = (buckets[index] ?? 0) + 1
  }
  // To the millisecond: a sum of many would else end in noise.
  const sum = Math.round(1_000 * seconds.reduce((total, one) => total + one, before.sum)) / 1_000
  return { count: before.count + seconds.length, sum, buckets }
}
