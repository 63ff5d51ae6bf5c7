import type { House, Premises } from '../api/answers/server-options.ts'
import { defaultSettings } from '../core/settings.ts'
import { reportOn } from '../self-check/report.ts'
import { loadScene, scenesToChoose } from '../world/simulated/library.ts'
import type { Scene } from '../world/simulated/scene.ts'
import { memorySecrets } from '../world/simulated/secrets.ts'
import { playScene } from '../world/simulated/world.ts'
import { about } from './about.ts'
import { startAgentOn } from './open-agent.ts'
import { sceneOf } from './scene-of.ts'
import type { ServeOptions } from './serve.ts'
import type { Session } from './session.ts'

// A message needs 90 seconds to get stuck: nobody waits that long for a play.
const usualSpeed = 10

/** Where scenes are played, one at a time; one at once where it was asked for. `play`: another way to play them. */
export async function playPremises(
  options: ServeOptions,
  { signal }: Pick<Session, 'signal'>,
  play = playScene,
): Promise<Pick<Premises, 'house' | 'scenes' | 'diagnostics'>> {
  const listed = scenesToChoose()
  const { scene, sceneFile } = options
  const isChosen = scene !== undefined || sceneFile !== undefined
  return {
    ...(isChosen && { house: await playHouse(await sceneOf(options), scene ?? 'of your own', options, play) }),
    // A database that was named would mix the worlds.
    scenes: { all: () => listed, play: (name) => playHouse(loadScene(name), name, { speed: options.speed }, play) },
    diagnostics({ world, request: { settings } }, state) {
      const seen = { world, state, settings, warnings: [], database: ':memory:', mac: true }
      return reportOn({ ...seen, version: about().version, signal })
    },
  }
}

async function playHouse(
  scene: Scene,
  name: string,
  { speed = usualSpeed, database = ':memory:' }: { speed?: number | undefined; database?: string },
  play: typeof playScene,
): Promise<House> {
  const played = await play(scene, { speed })
  try {
    const { outside, past, besides, mends } = played
    const secrets = memorySecrets(played.world.secrets)
    const world = { ...played.world, secrets }
    const agent = startAgentOn(world, database)
    return {
      world,
      agent,
      secrets,
      request: { outside, settings: defaultSettings, besides, ...(past && { past }) },
      scene: { name, title: scene.title, story: scene.story },
      speed,
      mends,
      async close() {
        agent.close()
        await played.close()
      },
    }
  } catch (error) {
    await played.close()
    throw error
  }
}
