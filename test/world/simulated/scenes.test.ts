import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { knownCauses } from '../../../src/agent.ts'
import { loadScene, sceneNames } from '../../../src/world/simulated/library.ts'
import { SceneRunner } from '../../remedies/in-scene.ts'
import { byRoom, escapesIn } from '../../words/told-in.ts'
import { namesWhatIsExpected } from './checks/expected.ts'
import { offersClickFirst, showsFirstButton } from './checks/first-button.ts'
import { closeFirstViews, fitsTheFirstView, prepareFirstViews } from './checks/in-view.ts'
import { tellsWhatChanged } from './checks/just-before.ts'
import { isMended } from './checks/mended.ts'
import { tellsOneStory } from './checks/one-story.ts'
import { tellsNothingPrivate } from './checks/private.ts'
import { isReadable } from './checks/readable.ts'
import type { SceneCheck } from './checks/scene-check.ts'
import { tellsNoEnglish } from './checks/translated.ts'
import { firstMending, type SceneVisit, visitScene } from './scene-visit.ts'

/** What is held about every scene that ships: a line for each. */
const checks: readonly SceneCheck[] = [
  namesWhatIsExpected,
  tellsNothingPrivate,
  showsFirstButton,
  offersClickFirst,
  fitsTheFirstView,
  isMended,
  tellsWhatChanged,
  tellsOneStory,
  tellsNoEnglish,
  isReadable,
]

const timeout = 90_000
const tried = new Set<string>()

beforeAll(prepareFirstViews, timeout)
afterAll(closeFirstViews)

/** One visit for all checks; five at a time. */
function held(name: string): void {
  describe(name, { timeout }, () => {
    let visit: SceneVisit
    beforeAll(async () => {
      visit = await visitScene(name, tried)
    }, timeout)
    const own = checks.filter(({ isAbout }) => isAbout?.(name) ?? true)
    test.for(own)('$says', ({ holds }, { expect: expectHere }) => holds(visit, expectHere))
  })
}

describe.concurrent('every scene that ships', () => {
  for (const name of sceneNames()) held(name)
})

/** What mends a scene besides what it names first. */
const alsoMend = sceneNames().flatMap((scene) => {
  const { mends = [] } = loadScene(scene)
  const rest = new Set(mends.map(({ remedy }) => remedy).filter((one) => one !== firstMending({ mends })?.remedy))
  return [...rest].map((remedy) => [remedy, scene] as const)
})

describe.concurrent('a scene is mended in each way that it names', () => {
  test.for(alsoMend)('%s mends %s', { timeout }, async ([remedy, scene], { expect: expectHere, onTestFinished }) => {
    const runner = await SceneRunner.open(scene, {}, onTestFinished)
    expectHere(await runner.treat(remedy)).toMatchObject({ is: 'treated', treatment: { remedy, outcome: 'cured' } })
    expectHere(byRoom(escapesIn(runner.lines))).toEqual([])
  })
})

test('every cause comes first in some scene', () => {
  const named = new Set(sceneNames().map((name) => loadScene(name).expects.first))
  expect(knownCauses.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([])
})

test('what is expected is known by its id', () => {
  const known = knownCauses.map(({ id }) => id)
  const named = sceneNames().flatMap((name) => {
    const { expects } = loadScene(name)
    return [expects.first, expects.also, expects.undecided].flat()
  })
  expect(named.filter((id) => id && !known.includes(id))).toEqual([])
})

test('there is a scene for each way in which an examination can end', () => {
  const ends = new Set(sceneNames().map((name) => loadScene(name).expects.status))
  expect([...ends].sort()).toEqual(['clear', 'offline', 'stuck', 'unsure', 'waiting'])
})

test('titles and stories are short, and each is told once', () => {
  for (const part of ['title', 'story'] as const) {
    const texts = sceneNames().map((name) => loadScene(name)[part])
    expect(new Set(texts).size).toBe(texts.length)
    const most = part === 'title' ? 60 : 160
    expect(texts.filter((text) => text.length > most)).toEqual([])
  }
})
