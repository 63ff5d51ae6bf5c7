import { loadScene, sceneNames } from '../world/simulated/library.ts'
import { readScene, type Scene, WrongScene } from '../world/simulated/scene.ts'
import { WrongUse } from './exit-status.ts'
import { textOfNamedFile } from './json-file.ts'
import { scenesNear } from './nearest.ts'

export interface SceneOptions {
  scene?: string
  sceneFile?: string
}

/** The scene that was asked for. Throws `WrongUse`. */
export async function sceneOf({ scene, sceneFile }: SceneOptions): Promise<Scene> {
  if (sceneFile !== undefined) return sceneIn(sceneFile)
  const name = scene ?? ''
  const names = sceneNames()
  if (!names.includes(name)) throw new WrongUse(`--scene: there is no scene of that name; ${scenesNear(name, names)}`)
  return loadScene(name)
}

async function sceneIn(file: string): Promise<Scene> {
  const text = await textOfNamedFile(file)
  try {
    return readScene(text)
  } catch (error) {
    if (error instanceof WrongScene) throw new WrongUse(`--scene-file: ${error.message}`, { cause: error })
    throw error
  }
}
