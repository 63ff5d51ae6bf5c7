import { metricNames } from '../src/telemetry/metrics.ts'

/**
 * Our metrics as Prometheus calls them, and who spells as it does: dots become lines, the unit goes into the name, and
 * what only grows ends in `_total` (OpenTelemetry's "Prometheus and OpenMetrics Compatibility").
 */
const spelled = (name: string) => name.replaceAll('.', '_')

export const series = {
  up: spelled(metricNames.up),
  messages: spelled(metricNames.messages),
  open: spelled(metricNames.open),
  episodes: `${spelled(metricNames.episodes)}_total`,
  recovery: `${spelled(metricNames.recovery)}_seconds`,
  remedies: `${spelled(metricNames.remedies)}_total`,
  probes: `${spelled(metricNames.probes)}_seconds`,
} as const

/** The labels that are asked for. */
export const label = {
  cause: 'outbox_doctor_cause_id',
  provider: 'outbox_doctor_provider',
  age: 'outbox_doctor_episode_age',
  state: 'outbox_doctor_message_state',
  remedy: 'outbox_doctor_remedy',
  outcome: 'outbox_doctor_outcome',
  version: 'outbox_doctor_version',
} as const

/** On how many Macs something of this cause began within the last quarter of an hour, by cause. */
export const macsByNewCause =
  `count by (${label.cause}) (sum without (${label.provider}) ` +
  `(${series.open}{${label.age}="new", ${label.cause}!~"other|unexplained"}) > 0)`
