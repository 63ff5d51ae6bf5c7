import { describe, expect, test } from 'vitest'
import { render } from '../../src/core/render.ts'
import { loadScene } from '../../src/world/simulated/library.ts'
import { SceneRunner } from './in-scene.ts'

const { signal } = new AbortController()
function words(result: Awaited<ReturnType<SceneRunner['treat']>>): string {
  const told = result.is === 'treated' ? result.treatment.words : result.why
  return told === undefined ? '' : render(told)
}

describe('open-message', () => {
  test.each(['address-with-a-typing-error', 'choir-of-two-hundred', 'wedding-photos-too-large'])(
    'opens it, and notices by itself when it has left: %s',
    { timeout: 60_000 },
    async (scene) => {
      const runner = await SceneRunner.open(scene)
      expect(await runner.treat('open-message')).toMatchObject({ is: 'treated', treatment: { outcome: 'cured' } })
      expect(runner.told.join('\n')).toMatch(/Waiting until it has left/)
    },
  )

  test('says so where it still waits after ten minutes', { timeout: 60_000 }, async () => {
    const runner = await SceneRunner.open('address-with-a-typing-error', { mends: [] })
    const result = await runner.treat('open-message')
    expect(result).toMatchObject({ is: 'treated', treatment: { outcome: 'failed' } })
    expect(words(result)).toMatch(/still waits/)
  })

  test('opens the one that the trouble is about', { timeout: 60_000 }, async () => {
    const scene = loadScene('address-with-a-typing-error')
    const [first] = scene.outbox ?? []
    if (!first) throw new Error('no message')
    const good = { ...first, waiting: 9_000_000, recipients: ['dora@example.org'], name: 'good' }
    const runner = await SceneRunner.open('address-with-a-typing-error', {
      outbox: [good, ...(scene.outbox ?? [])],
      mends: [],
    })
    const shown: string[] = []
    const { hands } = runner.played.world
    const { showMessage } = hands
    hands.showMessage = (client, key, ...rest) => {
      shown.push(key)
      return showMessage(client, key, ...rest)
    }
    await runner.treat('open-message')
    const answer = await runner.played.world.mac.programs.script('apple-mail-outbox', ['100'], 5_000, signal)
    const text = answer.outcome === 'answered' ? answer.text : ''
    const bad = text.split('\u001e').find((record) => record.includes('ben@example,org')) ?? ''
    expect(shown).toEqual([
      bad
        .split('\u001f')
        .find((field) => field.startsWith('id='))
        ?.slice(3),
    ])
  })

  test.each([
    ['closed', { apps: [{ app: 'apple-mail' as const, running: false, answers: 'yes' as const }] }, /is closed/],
    ['not allowed', { permissions: { automation: false } }, /must be allowed to control/],
    ['mute', { apps: [{ app: 'apple-mail' as const, running: true, answers: 'no' as const }] }, /did not say/],
  ])('is refused in words where the app is %s', { timeout: 60_000 }, async (_, mac, why) => {
    const healthy = await SceneRunner.open('address-with-a-typing-error')
    const about = await healthy.remedyContext()
    const runner = await SceneRunner.open('address-with-a-typing-error', { mac })
    const result = await runner.treat('open-message', { ...about, world: runner.played.world })
    expect(result.is).toBe('refused')
    expect(words(result)).toMatch(why)
  })
})

describe('show-listener', () => {
  test('names the program, shows it, and notices by itself when it is gone', { timeout: 60_000 }, async () => {
    const runner = await SceneRunner.open('bridge-port-taken')
    const promised = await runner.action('show-listener').promise(await runner.remedyContext(), signal)
    expect(promised.map((line) => render(line))).toEqual(
      expect.arrayContaining([
        '“devtool” listens on port 1025 of this Mac.',
        '/usr/bin/open -R /Applications/Dev Tool.app',
      ]),
    )
    expect(await runner.treat('show-listener')).toMatchObject({ is: 'treated', treatment: { outcome: 'cured' } })
  })

  test('is refused where nobody of this user listens, and given up where it stays', { timeout: 60_000 }, async () => {
    const unseen = await SceneRunner.open('bridge-port-taken', { mac: { listeners: [{ port: 1025, name: 'other' }] } })
    expect(words(await unseen.treat('show-listener'))).toMatch(/cannot be seen/)
    const stays = await SceneRunner.open('bridge-port-taken', { mends: [] })
    expect(words(await stays.treat('show-listener'))).toMatch(/“devtool” still listens/)
  })
})
