// Loaded here: the test runner fetches a library from another process, which a scene's leaping time takes for silence.
import 'imapflow'
import { describe, expect, test } from 'vitest'
import { rendered } from '../../src/core/rendered.ts'
import { offersFor } from '../../src/doctor/offers.ts'
import { allRemedies } from '../../src/remedies/index.ts'
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

const offersOf = async (scene: Partial<Scene>) => {
  const runner = await open(scene)
  return offersFor(await runner.remedyContext(), allRemedies).map(({ remedy, cause }) => [remedy.id, cause])
}

describe('a test message offers itself', () => {
  test('where nothing waits and all is well', async () => {
    expect(await offersOf(sceneWith({}))).toEqual([['send-test-message', undefined]])
  })

  test('not where a message waits', async () => {
    const waits = await offersOf({
      ...sceneWith({}),
      outbox: [{ waiting: 1_800_000, size: 18_000, leaves: 'to-sent', state: 'waiting' }],
    })
    expect(waits.map(([id]) => id)).not.toContain('send-test-message')
  })

  test.each(['oauth2', 'kerberos', 'ntlm', 'none'] as const)('not where %s is the way to sign in', async (auth) => {
    const runner = await open(sceneWith({}))
    const context = await runner.remedyContext()
    const { outgoing, ...account } = context.account
    const other = { ...account, ...(outgoing && { outgoing: { ...outgoing, auth } }) }
    expect(offersFor({ ...context, account: other }, allRemedies)).toEqual([])
  })

  test('not where the password would go over an open line', async () => {
    const runner = await open(sceneWith({}))
    const context = await runner.remedyContext()
    const { incoming, ...account } = context.account
    const other = { ...account, ...(incoming && { incoming: { ...incoming, security: 'none' as const } }) }
    expect(offersFor({ ...context, account: other }, allRemedies)).toEqual([])
  })

  test('with a password for this once, which is asked for where none is kept', async () => {
    const remedy = allRemedies.find(({ id }) => id === 'send-test-message')
    expect(remedy).toMatchObject({ signsIn: true })
  })
})

describe('a test message', () => {
  test('comes back, is told with the time it took, and removed', { timeout: 30_000 }, async () => {
    const runner = await open(sceneWith({}))
    const result = await runner.treat('send-test-message')
    expect(result).toMatchObject({ is: 'treated', treatment: { outcome: 'no effect' } })
    expect(runner.told.join(' ')).toMatch(
      /took it after \d+ s.*It arrived in the inbox, \d+ s after.*From there to the mailbox it went within.*in the trash/,
    )
  })

  test('is found among junk', { timeout: 30_000 }, async () => {
    const runner = await open(server({ delivers: 'junk' }))
    await runner.treat('send-test-message')
    expect(runner.told.join(' ')).toMatch(/among junk.*in the trash/)
  })

  test('that never comes is waited for five minutes', { timeout: 60_000 }, async () => {
    const runner = await open(server({ delivers: 'never' }))
    const words = expect.stringMatching(/had not arrived after five minutes/)
    expect(rendered(await runner.treat('send-test-message'))).toMatchObject({ treatment: { outcome: 'failed', words } })
  })

  test('that is refused says what the server said', { timeout: 30_000 }, async () => {
    const runner = await open(server({ replies: { data: '554 5.7.1 Not today' } }))
    const words = expect.stringMatching(/did not take the message: 554 .*Not today/)
    expect(rendered(await runner.treat('send-test-message'))).toMatchObject({ treatment: { outcome: 'failed', words } })
  })

  test('needs a password that was given for it', { timeout: 30_000 }, async () => {
    const scene = sceneWith({})
    const { secret: _, ...account } = scene.account
    const runner = await open({ ...scene, account })
    expect(rendered(await runner.treat('send-test-message'))).toMatchObject({
      is: 'refused',
      why: expect.stringMatching(/password/),
    })
  })
})
