import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Metric, TelemetryBatch } from '../../src/core/telemetry.ts'
import { logsRequest, metricsRequest } from '../../src/telemetry/otlp.ts'
import { partialSuccessIn } from '../../src/telemetry/otlp-response.ts'
import { decodedRequest, encodedResponse, pointsIn, recordsIn } from './published.ts'

const attributes = fc.dictionary(
  fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
  fc.oneof(
    fc.string({ maxLength: 300, unit: 'grapheme' }),
    fc.nat(2 ** 31 - 1),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: 0.5 }),
  ),
  { maxKeys: 4, noNullPrototype: true },
)
const moment = fc.integer({ min: 1_600_000_000_000, max: 4_000_000_000_000 })
const named = { name: fc.string({ minLength: 1 }), unit: fc.string({ minLength: 1 }) }
const value = fc.oneof(
  fc.integer({ min: -(2 ** 53) + 1, max: 2 ** 53 - 1 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)
const histogramPoint = fc
  .uniqueArray(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 8 })
  .chain((bounds) =>
    fc.record({
      attributes,
      count: fc.nat(2 ** 40),
      sum: fc.double({ noNaN: true, noDefaultInfinity: true }),
      bounds: fc.constant(bounds.map((bound) => bound + 0)),
      buckets: fc.array(fc.nat(2 ** 40), { minLength: bounds.length + 1, maxLength: bounds.length + 1 }),
    }),
  )
const metric: fc.Arbitrary<Metric> = fc.oneof(
  fc.record({
    ...named,
    kind: fc.constantFrom('gauge' as const, 'sum' as const),
    points: fc.array(fc.record({ attributes, value }), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    ...named,
    kind: fc.constant('histogram' as const),
    points: fc.array(histogramPoint, { minLength: 1, maxLength: 2 }),
  }),
)
const batch: fc.Arbitrary<TelemetryBatch> = fc.record({
  at: moment,
  since: moment,
  resource: attributes,
  metrics: fc.array(metric, { minLength: 1, maxLength: 6 }),
  records: fc.array(fc.record({ at: moment, name: fc.string({ minLength: 1 }), attributes }), {
    minLength: 1,
    maxLength: 6,
  }),
})

describe('what is written, whoever knows only the published messages reads', () => {
  test('figures', () => {
    fc.assert(
      fc.property(batch, (sent) => {
        const expected = sent.metrics.flatMap(({ name, unit, kind, points }) =>
          points.map(({ attributes: own, ...point }) => ({
            name,
            unit,
            kind,
            labels: { ...sent.resource, ...own },
            ms: sent.at,
            ...(kind !== 'gauge' && { startMs: sent.since }),
            // Of a whole number, 0 and -0 are one.
            ...('value' in point ? { value: point.value + 0 } : { histogram: point }),
          })),
        )
        expect(pointsIn(metricsRequest(sent))).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })

  test('and records', () => {
    fc.assert(
      fc.property(batch, (sent) => {
        expect(recordsIn(logsRequest(sent))).toEqual(
          sent.records.map(({ at, name, attributes: own }) => ({
            name,
            severity: 'SEVERITY_NUMBER_INFO',
            labels: { ...sent.resource, ...own },
            ms: at,
            observedMs: sent.at,
          })),
        )
      }),
      { numRuns: 200 },
    )
  })

  test('with what is counted as cumulative and only growing, and nothing said twice', () => {
    const sent: TelemetryBatch = {
      at: 2_000,
      since: 1_000,
      resource: { 'service.name': 'outbox-doctor' },
      metrics: [{ name: 'a', unit: '{b}', kind: 'sum', points: [{ attributes: {}, value: 3 }] }],
      records: [],
    }
    expect(decodedRequest('metrics', metricsRequest(sent))).toEqual({
      resourceMetrics: [
        {
          resource: { attributes: [{ key: 'service.name', value: { stringValue: 'outbox-doctor' } }] },
          scopeMetrics: [
            {
              scope: { name: 'outbox-doctor' },
              metrics: [
                {
                  name: 'a',
                  unit: '{b}',
                  sum: {
                    dataPoints: [{ startTimeUnixNano: '1000000000', timeUnixNano: '2000000000', asInt: '3' }],
                    aggregationTemporality: 'AGGREGATION_TEMPORALITY_CUMULATIVE',
                    isMonotonic: true,
                  },
                },
              ],
            },
          ],
        },
      ],
    })
  })
})

describe('what a collector did not take', () => {
  test.each([
    [
      'metrics',
      { partialSuccess: { rejectedDataPoints: 3, errorMessage: 'too old' } },
      { rejected: 3, words: 'too old' },
    ],
    ['logs', { partialSuccess: { rejectedLogRecords: 700, errorMessage: '' } }, { rejected: 700, words: '' }],
    ['metrics', { partialSuccess: { errorMessage: 'use\u0007less\u202e' } }, { rejected: 0, words: 'use less' }],
    ['metrics', { partialSuccess: {} }, undefined],
    ['metrics', {}, undefined],
  ] as const)('%s %j', (signal, response, expected) => {
    expect(partialSuccessIn(encodedResponse(signal, response))).toEqual(expected)
  })

  test('is told in one short line, whatever bytes come', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 60 }),
          fc.string().map((text) => new TextEncoder().encode(text)),
        ),
        (bytes) => {
          const found = partialSuccessIn(bytes)
          if (found) expect(found.words.length).toBeLessThanOrEqual(200)
        },
      ),
      { numRuns: 2_000 },
    )
    const long = encodedResponse('metrics', { partialSuccess: { errorMessage: 'ü'.repeat(60_000) } })
    expect(partialSuccessIn(long)?.words.length).toBeLessThanOrEqual(200)
  })
})
