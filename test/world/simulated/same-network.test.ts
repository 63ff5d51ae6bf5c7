import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startAgent } from '../../../src/agent.ts'
import { render } from '../../../src/core/render.ts'
import { defaultSettings } from '../../../src/core/settings.ts'
import type { State } from '../../../src/core/state.ts'
import { readScene } from '../../../src/world/simulated/scene.ts'
import { playScene } from '../../../src/world/simulated/world.ts'
import { readersOf, watchedIn } from './watched.ts'

const minute = 60_000
const folder = join(import.meta.dirname, '../../../src/world/simulated/scenes')
const { way, outbox, ...hotel } = JSON.parse(readFileSync(join(folder, 'hotel-wifi-blocks-587.json'), 'utf8'))
const inHotel = {
  interfaces: [{ name: 'en0', kind: 'wifi', addresses: ['10.3.0.17'] }],
  wifi: { open: true },
  router: { hardware: '02:5e:10:00:00:01', address: '10.3.0.1' },
} as const
const atHome = {
  interfaces: [{ name: 'en0', kind: 'wifi', addresses: ['192.168.1.20'] }],
  wifi: { open: false },
  router: { hardware: '02:5e:10:00:00:02', address: '192.168.1.1' },
} as const

/** In the hotel, at home after a quarter of an hour, in the hotel again after an hour, with another message. */
function twiceInTheHotel(again: object = inHotel) {
  return readScene(
    JSON.stringify({
      ...hotel,
      way,
      outbox,
      mac: inHotel,
      later: [
        { after: '15m', world: { mac: atHome, way: {}, outbox: [] } },
        { after: '60m', world: { mac: again, way, outbox: [{ waiting: '5s', size: 18_000, recipients: 1 }] } },
      ],
    }),
  )
}

async function states(scene: ReturnType<typeof twiceInTheHotel>): Promise<{ at: number; state: State }[]> {
  const played = await playScene(scene)
  const agent = startAgent(played.world, ':memory:')
  const { clock } = played.world
  const began = clock.now()
  const own = readersOf(scene)
  const clients = own.map((client) => watchedIn(client, played))
  const doctor = agent.watch({ outside: played.outside, settings: defaultSettings, clients })
  onTestFinished(async () => {
    await doctor.stop()
    agent.close()
    for (const reader of own) reader.close()
    await played.close()
  })
  const seen: { at: number; state: State }[] = []
  doctor.listen((state) => seen.push({ at: clock.now() - began, state }))
  await played.hasten(clock.wait(66 * minute, new AbortController().signal))
  return seen
}

test('a hotel that was joined before tells at once what it did, and the check decides', async () => {
  const seen = await states(twiceInTheHotel())
  expect(seen.filter(({ at, state }) => at < 60 * minute && state.recalled)).toEqual([])
  const told = seen.filter(({ state }) => state.recalled)
  const [first] = told
  if (!first?.state.recalled) throw new Error('Nothing was recalled.')
  expect(first.at - 60 * minute).toBeLessThan(5_000)
  const { recalled } = first.state
  expect(recalled).toMatchObject({
    cause: { id: 'port-blocked-here', title: { key: 'This network blocks the port your mail uses.' } },
    port: 587,
    fix: { remedy: 'switch-port', label: { key: 'Use another port' } },
  })
  expect(recalled.fix?.promise.map((step) => render(step)).join(' ')).toMatch(/465/)
  expect(JSON.stringify(recalled)).not.toMatch(/anna@|private/)
  expect(recalled.at).toBeLessThan(first.state.waiting[0]?.since ?? 0)
  // Once it was checked, only what was found stands.
  const last = seen.at(-1)?.state
  expect(last?.recalled).toBeUndefined()
  expect(last).toMatchObject({ diagnosis: { causes: [{ id: 'port-blocked-here' }] } })
}, 60_000)

test('another hotel with the same addresses is another one', async () => {
  const other = { ...inHotel, router: { ...inHotel.router, hardware: '02:5e:10:00:00:03' } }
  expect((await states(twiceInTheHotel(other))).filter(({ state }) => state.recalled)).toEqual([])
}, 60_000)
