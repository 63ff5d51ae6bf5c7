import type { Agent, WatchRequest } from '../agent.ts'
import type { World } from '../core/world.ts'
import { WrongUse } from './ending.ts'
import { openAgent, startAgentOn } from './open-agent.ts'
import type { SceneOptions } from './scene-of.ts'
import type { Session } from './session.ts'

export interface WatchedWorldOptions extends SceneOptions {
  speed?: number
  database?: string
}

/** A world with mail apps in it, and everything that a watch of it needs. */
export interface WatchedWorld {
  world: World
  agent: Agent
  request: WatchRequest
  /** Problems of the settings, in sentences. */
  warnings: readonly string[]
  /** What is being played, where it is a scene. */
  title?: string
  close(): Promise<void>
}

// A message needs 90 seconds to get stuck: nobody waits that long for a play.
const usualSpeed = 10

/** This Mac, or the scene that was asked for. Throws `WrongUse`, also where this is neither. */
export async function openWatchedWorld(
  command: string,
  options: WatchedWorldOptions,
  session: Session,
): Promise<WatchedWorld> {
  const { scene, sceneFile, speed, database } = options
  if (scene !== undefined && sceneFile !== undefined)
    throw new WrongUse('--scene and --scene-file cannot be given together.')
  if (scene !== undefined || sceneFile !== undefined) return openScene(options)
  if (speed !== undefined) throw new WrongUse('--speed means nothing without a scene.')
  const { isMac } = await import('../world/real/this-machine.ts')
  if (!isMac())
    throw new WrongUse(
      `This computer is not a Mac, so there is no mail app to look into; try outbox-doctor ${command} --scene NAME.`,
    )
  const [{ realWorld }, { outside }, { loadSettings }] = await Promise.all([
    import('../world/real/world.ts'),
    import('../knowledge/outside.ts'),
    import('../world/real/settings-file.ts'),
  ])
  const world = realWorld()
  const agent = await openAgent(world, database, session)
  const { settings, warnings } = await loadSettings()
  return { world, agent, request: { outside, settings }, warnings, close: async () => agent.close() }
}

async function openScene(options: WatchedWorldOptions): Promise<WatchedWorld> {
  const [{ sceneOf }, { playScene }, { defaultSettings }] = await Promise.all([
    import('./scene-of.ts'),
    import('../world/simulated/world.ts'),
    import('../core/settings.ts'),
  ])
  const scene = await sceneOf(options)
  const played = await playScene(scene, { speed: options.speed ?? usualSpeed })
  try {
    const { world, outside, past, besides } = played
    const agent = startAgentOn(world, options.database ?? ':memory:')
    const close = async () => {
      agent.close()
      await played.close()
    }
    const request = { outside, settings: defaultSettings, besides, ...(past && { past }) }
    return { world, agent, request, warnings: [], title: scene.title, close }
  } catch (error) {
    await played.close()
    throw error
  }
}
