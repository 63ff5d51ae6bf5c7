import { manyMacs } from './alert-rules.ts'
import { label, macsByNewCause, series } from './series-names.ts'

interface Panel {
  title: string
  description: string
  kind: 'stat' | 'timeseries' | 'bargauge' | 'table'
  unit?: string
  /** A query, and what is written beside each of its lines. */
  queries: readonly (readonly [string, string])[]
  /** From where on it is red. */
  red?: number
  width: number
}

const quantile = (q: number, name: string) =>
  `histogram_quantile(${q}, sum by (le) (increase(${name}_bucket[$__range])))`

const panels: readonly Panel[] = [
  {
    title: 'Macs reporting',
    description: 'Which have said something within the last minutes.',
    kind: 'stat',
    queries: [[`count(${series.up})`, '']],
    width: 6,
  },
  {
    title: 'Macs with stuck mail now',
    description: 'On which at least one message cannot leave.',
    kind: 'stat',
    queries: [[`count(${series.messages}{${label.state}="stuck"} > 0) or vector(0)`, '']],
    red: 1,
    width: 6,
  },
  {
    title: 'Messages stuck now',
    description: 'In all outboxes together.',
    kind: 'stat',
    queries: [[`sum(${series.messages}{${label.state}="stuck"})`, '']],
    red: 1,
    width: 6,
  },
  {
    title: 'Most Macs with one new cause',
    description: `Began within the last 15 minutes. From ${manyMacs} on, it is not their users' fault, and the alert fires.`,
    kind: 'stat',
    queries: [[`max(${macsByNewCause}) or vector(0)`, '']],
    red: manyMacs,
    width: 6,
  },
  {
    title: 'Open spells by cause',
    description: 'How many are stuck now, and why.',
    kind: 'timeseries',
    queries: [[`sum by (${label.cause}) (${series.open})`, `{{${label.cause}}}`]],
    width: 12,
  },
  {
    title: 'Open spells by provider',
    description: 'By whose servers mail was to leave; other: none that we know.',
    kind: 'timeseries',
    queries: [[`sum by (${label.provider}) (${series.open})`, `{{${label.provider}}}`]],
    width: 12,
  },
  {
    title: 'Causes of the last 7 days',
    description: 'How many spells ended, by cause.',
    kind: 'bargauge',
    queries: [[`topk(10, sum by (${label.cause}) (increase(${series.episodes}[7d])))`, `{{${label.cause}}}`]],
    width: 12,
  },
  {
    title: 'What was done in the last 7 days',
    description: 'Fixes, by how they ended.',
    kind: 'table',
    queries: [[`sum by (${label.remedy}, ${label.outcome}) (increase(${series.remedies}[7d]))`, '']],
    width: 12,
  },
  {
    title: 'Time to recovery',
    description: 'From stuck to sent, of what ended within the range shown.',
    kind: 'timeseries',
    unit: 's',
    queries: [
      [quantile(0.5, series.recovery), 'half of all'],
      [quantile(0.95, series.recovery), '95 of 100'],
    ],
    width: 8,
  },
  {
    title: 'How long a question takes',
    description: 'Of what each Mac asks its network and its servers.',
    kind: 'timeseries',
    unit: 's',
    queries: [
      [quantile(0.5, series.probes), 'half of all'],
      [quantile(0.95, series.probes), '95 of 100'],
    ],
    width: 8,
  },
  {
    title: 'Versions',
    description: 'How many Macs run which.',
    kind: 'bargauge',
    queries: [[`count by (${label.version}) (${series.up})`, `{{${label.version}}}`]],
    width: 8,
  },
]

const height = 8
const columns = 24

/** For Grafana 10 and newer: imported as it is, it asks which Prometheus it is to read. */
export function dashboard(): object {
  let place = { x: 0, y: 0 }
  return {
    __inputs: [
      {
        name: 'DS_PROMETHEUS',
        label: 'Prometheus',
        description: 'What the collector writes to',
        type: 'datasource',
        pluginId: 'prometheus',
        pluginName: 'Prometheus',
      },
    ],
    uid: 'outbox-doctor',
    title: 'Outbox Doctor',
    tags: ['mail', 'macos'],
    schemaVersion: 39,
    editable: true,
    time: { from: 'now-24h', to: 'now' },
    refresh: '1m',
    templating: { list: [] },
    panels: panels.map((panel, index) => {
      const at = place.x + panel.width > columns ? { x: 0, y: place.y + height } : place
      place = { x: at.x + panel.width, y: at.y }
      return panelJson(panel, index + 1, at)
    }),
  }
}

function panelJson(
  { title, description, kind, unit, queries, red, width }: Panel,
  id: number,
  at: { x: number; y: number },
) {
  const datasource = { type: 'prometheus', uid: `$\{DS_PROMETHEUS}` }
  const isNow = kind !== 'timeseries'
  return {
    id,
    title,
    description,
    type: kind,
    datasource,
    gridPos: { ...at, w: width, h: height },
    fieldConfig: {
      defaults: {
        ...(unit !== undefined && { unit }),
        ...(red !== undefined && {
          color: { mode: 'thresholds' },
          thresholds: {
            mode: 'absolute',
            steps: [
              { color: 'green', value: null },
              { color: 'red', value: red },
            ],
          },
        }),
      },
      overrides: [],
    },
    targets: queries.map(([expr, legendFormat], index) => ({
      refId: String.fromCharCode(65 + index),
      datasource,
      expr,
      ...(legendFormat !== '' && { legendFormat }),
      ...(isNow && { instant: true, range: false }),
      ...(kind === 'table' && { format: 'table' }),
    })),
  }
}
