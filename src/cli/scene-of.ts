import { say } from '../core/sentence.ts'
import { loadScene, sceneNames } from '../world/simulated/library.ts'
import { readScene, type Scene, WrongScene } from '../world/simulated/scene.ts'
import { WrongUse } from './exit-status.ts'
import { textOfNamedFile } from './json-file.ts'
import { scenesNear } from './nearest.ts'
import { reasonOf } from './reason.ts'

export interface SceneOptions {
  scene?: string
  sceneFile?: string
}

/** The scene that was asked for. Throws `WrongUse`. */
export async function sceneOf({ scene, sceneFile }: SceneOptions): Promise<Scene> {
  if (sceneFile !== undefined) return sceneIn(sceneFile)
  const name = scene ?? ''
  const names = sceneNames()
  if (!names.includes(name)) throw new WrongUse(scenesNear(name, names))
  return loadScene(name)
}

async function sceneIn(file: string): Promise<Scene> {
  const text = await textOfNamedFile(file)
  try {
    return readScene(text)
  } catch (error) {
    if (error instanceof WrongScene)
      throw new WrongUse(say('--scene-file: {why}', { why: reasonOf(error) }), { cause: error })
    throw error
  }
}
