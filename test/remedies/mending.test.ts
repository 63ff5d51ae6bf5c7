import { expect, test } from 'vitest'
import { loadScene, sceneNames } from '../../src/world/simulated/library.ts'
import { Ward } from './in-scene.ts'

const mended = sceneNames().flatMap((scene) =>
  [...new Set((loadScene(scene).mends ?? []).map(({ remedy }) => remedy))].map((remedy) => [remedy, scene] as const),
)

// Once more, in its own time, where the machine was busy with something else.
test.for(mended)('%s mends %s', { timeout: 60_000, retry: 1 }, async ([remedy, scene], { task }) => {
  const ward = await Ward.open(scene, {}, task.result?.retryCount ? 1 : 3)
  expect(await ward.treat(remedy)).toMatchObject({ is: 'treated', treatment: { remedy, outcome: 'cured' } })
})
