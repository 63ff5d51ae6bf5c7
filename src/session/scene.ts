import { knownCauses } from '../agent.ts'
import type { Log } from '../core/log.ts'
import type { SceneGroup, SceneTales } from '../core/scene-tale.ts'
import type { SecretKeeper } from '../core/secrets.ts'
import { defaultSettings } from '../core/settings.ts'
import { loadScene, type SceneToChoose, scenesToChoose } from '../world/simulated/library.ts'
import type { Scene } from '../world/simulated/scene.ts'
import { memorySecrets } from '../world/simulated/secrets.ts'
import { type PlayedScene, playScene } from '../world/simulated/world.ts'
import { assembleSession } from './assemble.ts'
import type { Session } from './session.ts'
import { shortMemory } from './updates.ts'

export interface SceneSession extends Session {
  secrets: SecretKeeper
  scene: NonNullable<Session['scene']>
  /** The scene's own side: what waits, and how its time leaps. */
  played: PlayedScene
}

/**
 * How fast a scene's time passes unless told. Examining: fast enough not to bore, slow enough to watch, and no faster,
 * or what its sockets answer would seem slow. Watching: a message takes 90 seconds to get stuck.
 */
export const sceneSpeed = { examining: 5, watching: 10 } as const

export interface SceneSessionOptions {
  /** What it is called: the name by which it ships, unless it is somebody's own. */
  name?: string | undefined
  /** How many times faster its time passes; as for watching unless told. */
  speed?: number | undefined
  /** Nothing is remembered unless told. */
  database?: string | undefined
  /** Where our own faults are told; they are forgotten with the play unless told. */
  log?: Log | undefined
}

/** A scene, played. Rejects where the database cannot be used. */
export async function openSceneSession(
  scene: Scene,
  { name = 'of your own', speed = sceneSpeed.watching, database = ':memory:', log }: SceneSessionOptions = {},
): Promise<SceneSession> {
  const played = await playScene(scene, { speed, ...(log && { log }) })
  const { world, outside, past, lived, besides, mends } = played
  const { title, story, de } = scene
  const session = await assembleSession({
    world,
    secrets: memorySecrets(world.secrets),
    request: { outside, settings: defaultSettings, besides, ...(past && { past }) },
    updates: { publisher: played.publisher, memory: shortMemory() },
    warnings: [],
    database,
    scene: { name, title, story, ...(de && { de }) },
    speed,
    mends,
    played,
    end: () => played.close(),
  })
  if (lived) session.agent.remember(lived)
  return session
}

/** A scene in a list, with where it stands there: by the layer of the cause that is to be found in it. */
export type SceneOnOffer = SceneTales & { name: string; group: SceneGroup }

function groupOf({ isStarter, cause }: SceneToChoose): SceneGroup {
  if (isStarter) return 'first'
  return cause === null ? 'well' : (knownCauses.find(({ id }) => id === cause)?.layer ?? 'nowhere')
}

/** The scenes that ship, for somebody who chooses one after another. */
export function scenesToPlay(
  speed?: number,
  log?: Log,
): {
  all(): readonly SceneOnOffer[]
  play(name: string): Promise<SceneSession>
} {
  const listed = scenesToChoose().map((scene) => ({ name: scene.name, group: groupOf(scene), ...scene.tales }))
  // A database that was named would mix the worlds.
  return { all: () => listed, play: (name) => openSceneSession(loadScene(name), { name, speed, log }) }
}
