import { expect, test } from 'vitest'
import { loadScene, sceneNames } from '../../src/world/simulated/library.ts'
import { SceneRunner } from './in-scene.ts'

const mended = sceneNames().flatMap((scene) =>
  [...new Set((loadScene(scene).mends ?? []).map(({ remedy }) => remedy))].map((remedy) => [remedy, scene] as const),
)

test.for(mended)('%s mends %s', { timeout: 60_000 }, async ([remedy, scene]) => {
  const runner = await SceneRunner.open(scene)
  expect(await runner.treat(remedy)).toMatchObject({ is: 'treated', treatment: { remedy, outcome: 'cured' } })
})
