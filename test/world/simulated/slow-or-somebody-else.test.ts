import { beforeAll, describe, expect, test } from 'vitest'
import { rendered } from '../../../src/core/rendered.ts'
import { offersFor } from '../../../src/doctor/offers.ts'
import { allRemedies } from '../../../src/remedies/index.ts'
import type { Scene } from '../../../src/world/simulated/scene.ts'
import { playScene } from '../../../src/world/simulated/world.ts'
import { SceneRunner } from '../../remedies/in-scene.ts'
import { annas, askedBothWays } from './asked-both-ways.ts'
import { examined } from './examined.ts'

const both = (id: string) => ({ check: id, watch: id })
const large = { outbox: [{ waiting: '50s', size: 14_000_000, recipients: 1 }] }
const full = { way: { delay: '2600ms' }, ...large }
const firstOf = async (world: object) => (await examined(annas(world))).diagnosis.causes[0]
const webAt = (port: number, more: object = {}) => ({
  hosts: { 'mail.example.net': { ports: { [port]: { protocol: 'web', mode: 'clear' } }, ...more } },
})

describe('an upload that is full', () => {
  beforeAll(async () => void (await examined(annas({}))))

  test('says how much waits', async () => {
    const first = await firstOf(full)
    expect(first).toMatchObject({ id: 'uplink-saturated', weight: 0.5 })
    expect(first?.plain).toMatch(/The 14 MB that wait/)
  })

  test('is surer where even the router is slow', async () => {
    const first = await firstOf({ ...full, mac: { router: { delay: '1800ms' } } })
    expect(first).toMatchObject({ id: 'uplink-saturated', weight: 0.7 })
    expect(rendered(first?.evidence ?? []).join(' ')).toMatch(/Even the router of this network takes 1\.8 s/)
  })

  test('lies behind a router that answers at once', async () => {
    const first = await firstOf({ ...full, mac: { router: {} } })
    expect(first).toMatchObject({ id: 'uplink-saturated', weight: 0.6 })
    expect(rendered(first?.evidence ?? []).join(' ')).toMatch(/the jam is behind it/)
  })

  test('is no surer by a router that says nothing', async () => {
    expect(await firstOf({ ...full, mac: { router: { address: '192.168.1.254', fate: 'silent' } } })).toMatchObject({
      weight: 0.5,
    })
  })

  test('is not where only the router is slow, nor for a small message', async () => {
    expect((await firstOf({ ...large, mac: { router: { delay: '1800ms' } } }))?.id).not.toBe('uplink-saturated')
    const small = { outbox: [{ waiting: '50s', size: 30_000 }] }
    expect((await firstOf({ ...full, ...small, mac: { router: { delay: '1800ms' } } }))?.id).not.toBe(
      'uplink-saturated',
    )
  })
})

describe('a mail port that answers as a web page', () => {
  test('where encryption is to begin at once, is somebody else in its place', async () => {
    const scene = annas(webAt(465))
    expect(await askedBothWays(scene)).toEqual(both('captive-portal'))
    const [first] = (await examined(scene)).diagnosis.causes
    expect(first?.evidence).toEqual(['Port 465 of mail.example.net answers as a web page, not as mail'])
    expect(first?.plain).toMatch(/in the place of your mail server/)
  })

  test('so it is where a greeting is waited for', async () => {
    const outgoing = { host: 'mail.example.net', port: 587, security: 'starttls' }
    const scene = annas({ account: { ...annas({}).account, outgoing }, ...webAt(587) })
    expect(await askedBothWays(scene)).toEqual(both('captive-portal'))
  })

  test('is the proxy, where one is set for the web', async () => {
    const proxies = [{ kind: 'http', host: 'proxy.example.net', port: 3128 }]
    const scene = annas({ ...webAt(465), mac: { proxies } })
    expect(await askedBothWays(scene)).toEqual(both('detour-broken'))
    expect((await examined(scene)).diagnosis.causes[0]?.plain).toMatch(/as if mail were web pages/)
  })

  test('is no portal where the account is set to the port of web pages', async () => {
    const outgoing = { host: 'mail.example.net', port: 443, security: 'tls' }
    const first = await firstOf({ account: { ...annas({}).account, outgoing } })
    expect(first?.id).not.toBe('captive-portal')
  })

  test('is none where mail answers in the clear: then the setting is wrong', async () => {
    const ports = { 465: { protocol: 'smtp', mode: 'starttls' } }
    const scene = annas({ hosts: { 'mail.example.net': { ports } } })
    expect(await askedBothWays(scene)).toEqual(both('encryption-mode-wrong'))
  })
})

async function offersIn(scene: Scene): Promise<string[]> {
  const context = await new SceneRunner(await playScene(scene), scene).remedyContext()
  return offersFor(context, allRemedies).map(({ remedy }) => remedy.id)
}

test('what looks sent and may never have arrived offers a round trip', async () => {
  const account = { ...annas({}).account, secret: 'a good secret' }
  const lost = annas({ account, outbox: [{ waiting: '30m', size: 18_000, answer: 'lost' }] })
  expect(await offersIn(lost)).toContain('send-test-message')
  const unseen = annas({ account: { ...account, client: 'outlook' }, mac: { apps: [{ app: 'outlook', mode: 'new' }] } })
  expect(await offersIn(unseen)).toContain('send-test-message')
  expect(await offersIn(annas({ account, hosts: { 'mail.example.net': 'silent' } }))).not.toContain('send-test-message')
})
