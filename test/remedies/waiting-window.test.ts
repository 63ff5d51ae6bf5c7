import { expect, test } from 'vitest'
import { rendered } from '../../src/core/rendered.ts'
import { offersFor } from '../../src/doctor/offers.ts'
import { allRemedies } from '../../src/remedies/index.ts'
import { SceneRunner } from './in-scene.ts'

const offered = async (scene: string) => {
  const runner = await SceneRunner.open(scene)
  return offersFor(await runner.remedyContext(), allRemedies).map(({ remedy }) => remedy.id)
}

test('a window that waits is shown, and an app that would not quit before is not asked to', async () => {
  const ids = await offered('outlook-waits-for-an-answer')
  expect(ids[0]).toBe('show-waiting-window')
  expect(ids).not.toContain('relaunch-client')
})

test('where no window was seen, quitting comes first', async () => {
  const ids = await offered('outlook-does-not-answer')
  expect(ids.indexOf('show-waiting-window')).toBeGreaterThan(ids.indexOf('relaunch-client'))
})

test('a window that nobody answers is no cure, and says so', { timeout: 60_000 }, async () => {
  const runner = await SceneRunner.open('outlook-waits-for-an-answer', { mends: [], later: [] })
  const words = expect.stringMatching(/still waits for an answer/)
  expect(rendered(await runner.treat('show-waiting-window'))).toMatchObject({
    treatment: { outcome: 'failed', words },
  })
})
