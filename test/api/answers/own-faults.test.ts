import { expect, test } from 'vitest'
import { openApi } from '../../../src/api/answers/api-answers.ts'
import { panelOn } from '../../../src/api/panel.ts'
import { type Log, memoryLog } from '../../../src/core/log.ts'
import { render } from '../../../src/core/render.ts'
import { de } from '../../../src/words/de.ts'
import { HandClock } from '../../hand-clock.ts'

const fails = () => {
  throw new TypeError('canary of anna@example.net')
}

/** A panel without a session, whose scenes fail by a fault of ours. */
function panelWith(log: Log) {
  const about = { name: 'Outbox Doctor', version: '0', license: 'MIT' }
  const { endpoint } = openApi({ about, log, scenes: { all: fails, play: fails } })
  return { endpoint, panel: panelOn(endpoint) }
}

test('a question that fails by a fault of ours is written down, and told in About by place and in both languages', async () => {
  const clock = new HandClock(Date.UTC(2026, 2, 2, 9))
  const log = memoryLog(clock, 'app')
  log.info('started')
  const { panel } = panelWith(log)
  expect(await panel.ask.ownFaults()).toEqual({ ok: true, value: { faults: [] } })
  expect(await panel.ask.scenes()).toMatchObject({ ok: false, error: { kind: 'failed' } })
  await clock.pass(60_000)
  log.error('history-failed')
  const answer = await panel.ask.ownFaults()
  const faults = answer.ok ? answer.value.faults : []
  expect(faults).toMatchObject([
    { at: Date.UTC(2026, 2, 2, 9, 1), trace: 'history-failed' },
    { at: Date.UTC(2026, 2, 2, 9), trace: expect.stringMatching(/^answer-failed scenes, TypeError/) },
  ])
  const german = { tag: 'de', catalogue: de }
  expect(faults.map(({ told }) => [render(told), render(told, german)])).toEqual([
    ['The history could not be read or written.', 'Der Verlauf konnte nicht gelesen oder geschrieben werden.'],
    ['A question of a window got no answer.', 'Eine Frage eines Fensters bekam keine Antwort.'],
  ])
  expect(JSON.stringify([faults, await log.newest(9)])).not.toMatch(/canary|anna/)
})

test('whoever listens badly, and what is told out of shape, is written down', async () => {
  const log = memoryLog(new HandClock(), 'app')
  const { endpoint } = panelWith(log)
  await new Promise((resolve) => setImmediate(resolve))
  let isOld = true
  endpoint.listen(() => {
    if (!isOld) fails()
  })
  isOld = false
  endpoint.tell('treating', { id: 'canary' } as never)
  const settings = await endpoint.ask('settings', {})
  endpoint.tell('settings', (settings as unknown as { value: never }).value)
  expect((await log.newest(9)).map(({ event, of, name }) => [event, of, name])).toEqual([
    ['telling-failed', 'treating', undefined],
    ['telling-failed', 'settings', 'TypeError'],
  ])
})
