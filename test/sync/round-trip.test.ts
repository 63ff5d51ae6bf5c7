// Loaded here: the test runner fetches a library from another process, which a scene's leaping time takes for silence.
import 'imapflow'
import { expect, onTestFinished, test, vi } from 'vitest'
import { memoryLog } from '../../src/core/log.ts'
import type { SignIns } from '../../src/core/sign-ins.ts'
import type { Net, World } from '../../src/core/world.ts'
import { openHistory } from '../../src/history/history.ts'
import { LeftoverTrips } from '../../src/sync/leftover-trips.ts'
import { roundTrip, tidyUp } from '../../src/sync/round-trip.ts'
import type { Scene } from '../../src/world/simulated/scene.ts'
import { playScene } from '../../src/world/simulated/world.ts'
import { sceneWith } from '../world/simulated/play.ts'

const anybody: SignIns = { mayTry: async () => ({ may: true, ended: () => {} }) }
const { signal } = new AbortController()

const delivering = (delivers: 'inbox' | 'junk' | 'never'): Scene =>
  sceneWith({ hosts: { 'mail.example.net': { ports: { '587': { delivers } } } } })

async function opened(scene: Scene, net: (net: Net) => Partial<Net> = () => ({})) {
  const played = await playScene(scene)
  const history = openHistory(':memory:')
  onTestFinished(async () => {
    history.close()
    await played.close()
  })
  const [account] = played.accounts
  if (!account) throw new Error('no account')
  const world: World = { ...played.world, net: { ...played.world.net, ...net(played.world.net) } }
  const memory = history.roundTrips
  const request = { world, signIns: anybody, memory, account, signal }
  return { ...request, request, hasten: played.hasten }
}

test('a message to oneself is found, timed by leg and put away', async () => {
  const { request, hasten, memory, account } = await opened(delivering('junk'))
  const trip = await hasten(roundTrip(request))
  expect(trip).toMatchObject({ outcome: 'arrived', place: 'junk', tidied: true })
  if (trip.outcome !== 'arrived') return
  expect(trip.deliveryMs).toBeLessThan(2_000)
  expect(trip.wholeMs).toBeGreaterThan(trip.sendingMs + 1_999)
  expect(memory.left(account.id)).toEqual([])
  expect(memory.countSince(account.id, 0)).toBe(1)
})

test('what nobody could find is looked for at the next start, and put away then', async () => {
  const { request, hasten, memory, account } = await opened(delivering('inbox'), () => ({
    locate: async () => ({ outcome: 'not-there', ms: 1 }),
  }))
  expect(await hasten(roundTrip(request))).toMatchObject({ outcome: 'not-arrived' })
  expect(memory.left(account.id)).toHaveLength(1)
  const leftovers = new LeftoverTrips(memoryLog(request.world.clock), (one, over) =>
    tidyUp({ ...request, account: one, signal: over }, 'again'),
  )
  leftovers.observed([account])
  await hasten(vi.waitFor(() => expect(memory.left(account.id)).toEqual([])))
  await leftovers.stop()
})

test('it is written down before it is sent, and forgotten where the server has refused it', async () => {
  const told: string[] = []
  const { request, hasten, memory, account } = await opened(delivering('inbox'), () => ({
    async send() {
      told.push(...memory.left(account.id).map(({ mark }) => mark))
      return { outcome: 'failed', reply: { protocol: 'smtp', stage: 'data', code: '554', text: 'no' }, ms: 1 }
    },
  }))
  const trip = await hasten(roundTrip(request))
  expect(trip).toMatchObject({ outcome: 'not-sent', refused: true })
  expect(told).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)])
  expect(memory.left(account.id)).toEqual([])
})

test('the seventh within a day is not sent', async () => {
  const { request, hasten, memory, account } = await opened(delivering('inbox'), () => ({
    send: () => Promise.reject(new Error('was sent')),
  }))
  for (let n = 0; n < 6; n += 1) memory.begin(account.id, `${n}`, request.world.clock.now())
  for (let n = 0; n < 6; n += 1) memory.ended(`${n}`)
  expect(await hasten(roundTrip(request))).toMatchObject({ outcome: 'not-sent' })
})

test('a server whose clock is an hour off tells nothing of the way to the mailbox', async () => {
  const { request, hasten } = await opened(delivering('inbox'), () => ({
    locate: async () => ({ outcome: 'found', place: 'inbox', arrivedAt: request.world.clock.now() - 3_600_000, ms: 1 }),
  }))
  expect(await hasten(roundTrip(request))).not.toHaveProperty('deliveryMs')
})
