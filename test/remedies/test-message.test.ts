import { describe, expect, test } from 'vitest'
import { shown } from '../../src/core/shown.ts'
import type { Scene } from '../../src/world/simulated/scene.ts'
import { sceneWith } from '../world/simulated/play.ts'
import { SceneRunner } from './in-scene.ts'

function open(scene: Scene | Partial<Scene>): Promise<SceneRunner> {
  return SceneRunner.open('healthy-own-server', scene)
}

const server = (speaker: object): Partial<Scene> => {
  const { hosts } = sceneWith({ hosts: { 'mail.example.net': { ports: { '587': speaker } } } })
  return { ...sceneWith({}), ...(hosts && { hosts }) }
}

describe('a test message', () => {
  test('comes back, is told with the time it took, and removed', { timeout: 30_000 }, async () => {
    const runner = await open(sceneWith({}))
    const result = await runner.treat('send-test-message')
    expect(result).toMatchObject({ is: 'treated', treatment: { outcome: 'no effect' } })
    expect(runner.told.join(' ')).toMatch(/took it after \d+ s.*It arrived in the inbox, \d+ s after.*removed again/)
  })

  test('is found among junk', { timeout: 30_000 }, async () => {
    const runner = await open(server({ delivers: 'junk' }))
    await runner.treat('send-test-message')
    expect(runner.told.join(' ')).toMatch(/among junk.*removed again/)
  })

  test('that never comes is waited for two minutes', { timeout: 60_000 }, async () => {
    const runner = await open(server({ delivers: 'never' }))
    const words = expect.stringMatching(/had not arrived after two minutes/)
    expect(shown(await runner.treat('send-test-message'))).toMatchObject({ treatment: { outcome: 'failed', words } })
  })

  test('that is refused says what the server said', { timeout: 30_000 }, async () => {
    const runner = await open(server({ replies: { data: '554 5.7.1 Not today' } }))
    const words = expect.stringMatching(/did not take the message: 554 .*Not today/)
    expect(shown(await runner.treat('send-test-message'))).toMatchObject({ treatment: { outcome: 'failed', words } })
  })

  test('needs a password that was given for it', { timeout: 30_000 }, async () => {
    const scene = sceneWith({})
    const { secret: _, ...account } = scene.account
    const runner = await open({ ...scene, account })
    expect(shown(await runner.treat('send-test-message'))).toMatchObject({
      is: 'refused',
      why: expect.stringMatching(/password/),
    })
  })
})
