import { expect, test } from 'vitest'
import type { RemedyOffer } from '../../src/agent.ts'
import type { RemedyContext } from '../../src/core/remedy.ts'
import { render } from '../../src/core/render.ts'
import { offersFor } from '../../src/doctor/offers.ts'
import { allRemedies } from '../../src/remedies/index.ts'
import { englishPanelWords } from '../../src/words/panel/en.ts'
import { loadScene, sceneNames } from '../../src/world/simulated/library.ts'
import { type FirstButton, firstButtons } from './first-buttons.ts'
import { SceneRunner } from './in-scene.ts'

const rows = firstButtons.flatMap((row) => row.scenes.map((scene) => [scene, row] as const))

/** What a person reads on it: a guide's button is the one that opens its place. */
function saidOn({ remedy, label }: RemedyOffer, context: RemedyContext): string {
  if (remedy.kind !== 'guide') return render(label)
  const { opens } = remedy.guide(context)
  return opens ? render(opens.button ?? opens.words) : englishPanelWords.remedy.followed
}

test('the table tells of every scene, once', () => {
  expect(rows.map(([scene]) => scene).sort()).toEqual([...sceneNames()].sort())
})

test.for(rows)('the first button of %s', { timeout: 60_000 }, async ([scene, row], { expect: expectHere }) => {
  const runner = await SceneRunner.open(scene)
  const context = await runner.remedyContext()
  const offers = offersFor(context, allRemedies)
  const first = offers.find(({ blocked }) => blocked === undefined) ?? offers[0]
  const expected: Pick<FirstButton, 'remedy' | 'says'> = {
    ...(row.remedy !== undefined && { remedy: row.remedy }),
    ...(row.says !== undefined && { says: row.says }),
  }
  expectHere(first ? { remedy: first.remedy.id, says: saidOn(first, context) } : {}).toEqual(expected)
})

/** Where the scene’s own play says what mends it, the first button is one of these, or there is a reason. */
const mendedLater: ReadonlyMap<string, string> = new Map([
  ['full-mailbox-and-large-message', 'two troubles: the message is opened first, and made smaller in it'],
  ['outlook-gives-it-back', 'the person opens the message either way; the play knows the way by hand'],
  ['mail-knows-better', 'that Mail takes the old values back is seen only once it was tried'],
  ['server-that-repeats-secrets', 'the same password, given by a click or by hand; the play knows the way by hand'],
  ['port-465-at-microsoft', 'the published settings name the same port'],
])

test('what stands first is what mends, wherever a scene says what does', () => {
  const others = rows.filter(([scene, { remedy }]) => {
    const { mends = [] } = loadScene(scene)
    return mends.length > 0 && !mends.some((one) => one.remedy === remedy) && !mendedLater.has(scene)
  })
  expect(others.map(([scene, { remedy }]) => `${scene}: ${remedy}`)).toEqual([])
})

test('no button says that it is one of several programs', () => {
  expect(firstButtons.filter(({ says }) => says !== undefined && /\bor\b/.test(says))).toEqual([])
})
