import { setTimeout } from 'node:timers/promises'
import { startAgent, type WatchedClient } from '../../../src/agent.ts'
import { AppleMail } from '../../../src/clients/apple-mail/apple-mail.ts'
import type { MailClient } from '../../../src/clients/client.ts'
import { Outlook } from '../../../src/clients/outlook/outlook.ts'
import type { Sighting } from '../../../src/core/client.ts'
import type { Transition } from '../../../src/core/episode.ts'
import { defaultSettings } from '../../../src/core/settings.ts'
import type { State } from '../../../src/core/state.ts'
import type { Millis } from '../../../src/core/time.ts'
import { mailApps } from '../../../src/world/simulated/mac/mail-apps.ts'
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

/**
 * How far time leaps, so that nobody needs to wait with a watch that waits; and for how many true milliseconds the
 * machine gets to do what has become due. A look reads files and waits for scripts, so time goes on, but slowly.
 */
const strides = { resting: { leap: 5_000, pause: 8 }, looking: { leap: 1_000, pause: 40 } }

/** Watches a scene for so long of its own time, with the real readers of the mail apps' stores. */
export async function watched(scene: Scene, howLong: Millis, speed = 3): Promise<Watched> {
  const played = await playScene(scene, { speed })
  const agent = startAgent(played.world, ':memory:')
  const { clock } = played.world
  const began = clock.now()
  const own = readersOf(scene)
  let looks = 0
  const clients = own.map((client) =>
    watchedIn(client, played, async (look) => {
      looks++
      return look().finally(() => looks--)
    }),
  )
  const { outside, past } = played
  const doctor = agent.watch({ outside, settings: defaultSettings, clients, ...(past && { past }) })
  try {
    const end = clock.elapsed() + howLong
    while (clock.elapsed() < end) {
      const { leap, pause } = looks > 0 ? strides.looking : strides.resting
      await setTimeout(pause)
      if (!doctor.state().examining) await played.leap(Math.min(leap, end - clock.elapsed()))
    }
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

const readers = { 'apple-mail': AppleMail, outlook: Outlook } as const

/** The readers of the mail apps that the scene speaks of. */
export function readersOf(scene: Scene): MailClient[] {
  return mailApps(scene).map(({ app }) => new readers[app]())
}

type Look = () => Promise<Sighting>

function watchedIn(client: MailClient, played: PlayedScene, around: (look: Look) => Promise<Sighting>): WatchedClient {
  const { id, name, watches } = client
  const { mac, clock } = played.world
  const read = async (signal: AbortSignal) => ({
    ...(await client.read(mac, clock.now(), signal)),
    ...played.besides(id),
  })
  return { id, name, watches, look: (signal) => around(() => read(signal)) }
}

function withoutRepeats(turns: readonly Told[]): Told[] {
  const sorted = turns.toSorted((one, other) => one.at - other.at)
  return sorted.filter(({ is, cause }, index) => {
    const before = sorted.slice(0, index).findLast((turn) => turn.is === 'named')
    return is !== 'named' || (cause !== undefined && before?.cause !== cause)
  })
}
