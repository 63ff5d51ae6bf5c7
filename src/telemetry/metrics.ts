import { incidentsOf } from '../core/incidents.ts'
import type { CountedLengths, EventRecord, HistogramPoint, Metric, NumberPoint, Tally } from '../core/telemetry.ts'
import type { Millis } from '../core/time.ts'
import { causeName, type KnownNames, nameAmong, other, type TelemetryFacts } from './facts.ts'
import { endedBetween, probeBounds, recoveryBounds } from './tally.ts'

/**
 * Every metric of ours: names by OpenTelemetry's semantic conventions 1.45 (our own namespace, the unit not in the name,
 * units as UCUM has them, attributes from closed lists).
 */
export const metricNames = {
  up: 'outbox_doctor.agent.up',
  messages: 'outbox_doctor.outbox.messages',
  open: 'outbox_doctor.episode.open',
  episodes: 'outbox_doctor.episodes',
  recovery: 'outbox_doctor.episode.duration',
  remedies: 'outbox_doctor.remedies',
  probes: 'outbox_doctor.probe.duration',
} as const

export const eventName = 'outbox_doctor.episode.ended'

const attribute = {
  version: 'outbox_doctor.version',
  messageState: 'outbox_doctor.message.state',
  cause: 'outbox_doctor.cause.id',
  provider: 'outbox_doctor.provider',
  age: 'outbox_doctor.episode.age',
  remedy: 'outbox_doctor.remedy',
  outcome: 'outbox_doctor.outcome',
  mailApp: 'outbox_doctor.mail_app',
  duration: 'outbox_doctor.episode.duration',
  count: 'outbox_doctor.episode.messages',
} as const

/** A spell that began within it is new: what begins on many Macs within a quarter of an hour is not their users' fault. */
const newFor: Millis = 15 * 60_000
/** How many open spells are told apart; the others as one. */
const mostOpen = 4

/** How it is told from one time to the next which spells are over: what was open is told once more, as none. */
export type OpenPoints = readonly NumberPoint[]

/** How this Mac fares, by what was counted. `before`: the open spells that the collector heard of last. */
export function metricsOf(
  facts: Pick<TelemetryFacts, 'now' | 'state' | 'episodes'>,
  tally: Tally,
  { version, names, before }: { version: string; names: KnownNames; before: OpenPoints },
): readonly Metric[] {
  const stuck = facts.state.waiting.filter((message) => message.stuck).length
  const messages = { waiting: facts.state.waiting.length - stuck, stuck }
  const none = { attributes: {} }
  return [
    {
      name: metricNames.up,
      // Of a plain 1, Prometheus would make a ratio.
      unit: '{agent}',
      kind: 'gauge',
      points: [{ attributes: { [attribute.version]: version }, value: 1 }],
    },
    {
      name: metricNames.messages,
      unit: '{message}',
      kind: 'gauge',
      points: Object.entries(messages).map(([state, value]) => ({
        attributes: { [attribute.messageState]: state },
        value,
      })),
    },
    ...unlessEmpty({
      name: metricNames.open,
      unit: '{episode}',
      kind: 'gauge',
      points: withThoseGone(openPoints(facts, names), before),
    }),
    ...unlessEmpty({
      name: metricNames.episodes,
      unit: '{episode}',
      kind: 'sum',
      points: Object.entries(tally.episodes).map(([cause, value]) => ({
        attributes: { [attribute.cause]: cause },
        value,
      })),
    }),
    {
      name: metricNames.recovery,
      unit: 's',
      kind: 'histogram',
      points: [{ ...none, ...histogram(tally.recovery, recoveryBounds) }],
    },
    ...unlessEmpty({
      name: metricNames.remedies,
      unit: '{remedy}',
      kind: 'sum',
      points: Object.entries(tally.remedies).map(([key, value]) => {
        const [remedy = other, outcome = other] = key.split(' ')
        return { attributes: { [attribute.remedy]: remedy, [attribute.outcome]: outcome }, value }
      }),
    }),
    {
      name: metricNames.probes,
      unit: 's',
      kind: 'histogram',
      points: [{ ...none, ...histogram(tally.probes, probeBounds) }],
    },
  ]
}

/** One record for each spell that ended after that moment, the oldest first. */
export function recordsOf(
  facts: Pick<TelemetryFacts, 'now' | 'episodes'>,
  names: KnownNames,
  after: number,
): readonly EventRecord[] {
  return endedBetween(facts, after, facts.now).map(({ openedAt, closedAt, cause, client, hosts, messages }) => ({
    at: closedAt,
    name: eventName,
    attributes: {
      [attribute.cause]: causeName(names, cause),
      [attribute.provider]: providerName(names, hosts),
      [attribute.mailApp]: nameAmong(names.clients, client),
      [attribute.duration]: Math.max(0, closedAt - openedAt) / 1_000,
      [attribute.count]: messages.length,
    },
  }))
}

/** The open spells of what is sent. */
export function openPointsIn(metrics: readonly Metric[]): OpenPoints {
  return metrics.flatMap((metric) =>
    metric.name === metricNames.open && metric.kind === 'gauge' ? metric.points.filter(({ value }) => value > 0) : [],
  )
}

/** How many series a store makes of it: a histogram has one for each bucket, its sum and its count. */
export function seriesIn(metrics: readonly Metric[]): number {
  const ofMetric = (metric: Metric) =>
    metric.kind === 'histogram'
      ? metric.points.reduce((sum, { buckets }) => sum + buckets.length + 2, 0)
      : metric.points.length
  return metrics.reduce((sum, metric) => sum + ofMetric(metric), 0)
}

function openPoints({ episodes, now }: Pick<TelemetryFacts, 'episodes' | 'now'>, names: KnownNames): OpenPoints {
  const open = incidentsOf(episodes).filter(({ closedAt }) => closedAt === undefined)
  const points = open.map(({ cause, hosts, openedAt }) => ({
    [attribute.cause]: causeName(names, cause),
    [attribute.provider]: providerName(names, hosts),
    [attribute.age]: now - openedAt < newFor ? 'new' : 'older',
  }))
  const groups = new Map(points.map((one) => [keyOf(one), { attributes: one, value: 0 }]))
  for (const one of points) {
    const group = groups.get(keyOf(one))
    if (group) group.value += 1
  }
  // What has just begun is what others may have, too.
  const isNew = ({ attributes }: NumberPoint) => Number(attributes[attribute.age] === 'new')
  const sorted = [...groups.values()].sort((one, two) => isNew(two) - isNew(one) || two.value - one.value)
  const beyond = sorted.slice(mostOpen).reduce((sum, { value }) => sum + value, 0)
  const others = { [attribute.cause]: other, [attribute.provider]: other, [attribute.age]: 'older' }
  return [...sorted.slice(0, mostOpen), ...(beyond > 0 ? [{ attributes: others, value: beyond }] : [])]
}

function withThoseGone(now: OpenPoints, before: OpenPoints): OpenPoints {
  const keys = now.map(({ attributes }) => keyOf(attributes))
  const gone = before.filter(({ attributes }) => !keys.includes(keyOf(attributes)))
  return [...now, ...gone.map(({ attributes }) => ({ attributes, value: 0 }))]
}

const keyOf = (attributes: NumberPoint['attributes']) => JSON.stringify(attributes)

/** Of the first server that we know. */
function providerName({ providerOf }: KnownNames, hosts: readonly string[]): string {
  return hosts.map(providerOf).find((provider) => provider !== undefined) ?? other
}

function histogram(
  { count, sum, buckets }: CountedLengths,
  bounds: readonly number[],
): Omit<HistogramPoint, 'attributes'> {
  return { count, sum, bounds, buckets }
}

/** What has never been is no metric yet. */
function unlessEmpty(metric: Metric): readonly Metric[] {
  return metric.points.length > 0 ? [metric] : []
}
