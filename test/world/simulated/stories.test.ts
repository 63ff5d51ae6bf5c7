import { describe, test } from 'vitest'
import type { Millis } from '../../../src/core/time.ts'
import { loadScene, sceneNames } from '../../../src/world/simulated/library.ts'
import type { Scene, SceneTurn } from '../../../src/world/simulated/scene.ts'
import { type Told, watched } from './watched.ts'

const minute = 60_000

const stories = sceneNames()
  .map((name) => [name, loadScene(name)] as const)
  .filter(([, { expects }]) => expects.story !== undefined)

function lengthOf({ expects: { story = [], watched: told } }: Scene): Millis {
  return told ?? Math.max(...story.map(({ at }) => at), 8 * minute) + 2 * minute
}

const words = (turn: SceneTurn | Told) => `${turn.is}${turn.is === 'named' ? ` ${turn.cause}` : ''}`

/** A third earlier or later, at least a minute: looks and examinations take their time. */
function isAbout({ at }: Told, expected: SceneTurn): boolean {
  return Math.abs(at - expected.at) <= Math.max(minute, expected.at / 3)
}

describe.concurrent('every story is told by the watch', () => {
  test.for(stories)('%s', { timeout: 120_000 }, async ([, scene], { expect }) => {
    const { story = [] } = scene.expects
    const { told } = await watched(scene, lengthOf(scene))
    expect(told.map(words)).toEqual(story.map(words))
    const off = told.filter((turn, index) => story[index] && !isAbout(turn, story[index]))
    expect(off.map((turn) => `${words(turn)} at ${Math.round(turn.at / 1000)} s`)).toEqual([])
  })
})
