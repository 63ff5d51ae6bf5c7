import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { parse, stringify } from 'yaml'
import { programFor, startListening, startVictoriaMetrics } from '../../bench/fleet/real-store.ts'
import type { TelemetryBatch } from '../../src/core/telemetry.ts'
import { telemetryNames } from '../../src/session/telemetry.ts'
import { fateOf } from '../../src/telemetry/fate.ts'
import { metricsOf, recordsOf, seriesIn } from '../../src/telemetry/metrics.ts'
import { logsRequest, metricsRequest } from '../../src/telemetry/otlp.ts'
import { foldTally, newTally } from '../../src/telemetry/tally.ts'
import { systemClock } from '../../src/world/real/clock.ts'
import { realNet } from '../../src/world/real/net/net.ts'

const victoria = programFor('OUTBOX_DOCTOR_VICTORIA_METRICS', 'victoria-metrics')
const collector = programFor('OUTBOX_DOCTOR_COLLECTOR', 'otelcol')
// The list of what was not tested has no names in it.
for (const [program, variable, what] of [
  [victoria, 'OUTBOX_DOCTOR_VICTORIA_METRICS', 'VictoriaMetrics'],
  [collector, 'OUTBOX_DOCTOR_COLLECTOR', 'an OpenTelemetry Collector'],
])
  if (program === undefined) process.stderr.write(`SKIPPED: ${what} is not on the PATH nor in ${variable}.\n`)
const names = telemetryNames
const [cause = ''] = names.causes
const [remedy = ''] = names.remedies

/** What one Mac sends on which everything has happened once. */
function batchOf(id: string, now = Date.now()): TelemetryBatch {
  const spell = {
    client: 'apple-mail',
    accounts: [],
    messages: ['m'],
    hosts: ['smtp.gmail.com'],
    transitions: [],
    cause,
  }
  const facts = {
    now,
    state: { waiting: [], online: true },
    episodes: [
      { ...spell, id: 'a', openedAt: now - 60_000 },
      { ...spell, id: 'b', openedAt: now - 700_000, closedAt: now - 1_000, end: 'sent' as const },
    ],
    treatments: [{ remedy, outcome: 'no effect' as const, endedAt: now - 1_000 }],
    probes: { ms: [20, 300, 5_000], until: now },
  }
  const since = now - 3_600_000
  return {
    at: now,
    since,
    resource: { 'service.name': 'outbox-doctor', 'service.instance.id': id },
    metrics: metricsOf(facts, foldTally(newTally(since), facts, names), { version: '1.2.3', names, before: [] }),
    records: recordsOf(facts, names, since),
  }
}

const net = realNet({ clock: systemClock, systemRoots: [] })
async function sent(url: string, body: Uint8Array) {
  const headers = { 'content-type': 'application/x-protobuf' }
  const request = { url, method: 'POST', headers, body, timeoutMs: 10_000, isBinary: true } as const
  return fateOf(await net.http(request, AbortSignal.timeout(20_000)), Date.now())
}

describe(
  victoria === undefined ? 'SKIPPED: VictoriaMetrics is not here (OUTBOX_DOCTOR_VICTORIA_METRICS)' : 'VictoriaMetrics',
  () => {
    test.skipIf(victoria === undefined)(
      'takes all of it, gives all of it back, and its rule finds five Macs',
      async () => {
        const store = await startVictoriaMetrics(victoria ?? '')
        onTestFinished(() => store.stop())
        const batches = Array.from({ length: 5 }, (_, n) => batchOf(`mac-${n}`))
        for (const batch of batches)
          expect(await sent(`${store.url}/opentelemetry/v1/metrics`, metricsRequest(batch))).toMatchObject({
            is: 'taken',
          })
        await fetch(`${store.url}/internal/force_flush`)
        const query = async (expr: string) => {
          const answer = await fetch(`${store.url}/api/v1/query?query=${encodeURIComponent(expr)}`)
          const { data } = (await answer.json()) as {
            data: { result: { metric: Record<string, string>; value: [number, string] }[] }
          }
          return data.result.map(({ metric, value: [, value] }) => [metric, Number(value)] as const)
        }
        await vi.waitFor(
          async () => expect(await query('count(outbox_doctor_agent_up)')).toMatchObject([[{}, 5]]),
          10_000,
        )
        // As many series as we say, less those of buckets that nothing fell into, which it leaves out.
        const [[, all = 0] = []] = await query('count({__name__=~"outbox_doctor_.*"})')
        const [first] = batches
        expect(all).toBeLessThanOrEqual(5 * seriesIn(first?.metrics ?? []))
        expect(all).toBeGreaterThanOrEqual(5 * 15)
        expect(await query('sum(outbox_doctor_episodes_total)')).toMatchObject([[{}, 5]])
        expect(await query('sum(outbox_doctor_episode_duration_seconds_sum)')).toMatchObject([[{}, 5 * 699]])
        expect(await query('sum(outbox_doctor_probe_duration_seconds_bucket{le="0.5"})')).toMatchObject([[{}, 10]])
        const { groups } = parse(readFileSync(join(import.meta.dirname, '../../deploy/grafana/alerts.yml'), 'utf8'))
        expect(await query(groups[0].rules[0].expr)).toEqual([[{ outbox_doctor_cause_id: cause }, 5]])
        expect(await sent(`${store.url}/opentelemetry/v1/metrics`, new TextEncoder().encode('garbage'))).toMatchObject({
          is: 'refused',
        })
      },
    )
  },
)

describe(
  collector === undefined ? 'SKIPPED: an OpenTelemetry Collector is not here (OUTBOX_DOCTOR_COLLECTOR)' : 'a Collector',
  () => {
    test.skipIf(collector === undefined)('shows every figure and every record as they were meant', async () => {
      const config = (port: number, folder: string) => {
        const pipeline = { receivers: ['otlp'], exporters: ['debug'] }
        const file = join(folder, 'collector.yaml')
        const said = stringify({
          receivers: { otlp: { protocols: { http: { endpoint: `127.0.0.1:${port}` } } } },
          exporters: { debug: { verbosity: 'detailed' } },
          service: { telemetry: { metrics: { level: 'none' } }, pipelines: { metrics: pipeline, logs: pipeline } },
        })
        writeFileSync(file, said)
        return ['--config', file]
      }
      const running = await startListening(collector ?? '', config, '/v1/metrics')
      onTestFinished(() => running.stop())
      const batch = batchOf('mac-1', 1_795_000_000_000)
      expect(await sent(`${running.url}/v1/metrics`, metricsRequest(batch))).toMatchObject({ is: 'taken' })
      expect(await sent(`${running.url}/v1/logs`, logsRequest(batch))).toMatchObject({ is: 'taken' })
      const said = () => running.said.join('')
      await vi.waitFor(() => expect(said()).toContain('EventName: outbox_doctor.episode.ended'))
      for (const { name, unit } of batch.metrics)
        expect(said()).toContain(`-> Name: ${name}\n     -> Description: \n     -> Unit: ${unit}`)
      for (const line of [
        '-> service.instance.id: Str(mac-1)',
        '-> IsMonotonic: true',
        '-> AggregationTemporality: Cumulative',
        `-> outbox_doctor.cause.id: Str(${cause})`,
        '-> outbox_doctor.outcome: Str(no_effect)',
        'Count: 3\nSum: 5.320000',
        'SeverityNumber: Info(9)',
        '-> outbox_doctor.episode.duration: Int(699)',
      ])
        expect(said()).toContain(line)
      expect(await sent(`${running.url}/v1/metrics`, new TextEncoder().encode('garbage'))).toMatchObject({
        is: 'refused',
        status: 400,
      })
    })
  },
)
