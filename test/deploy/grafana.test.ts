import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Metric } from '../../src/core/telemetry.ts'
import { telemetryNames } from '../../src/session/telemetry.ts'
import { metricsOf } from '../../src/telemetry/metrics.ts'
import { foldTally, newTally } from '../../src/telemetry/tally.ts'

const read = (name: string) => readFileSync(join(import.meta.dirname, '../../deploy/grafana', name), 'utf8')
const target = z.object({ refId: z.string(), expr: z.string().min(1), datasource: z.object({ uid: z.string() }) })
const board = z
  .object({
    __inputs: z.array(z.object({ name: z.string(), pluginId: z.literal('prometheus') })),
    uid: z.string(),
    title: z.string(),
    panels: z.array(
      z.object({
        id: z.int(),
        title: z.string().min(1),
        description: z.string().min(1),
        gridPos: z.object({ x: z.int(), y: z.int(), w: z.int(), h: z.int() }),
        targets: z.array(target).min(1),
      }),
    ),
  })
  .parse(JSON.parse(read('outbox-doctor.json')))
const rules = z
  .object({
    groups: z.array(
      z.object({
        name: z.string(),
        interval: z.literal('15s'),
        rules: z.array(
          z.object({ alert: z.string(), expr: z.string(), annotations: z.record(z.string(), z.string()) }),
        ),
      }),
    ),
  })
  .parse(parse(read('alerts.yml')))
const allRules = rules.groups.flatMap((group) => group.rules)
const queries = [
  ...board.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ...allRules.map(({ expr }) => expr),
]

/** All that a Mac on which everything has happened once sends. */
function everything(): readonly Metric[] {
  const now = 10_000_000
  const [cause = ''] = telemetryNames.causes
  const [remedy = ''] = telemetryNames.remedies
  const spell = {
    client: 'apple-mail',
    accounts: [],
    messages: [],
    hosts: [],
    transitions: [],
    cause,
    openedAt: now - 2,
  }
  const facts = {
    now,
    state: { waiting: [], online: true },
    episodes: [
      { ...spell, id: 'a' },
      { ...spell, id: 'b', closedAt: now - 1, end: 'sent' as const },
    ],
    treatments: [{ remedy, outcome: 'cured' as const, endedAt: now - 1 }],
    probes: { ms: [1], until: now },
  }
  const names = telemetryNames
  return metricsOf(facts, foldTally(newTally(0), facts, names), { version: '1', names, before: [] })
}

/** What Prometheus calls it: opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics. */
function spelledBy(metric: Metric): readonly string[] {
  const plain = metric.name.replaceAll('.', '_')
  const withUnit = metric.unit === 's' ? `${plain}_seconds` : metric.unit.startsWith('{') ? plain : `${plain}_ratio`
  if (metric.kind === 'histogram') return ['_bucket', '_count', '_sum'].map((end) => `${withUnit}${end}`)
  return [metric.kind === 'sum' ? `${withUnit}_total` : withUnit]
}

const names = everything().flatMap(spelledBy)
const labels = everything().flatMap(({ points }) =>
  points.flatMap(({ attributes }) => Object.keys(attributes).map((key) => key.replaceAll('.', '_'))),
)

describe('the dashboard and the alert', () => {
  test.each(queries)('ask for nothing that no Mac sends: %s', (query) => {
    const asked = query.match(/\boutbox_doctor_\w+/g) ?? []
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter((name) => ![...names, ...labels].includes(name))).toEqual([])
    // A label where a metric belongs would find nothing.
    expect(asked.some((name) => names.includes(name))).toBe(true)
  })

  test('show every metric that a Mac sends', () => {
    const unseen = everything().filter(
      (metric) => !queries.some((query) => spelledBy(metric).some((name) => query.includes(name))),
    )
    expect(unseen.map(({ name }) => name)).toEqual([])
  })

  test('ask for no value of a label that is never sent', () => {
    const values = new Set(
      everything().flatMap(({ points }) => points.flatMap(({ attributes }) => Object.values(attributes).map(String))),
    )
    const asked = queries.flatMap((query) => [...query.matchAll(/="([^"]*)"/g)].map(([, value]) => value))
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter((value) => value === undefined || !values.has(value))).toEqual([])
  })

  test('have panels of their own places and numbers, and read what the importer chooses', () => {
    expect(new Set(board.panels.map(({ id }) => id)).size).toBe(board.panels.length)
    const [input] = board.__inputs
    for (const { datasource } of board.panels.flatMap(({ targets }) => targets))
      expect(datasource.uid).toBe(`\${${input?.name}}`)
    const cells = board.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, n) => `${x + (n % w)},${y + Math.floor(n / w)}`),
    )
    expect(new Set(cells).size).toBe(cells.length)
    for (const { gridPos } of board.panels) expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24)
  })

  test('call the same cause on five Macs within 15 minutes one trouble', () => {
    expect(allRules.map(({ expr }) => expr.match(/>= \d+$/)?.[0])).toEqual(['>= 5'])
    for (const { annotations } of allRules)
      for (const text of Object.values(annotations))
        for (const [, name = ''] of text.matchAll(/\$labels\.(\w+)/g)) expect(labels).toContain(name)
  })
})
