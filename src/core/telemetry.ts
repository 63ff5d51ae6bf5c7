import type { Sentence } from './sentence.ts'
import type { Instant } from './time.ts'

/** Names of ours from closed lists, and counts: nothing of a person's can stand here. */
export type Attributes = Readonly<Record<string, string | number>>

interface OfMetric {
  name: string
  /** As UCUM has it: `s`, `{message}`. */
  unit: string
}

export interface NumberPoint {
  attributes: Attributes
  value: number
}

/** Of lengths, how many were not longer than each bound and longer than the one before; the last: longer than all. */
export interface HistogramPoint {
  attributes: Attributes
  count: number
  sum: number
  bounds: readonly number[]
  buckets: readonly number[]
}

/** `sum`: counted since `since` of its batch, and never less than before. */
export type Metric =
  | (OfMetric & { kind: 'gauge' | 'sum'; points: readonly NumberPoint[] })
  | (OfMetric & { kind: 'histogram'; points: readonly HistogramPoint[] })

/** One thing that happened. */
export interface EventRecord {
  at: Instant
  name: string
  attributes: Attributes
}

/** All that is sent in one go, and nothing else is. */
export interface TelemetryBatch {
  at: Instant
  /** Since when what only grows is counted. */
  since: Instant
  /** Which program this is, and where it runs. */
  resource: Attributes
  metrics: readonly Metric[]
  records: readonly EventRecord[]
}

/** Lengths of time in seconds, counted. */
export interface CountedLengths {
  count: number
  sum: number
  buckets: readonly number[]
}

/** What was counted so far, so that a restart or a history that forgets takes nothing of it back. */
export interface Tally {
  /** Everything that ended until then is in it. */
  until: Instant
  /** By cause. */
  episodes: Readonly<Record<string, number>>
  recovery: CountedLengths
  /** By remedy and outcome, a space between. */
  remedies: Readonly<Record<string, number>>
  probes: CountedLengths
  /** Examinations until then are in `probes`. */
  probesUntil: Instant
}

/** What is kept of it on this computer. */
export interface KeptTelemetry {
  /** Random, and of nothing else: what one installation sends is known by it as one's. */
  id: string
  /** When that was made up. */
  since: Instant
  tally: Tally
  /** Everything that ended until then was told as a record, or can never be. */
  toldUntil: Instant
  /** What was sent last, as far as its figures differ from what was sent before, and what came of it. */
  last?: LastPush
}

export interface LastPush {
  at: Instant
  /** What the collector said, or why it did not. */
  told: Sentence
  taken: boolean
  batch: TelemetryBatch
}

/** What a person is shown of it. */
export type TelemetryView =
  | { on: false }
  | { on: true; endpoint: string; id?: string; since?: Instant; last?: LastPush }

/** All of a batch, a line for each thing that is told: what a person may read before anybody else does. */
export function batchLines({ at, since, resource, metrics, records }: TelemetryBatch): readonly string[] {
  return [
    `time=${instantText(at)} start=${instantText(since)}`,
    ...attributesText(resource),
    ...metrics.flatMap(metricLines),
    ...records.map((record) => `${instantText(record.at)} ${record.name}${inBraces(record.attributes)}`),
  ]
}

function metricLines(metric: Metric): readonly string[] {
  const { name, unit } = metric
  if (metric.kind !== 'histogram')
    return metric.points.map(({ attributes, value }) => `${name}${inBraces(attributes)} ${value} ${unit}`)
  return metric.points.map(({ attributes, count, sum, bounds, buckets }) => {
    const parts = buckets.map(
      (n, index) => `${bounds[index] === undefined ? '>' : '≤'}${bounds[index] ?? bounds.at(-1)}: ${n}`,
    )
    return `${name}${inBraces(attributes)} count ${count}, sum ${sum} ${unit} (${parts.join(', ')})`
  })
}

const instantText = (at: Instant) => new Date(at).toISOString()
const attributesText = (all: Attributes) => Object.entries(all).map(([key, value]) => `${key}=${value}`)

function inBraces(attributes: Attributes): string {
  const all = attributesText(attributes)
  return all.length === 0 ? '' : `{${all.join(', ')}}`
}
