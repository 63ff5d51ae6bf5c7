import { setTimeout as pause } from 'node:timers/promises'
import { startAgent } from '../../src/agent.ts'
import { Announcer } from '../../src/app/announce.ts'
import { appWordsIn } from '../../src/app/app-words.ts'
import type { ClientAccount } from '../../src/core/client.ts'
import type { MacEvent } from '../../src/core/mac-powers.ts'
import type { Change } from '../../src/core/network.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { defaultSettings } from '../../src/core/settings.ts'
import type { World } from '../../src/core/world.ts'
import { vitalProbes } from '../../src/doctor/vital-probes.ts'
import { allProbes } from '../../src/probes/index.ts'
import { readScene } from '../../src/world/simulated/scene.ts'
import { type PlayedScene, playScene } from '../../src/world/simulated/world.ts'
import { Ears } from '../app/shell-double.ts'

export interface Cost {
  whole: number
  light: number
  connections: number
  /** Of the server that heard most of them. */
  signIns: number
  notifications: number
  /** All that was ever told, by the ids of the causes. */
  causes: readonly string[]
}

export interface Weather {
  accounts: number
  minutes: number
  /** Between two changes of the network; without it, it is steady. */
  everyMs?: number
  /** One message of the first account waits all the time. */
  stuck?: boolean
}

const second = 1_000
const stride = 5 * second

/** What an agent does in so many minutes, on real sockets: the names and the servers are made up, nothing else is. */
export async function costOf(weather: Weather): Promise<Cost> {
  const played = await playScene(readScene(JSON.stringify(sceneOf(weather))))
  const cost = { whole: 0, light: 0, connections: 0, signIns: 0, notifications: 0 }
  const causes = new Set<string>()
  const { world, flip } = countedWorld(played, cost)
  const agent = startAgent(world, ':memory:')
  const { clock } = world
  const accounts = played.accounts.map((one): ClientAccount => ({ ...one, client: 'apple-mail', enabled: true }))
  const message = { id: 'm', account: accounts[0]?.id ?? '', state: 'waiting', waitingSince: clock.now() } as const
  const outbox = { seen: true, messages: weather.stuck ? [message] : [] } as const
  const light = new Set(vitalProbes(allProbes))
  let grew = false
  const doctor = agent.watch({
    outside: played.outside,
    settings: { ...defaultSettings, quietHours: { from: 0, to: 0 } },
    clients: [
      {
        id: 'apple-mail',
        name: 'Apple Mail',
        watches: [],
        look: async () => ({ client: 'apple-mail', at: clock.now(), running: true, accounts, outbox, unseen: [] }),
      },
    ],
    follow: (_account, _why, progress) => {
      if (progress.is === 'asking' && !light.has(progress.probe)) grew = true
      if (progress.is !== 'ended') return
      if (grew) cost.whole++
      else cost.light++
      grew = false
    },
  })
  const announcer = new Announcer({
    announce: () => {
      cost.notifications++
      return Object.assign(new Ears(), { show: () => {}, close: () => {} })
    },
    offers: async () => [],
    announced: agent.announced,
    settings: async () => ({ notifications: true, quietHours: { from: 0, to: 0 } }),
    clock,
    words: () => appWordsIn(['en']),
    command: () => {},
  })
  doctor.listen((state) => {
    for (const { id } of state.diagnosis?.causes ?? []) causes.add(id)
    void announcer.hear(state)
  })
  try {
    const end = clock.elapsed() + weather.minutes * 60 * second
    let next = clock.elapsed()
    while (clock.elapsed() < end) {
      if (weather.everyMs !== undefined && clock.elapsed() >= next) {
        flip()
        next += weather.everyMs
      }
      await pause(3)
      if (!doctor.state().examining) await played.leap(stride)
    }
    return { ...cost, causes: [...causes] }
  } finally {
    announcer.stop()
    await doctor.stop()
    agent.close()
    await played.close()
  }
}

/** Its net counts, and its network is another one whenever it is flipped. */
function countedWorld(
  played: PlayedScene,
  cost: Pick<Cost, 'connections' | 'signIns'>,
): { world: World; flip(): void } {
  const { world } = played
  const { net, mac, clock, secrets } = world
  const listeners = new Set<(event: MacEvent) => void>()
  const changes: Change[] = []
  const heard = new Map<string, number>()
  const counted: World = {
    ...world,
    net: {
      ...net,
      connect: (...asked) => {
        cost.connections++
        return net.connect(...asked)
      },
      signIn: (server, ...asked) => {
        const times = (heard.get(server.host) ?? 0) + 1
        heard.set(server.host, times)
        cost.signIns = Math.max(cost.signIns, times)
        return net.signIn(server, ...asked)
      },
    },
    mac: {
      ...mac,
      programs: mac.programs,
      files: mac.files,
      network: async (signal) => {
        const network = await mac.network(signal)
        const [first, ...others] = network.interfaces
        const addresses = [`192.168.7.${10 + (changes.length % 2)}`]
        return { ...network, interfaces: first ? [{ ...first, addresses }, ...others] : [] }
      },
      changes: (since) => [...mac.changes(since), ...changes.filter(({ at }) => at >= since)],
      watch: (listener) => {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    },
    secrets,
  }
  return {
    world: counted,
    flip() {
      changes.push({ at: clock.now(), what: 'network', line: foreignName('The network changed') })
      for (const listener of listeners) listener({ is: 'network' })
    },
  }
}

function sceneOf({ accounts }: Weather) {
  const account = (index: number) => ({
    email: `anna@number-${index}.example`,
    secret: 'a good secret',
    outgoing: { host: `smtp.number-${index}.example`, port: 465, security: 'tls' },
  })
  const [first, ...others] = Array.from({ length: accounts }, (_, index) => account(index))
  return {
    title: 'An hour',
    story: 'Nothing is wrong but the network.',
    expects: { first: null, status: 'clear' },
    account: first,
    ...(others.length > 0 && { otherAccounts: others }),
  }
}
