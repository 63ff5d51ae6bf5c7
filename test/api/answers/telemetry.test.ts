import { expect, onTestFinished, test } from 'vitest'
import { openApi } from '../../../src/api/answers/api-answers.ts'
import type { ServerOptions } from '../../../src/api/answers/server-options.ts'
import { panelOn } from '../../../src/api/panel.ts'
import { say } from '../../../src/core/sentence.ts'
import type { TelemetryView } from '../../../src/core/telemetry.ts'

const about = { name: 'Outbox Doctor', version: '0', license: 'MIT' }
function panelWith(options: Partial<ServerOptions>) {
  const api = openApi({ about, ...options })
  onTestFinished(() => api.close())
  return panelOn(api.endpoint)
}

test('where nothing is sent, that is said', async () => {
  const panel = panelWith({})
  expect(await panel.ask.telemetry()).toEqual({ ok: true, value: { on: false } })
  expect(await panel.ask.renewTelemetryId({ sure: true })).toEqual({ ok: true, value: { on: false } })
})

test('what was sent is shown to the last line, and another number taken', async () => {
  const batch = {
    at: 2_000,
    since: 1_000,
    resource: { 'service.name': 'outbox-doctor' },
    metrics: [
      {
        name: 'a',
        unit: 's',
        kind: 'histogram' as const,
        points: [{ attributes: { b: 'c' }, count: 3, sum: 9, bounds: [1, 2], buckets: [1, 0, 2] }],
      },
    ],
    records: [{ at: 1_500, name: 'e', attributes: { f: 3 } }],
  }
  let view: TelemetryView = {
    on: true,
    endpoint: 'https://example.org/',
    id: 'one',
    since: 1_000,
    last: { at: 2_000, told: say('The collector took it.'), taken: true, batch },
  }
  const reset = async () => {
    view = { on: true, endpoint: 'https://example.org/', id: 'two', since: 3_000 }
  }
  const panel = panelWith({ telemetry: { view: async () => view, reset } })
  expect(await panel.ask.telemetry()).toMatchObject({
    value: {
      id: 'one',
      last: {
        sent: [
          'time=1970-01-01T00:00:02.000Z start=1970-01-01T00:00:01.000Z',
          'service.name=outbox-doctor',
          'a{b=c} count 3, sum 9 s (≤1: 1, ≤2: 0, >2: 2)',
          '1970-01-01T00:00:01.500Z e{f=3}',
        ],
      },
    },
  })
  expect(await panel.ask.renewTelemetryId({ sure: true })).toEqual({ ok: true, value: view })
})
