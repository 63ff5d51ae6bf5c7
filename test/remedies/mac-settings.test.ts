import { describe, expect, test } from 'vitest'
import { render } from '../../src/core/render.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { loadScene } from '../../src/world/simulated/library.ts'
import type { Scene } from '../../src/world/simulated/scene.ts'
import { SceneRunner } from './in-scene.ts'

const { signal } = new AbortController()

/** What the acts on the Mac's own settings change: the remedy, and a scene that it cures. */
const acts: readonly [remedy: string, scene: string][] = [
  ['bypass-proxy', 'forgotten-socks-proxy'],
  ['prefer-ipv4', 'ipv6-leads-nowhere'],
  ['prefer-ipv4', 'ipv6-entered-by-hand'],
  ['network-name-servers', 'name-servers-of-an-old-job'],
  ['public-name-servers', 'router-forgot-the-phone-book'],
  ['public-name-servers', 'no-name-server-after-vpn'],
  ['set-mtu', 'line-that-carries-less'],
]

/** All of it, as this Mac would tell it. */
async function settingsOf({ played }: SceneRunner) {
  const { interfaces, ipv6, resolvers, nameServersByHand, pastProxies } = await played.world.mac.network(signal)
  const service = await played.world.mac.networkService('en0', signal)
  return { interfaces, ipv6, resolvers, nameServersByHand, pastProxies, service }
}

/** The same scene with hands, or settings of the Mac, that differ. */
const differing = (scene: string, { hands, service }: Pick<Scene, 'hands'> & { service?: object }): Partial<Scene> => {
  const { mac } = loadScene(scene)
  return { ...(hands && { hands }), ...(service && { mac: { ...mac, service: { ...mac?.service, ...service } } }) }
}

describe.each(acts)('%s in %s', (remedy, scene) => {
  test('cures, and is undone to the last setting', { timeout: 60_000 }, async () => {
    const runner = await SceneRunner.open(scene)
    const before = await settingsOf(runner)
    const result = await runner.treat(remedy)
    expect(result).toMatchObject({ is: 'treated', treatment: { outcome: 'cured' } })
    const after = await settingsOf(runner)
    expect(after).not.toEqual(before)
    if (result.is !== 'treated') return
    expect(await runner.undo(result.treatment.id)).toMatchObject({ is: 'undone' })
    expect(await settingsOf(runner)).toEqual(before)
  })

  test.each(['cancelled', 'failed'] as const)(
    'changes nothing where the administrator is asked in vain: %s',
    { timeout: 60_000 },
    async (admin) => {
      const runner = await SceneRunner.open(scene, differing(scene, { hands: { admin } }))
      const before = await settingsOf(runner)
      expect(await runner.treat(remedy)).toMatchObject({ is: 'treated', treatment: { outcome: 'failed' } })
      expect(await settingsOf(runner)).toEqual(before)
    },
  )

  test.each(['put-back', 'managed'] as const)(
    'tells where it is not kept, and is no cure then: %s',
    { timeout: 60_000 },
    async (macSettings) => {
      const runner = await SceneRunner.open(scene, differing(scene, { hands: { macSettings } }))
      const before = await settingsOf(runner)
      const result = await runner.treat(remedy)
      expect(result).toMatchObject({ is: 'treated', treatment: { outcome: 'failed' } })
      const words = result.is === 'treated' ? render(result.treatment.words ?? foreignName('')) : ''
      expect(words).toMatch(macSettings === 'managed' ? /managed/ : /may keep this setting as it was/)
      expect(await settingsOf(runner)).toEqual(before)
    },
  )

  test('asks before it undoes what somebody has changed since', { timeout: 60_000 }, async () => {
    const runner = await SceneRunner.open(scene)
    const result = await runner.treat(remedy)
    const { hands } = runner.played.world
    await hands.admin({ command: 'set-name-servers', interface: 'en0', servers: ['192.0.2.77'] }, '', signal)
    const manual = { is: 'manual', address: '2001:db8::77', prefixLength: 64, router: '2001:db8::1' } as const
    await hands.admin({ command: 'set-ipv6', interface: 'en0', to: manual }, '', signal)
    await hands.admin({ command: 'set-past-proxies', interface: 'en0', hosts: ['theirs.example'] }, '', signal)
    await hands.admin({ command: 'set-packet-size', interface: 'en0', bytes: 1_400 }, '', signal)
    const theirs = await settingsOf(runner)
    const id = result.is === 'treated' ? result.treatment.id : ''
    expect(await runner.undo(id)).toMatchObject({ is: 'changed' })
    expect(await settingsOf(runner)).toEqual(theirs)
  })
})

describe('where it cannot be told what is set', () => {
  test.each(acts.filter(([remedy]) => remedy !== 'set-mtu'))(
    '%s leaves %s alone',
    { timeout: 60_000 },
    async (remedy, scene) => {
      for (const unclear of ['which', 'words'] as const) {
        const runner = await SceneRunner.open(scene, differing(scene, { service: { unclear } }))
        const before = await settingsOf(runner)
        expect(await runner.treat(remedy)).toMatchObject({ is: 'refused' })
        expect(await settingsOf(runner)).toEqual(before)
      }
    },
  )
})

test('what is entered besides stays past the proxy when the mail servers are taken out again', async () => {
  const runner = await SceneRunner.open('forgotten-socks-proxy')
  const result = await runner.treat('bypass-proxy')
  const past = async () => {
    const read = await runner.played.world.mac.networkService('en0', signal)
    return read.seen ? read.value.pastProxies : undefined
  }
  expect(await past()).toEqual(['*.local', '169.254/16', 'mail.example.net'])
  const hosts = [...((await past()) ?? []), 'printer.example']
  await runner.played.world.hands.admin({ command: 'set-past-proxies', interface: 'en0', hosts }, '', signal)
  const id = result.is === 'treated' ? result.treatment.id : ''
  expect(await runner.undo(id, true)).toMatchObject({ is: 'undone' })
  expect(await past()).toEqual(['*.local', '169.254/16', 'printer.example'])
})

describe('the clock', () => {
  test.each(['clock-ten-minutes-slow', 'clock-a-year-ahead'])('%s', { timeout: 60_000 }, async (scene) => {
    const runner = await SceneRunner.open(scene)
    expect(await runner.treat('set-clock')).toMatchObject({ is: 'treated', treatment: { outcome: 'cured' } })
    const refused = await SceneRunner.open(scene, differing(scene, { hands: { admin: 'cancelled' } }))
    expect(await refused.treat('set-clock')).toMatchObject({ is: 'treated', treatment: { outcome: 'failed' } })
    const kept = await SceneRunner.open(scene, differing(scene, { hands: { macSettings: 'put-back' } }))
    const result = await kept.treat('set-clock')
    expect(result).toMatchObject({ is: 'treated', treatment: { outcome: 'failed' } })
    expect(result.is === 'treated' && render(result.treatment.words ?? foreignName(''))).toMatch(/still wrong/)
  })
})
