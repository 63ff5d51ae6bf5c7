import { loadScene } from '../../../../src/world/simulated/library.ts'
import { firstMending } from '../scene-visit.ts'
import type { SceneCheck } from './scene-check.ts'

export const isMended: SceneCheck = {
  says: 'is mended by what it names first',
  isAbout: (scene) => firstMending(loadScene(scene)) !== undefined,
  holds({ scene, mended }, expect) {
    const remedy = firstMending(scene)?.remedy
    expect(mended).toMatchObject({ is: 'treated', treatment: { remedy, outcome: 'cured' } })
  },
}
