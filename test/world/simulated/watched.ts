import { startAgent, type WatchedClient } from '../../../src/agent.ts'
import type { OutboxReader } from '../../../src/clients/client.ts'
import { knownClient } from '../../../src/clients/known-clients.ts'
import type { Transition } from '../../../src/core/episode.ts'
import { defaultSettings } from '../../../src/core/settings.ts'
import type { State } from '../../../src/core/state.ts'
import type { Millis } from '../../../src/core/time.ts'
import { simulatedMailApps } from '../../../src/world/simulated/mac/mail-apps.ts'
import type { Scene } from '../../../src/world/simulated/scene.ts'
import { type PlayedScene, playScene } from '../../../src/world/simulated/world.ts'

export interface Told {
  at: Millis
  is: Transition
  cause?: string
}

export interface Watched {
  /** What became of the episodes, in order; naming the same cause again is left out. */
  told: readonly Told[]
  /** The last state. */
  state: State
}

/** Watches a scene for so long of its own time, with the real readers of the mail apps' stores. */
export async function watched(scene: Scene, howLong: Millis): Promise<Watched> {
  const played = await playScene(scene)
  const agent = startAgent(played.world, ':memory:')
  const { clock } = played.world
  const began = clock.now()
  const own = readersOf(scene)
  const clients = own.map((client) => watchedIn(client, played))
  const { outside, past } = played
  const doctor = agent.watch({ outside, settings: defaultSettings, clients, ...(past && { past }) })
  try {
    await played.hasten(clock.wait(howLong, new AbortController().signal))
    const turns = agent.episodes(0).flatMap(({ transitions }) => transitions)
    return {
      told: withoutRepeats(turns.map(({ at, what, cause }) => ({ at: at - began, is: what, ...(cause && { cause }) }))),
      state: doctor.state(),
    }
  } finally {
    await doctor.stop()
    agent.close()
    for (const reader of own) reader.close()
    await played.close()
  }
}

/** The readers of the mail apps that the scene speaks of. */
export function readersOf(scene: Scene): OutboxReader[] {
  return simulatedMailApps(scene).flatMap(({ app }) => knownClient(app)?.reader() ?? [])
}

export function watchedIn(client: OutboxReader, played: PlayedScene): WatchedClient {
  const { id, name, watches } = client
  const { mac, clock } = played.world
  return {
    id,
    name,
    watches,
    look: async (signal) => ({ ...(await client.read(mac, clock.now(), signal)), ...played.besides(id) }),
  }
}

function withoutRepeats(turns: readonly Told[]): Told[] {
  const sorted = turns.toSorted((one, other) => one.at - other.at)
  return sorted.filter(({ is, cause }, index) => {
    const before = sorted.slice(0, index).findLast((turn) => turn.is === 'named')
    return is !== 'named' || (cause !== undefined && before?.cause !== cause)
  })
}
