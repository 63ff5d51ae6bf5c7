import type { Attributes, EventRecord, Metric, TelemetryBatch } from '../core/telemetry.ts'
import type { Instant } from '../core/time.ts'
import {
  doubleField,
  fixed64Field,
  messageField,
  type ProtoField,
  packedDoubles,
  packedFixed64,
  textField,
  varintField,
} from './protobuf.ts'

/**
 * The messages of OTLP 1.x that we send, with the numbers of their fields as they are published in
 * https://github.com/open-telemetry/opentelemetry-proto (metrics.proto, logs.proto, common.proto); those numbers never
 * change.
 */
const cumulative = 2
const info = { number: 9, text: 'INFO' }
const scope = 'outbox-doctor'

/** ExportMetricsServiceRequest. */
export function metricsRequest({ resource, metrics, at, since }: TelemetryBatch): Uint8Array {
  const times = { start: nanoseconds(since), time: nanoseconds(at) }
  const all = metrics.map((metric) => messageField(2, metricFields(metric, times)))
  return inResource(resource, all)
}

/** ExportLogsServiceRequest. */
export function logsRequest({ resource, records, at }: TelemetryBatch): Uint8Array {
  const all = records.map((record) => messageField(2, recordFields(record, at)))
  return inResource(resource, all)
}

/** Both requests are nested alike: resource, then scope, then what it is about. */
function inResource(resource: Attributes, all: readonly ProtoField[]): Uint8Array {
  const scoped = [messageField(1, [textField(1, scope)]), ...all]
  return messageField(1, [messageField(1, attributeFields(1, resource)), messageField(2, scoped)])
}

interface Times {
  start: bigint
  time: bigint
}

function metricFields(metric: Metric, times: Times): ProtoField[] {
  const named = [textField(1, metric.name), textField(3, metric.unit)]
  switch (metric.kind) {
    case 'gauge':
      return [...named, messageField(5, numberPoints(metric.points, { time: times.time }))]
    case 'sum':
      return [
        ...named,
        messageField(7, [...numberPoints(metric.points, times), varintField(2, cumulative), varintField(3, true)]),
      ]
    case 'histogram':
      return [
        ...named,
        messageField(9, [
          ...metric.points.map(({ attributes, count, sum, bounds, buckets }) =>
            messageField(1, [
              fixed64Field(2, times.start),
              fixed64Field(3, times.time),
              fixed64Field(4, BigInt(count)),
              doubleField(5, sum),
              packedFixed64(6, buckets),
              packedDoubles(7, bounds),
              ...attributeFields(9, attributes),
            ]),
          ),
          varintField(2, cumulative),
        ]),
      ]
  }
}

type NumberPoints = Extract<Metric, { kind: 'gauge' | 'sum' }>['points']

function numberPoints(points: NumberPoints, { start, time }: Partial<Times> & Pick<Times, 'time'>): ProtoField[] {
  return points.map(({ attributes, value }) =>
    messageField(1, [
      ...(start === undefined ? [] : [fixed64Field(2, start)]),
      fixed64Field(3, time),
      Number.isSafeInteger(value) ? fixed64Field(6, BigInt(value)) : doubleField(4, value),
      ...attributeFields(7, attributes),
    ]),
  )
}

function recordFields({ at, name, attributes }: EventRecord, observed: Instant): ProtoField[] {
  return [
    fixed64Field(1, nanoseconds(at)),
    varintField(2, info.number),
    textField(3, info.text),
    ...attributeFields(6, attributes),
    fixed64Field(11, nanoseconds(observed)),
    textField(12, name),
  ]
}

/** KeyValue, by its name and an AnyValue. */
function attributeFields(number: number, attributes: Attributes): ProtoField[] {
  return Object.entries(attributes).map(([key, value]) =>
    messageField(number, [textField(1, key), messageField(2, [anyValue(value)])]),
  )
}

function anyValue(value: string | number): ProtoField {
  if (typeof value === 'string') return textField(1, value)
  return Number.isSafeInteger(value) && value >= 0 ? varintField(3, value) : doubleField(4, value)
}

function nanoseconds(at: Instant): bigint {
  return BigInt(Math.round(at)) * 1_000_000n
}
