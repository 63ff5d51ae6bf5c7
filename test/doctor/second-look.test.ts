import { beforeAll, expect, test } from 'vitest'
import { loadScene } from '../../src/world/simulated/library.ts'
import { examined } from '../world/simulated/examined.ts'
import { sceneWith } from '../world/simulated/play.ts'

const moment = (part: object, seconds: number) => {
  const [[name = '', now] = []] = Object.entries(part)
  return sceneWith({ [name]: now, later: [{ after: `${seconds}s`, world: { [name]: {} } }] })
}
const found = async (scene: ReturnType<typeof sceneWith>, budget?: number) => {
  const { diagnosis, elapsed } = await examined(scene, { ...(budget !== undefined && { budget }) })
  return { first: diagnosis.causes[0]?.id, status: diagnosis.status, elapsed }
}

beforeAll(async () => void (await examined(loadScene('healthy-own-server'))))

test.for([
  ['names that are not found', { dns: { system: 'servfail' } }, 'names-broken'],
  ['a network that leads nowhere', { way: { all: 'silent' }, outside: 'open' }, 'no-network'],
  ['mail ports that are shut', { way: { mailPorts: 'reset' } }, 'mail-ports-blocked-here'],
] as const)(
  '%s for a moment are nobody’s fault; for long, they are',
  async ([, part, cause], { expect: expectHere }) => {
    expectHere(await found(moment(part, 3))).toMatchObject({ first: undefined, status: 'clear' })
    expectHere(await found(moment(part, 600))).toMatchObject({ first: cause })
  },
)

test('what is well again is not accused because another answer is kept waiting', async () => {
  const sockets = [{ host: 'mail.example.net', port: 993, state: 'established' }]
  const scene = sceneWith({
    mac: { apps: [{ app: 'apple-mail', running: true, answers: 'yes', sockets }] },
    dns: { system: 'silent' },
    way: { tls: 'stall' },
    later: [{ after: '3s', world: { dns: {} } }],
  })
  expect((await found(scene)).first).not.toBe('names-broken')
})

test('what does not pass by itself is told without a second look', async () => {
  const { first, elapsed } = await found(
    sceneWith({ hosts: { 'mail.example.net': { certificate: { issuer: 'self-signed' } } } }),
  )
  expect(first).toBe('certificate-self-signed')
  expect(elapsed).toBeLessThan(5_000)
})

test('a Mac without a network is told so at once', async () => {
  const { first, elapsed } = await found(sceneWith({ mac: { interfaces: [] } }))
  expect(first).toBe('no-network')
  expect(elapsed).toBeLessThan(5_000)
})

test('a second look never takes longer than there is time', async () => {
  const lasting = moment({ dns: { system: 'servfail' } }, 600)
  expect(await found(lasting, 8_000)).toMatchObject({
    first: 'names-broken',
    elapsed: expect.toSatisfy((ms) => ms < 6_000),
  })
  const { first, elapsed } = await found(moment({ way: { mailPorts: 'silent' } }, 600), 25_000)
  expect(first).toBe('mail-ports-blocked-here')
  expect(elapsed).toBeLessThan(26_000)
})
