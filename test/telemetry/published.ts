import { join } from 'node:path'
import protobuf from 'protobufjs'

/**
 * The messages as opentelemetry-proto publishes them (1.11, the files in `published/` are its own), read by a library
 * that knows nothing of ours.
 */
const root = new protobuf.Root()
root.resolvePath = (_origin, target) => join(import.meta.dirname, 'published', target)
const of = (signal: string) => `opentelemetry/proto/collector/${signal}/v1/${signal}_service.proto`
root.loadSync([of('metrics'), of('logs')])

const typeOf = (signal: string, name: string) =>
  root.lookupType(`opentelemetry.proto.collector.${signal}.v1.Export${name}`)

const types = {
  metrics: {
    request: typeOf('metrics', 'MetricsServiceRequest'),
    response: typeOf('metrics', 'MetricsServiceResponse'),
  },
  logs: { request: typeOf('logs', 'LogsServiceRequest'), response: typeOf('logs', 'LogsServiceResponse') },
} as const

export type Signal = keyof typeof types

/** 64-bit numbers come as decimal text. */
export function decodedRequest(signal: Signal, bytes: Uint8Array): unknown {
  const { request } = types[signal]
  return request.toObject(request.decode(bytes), { longs: String, enums: String })
}

export function encodedResponse(signal: Signal, response: object): Buffer {
  const { response: type } = types[signal]
  return Buffer.from(type.encode(type.fromObject(response)).finish())
}

export interface SentPoint {
  /** Of the resource, and of the point. */
  labels: Readonly<Record<string, string | number>>
  name: string
  unit: string
  kind: 'gauge' | 'sum' | 'histogram'
  value?: number
  histogram?: { count: number; sum: number; bounds: readonly number[]; buckets: readonly number[] }
  startMs?: number
  ms: number
}

// biome-ignore lint/suspicious/noExplicitAny: what a foreign decoder gives has no type
type Any = any

const attributesIn = (all: Any[] = []): SentPoint['labels'] =>
  Object.fromEntries(
    all.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue ?? value.doubleValue)]),
  )
const millisOf = (nanoseconds: string) => Number(BigInt(nanoseconds) / 1_000_000n)

/** Every point of a request, flat. */
export function pointsIn(bytes: Uint8Array): readonly SentPoint[] {
  const { resourceMetrics } = decodedRequest('metrics', bytes) as Any
  return resourceMetrics.flatMap(({ resource, scopeMetrics }: Any) =>
    scopeMetrics.flatMap(({ metrics }: Any) =>
      metrics.flatMap(({ name, unit, gauge, sum, histogram }: Any) =>
        (gauge ?? sum ?? histogram).dataPoints.map((point: Any) => ({
          name,
          unit,
          kind: gauge ? 'gauge' : sum ? 'sum' : 'histogram',
          labels: { ...attributesIn(resource.attributes), ...attributesIn(point.attributes) },
          ms: millisOf(point.timeUnixNano),
          ...(point.startTimeUnixNano !== undefined && { startMs: millisOf(point.startTimeUnixNano) }),
          ...(histogram
            ? {
                histogram: {
                  count: Number(point.count ?? 0),
                  sum: point.sum,
                  bounds: point.explicitBounds,
                  buckets: point.bucketCounts.map(Number),
                },
              }
            : { value: Number(point.asInt ?? point.asDouble) }),
        })),
      ),
    ),
  )
}

export interface SentRecord {
  labels: SentPoint['labels']
  name: string
  severity: string
  ms: number
  observedMs: number
}

export function recordsIn(bytes: Uint8Array): readonly SentRecord[] {
  const { resourceLogs } = decodedRequest('logs', bytes) as Any
  return resourceLogs.flatMap(({ resource, scopeLogs }: Any) =>
    scopeLogs.flatMap(({ logRecords }: Any) =>
      logRecords.map((record: Any) => ({
        name: record.eventName,
        severity: record.severityNumber,
        labels: { ...attributesIn(resource.attributes), ...attributesIn(record.attributes) },
        ms: millisOf(record.timeUnixNano),
        observedMs: millisOf(record.observedTimeUnixNano),
      })),
    ),
  )
}
