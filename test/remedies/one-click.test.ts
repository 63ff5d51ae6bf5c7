import { expect, test } from 'vitest'
import { offersFor } from '../../src/doctor/offers.ts'
import { allRemedies } from '../../src/remedies/index.ts'
import { loadScene, sceneNames } from '../../src/world/simulated/library.ts'
import { SceneRunner } from './in-scene.ts'

/** Another network, or time, is no click that mends. The firewall of macOS stops nothing that goes out. */
const clicks = new Set(
  allRemedies.flatMap(({ id, kind, waits }) =>
    (kind === 'act' || kind === 'admin') && !waits && id !== 'firewall-exception' ? [id] : [],
  ),
)

/** What these open, a person has to change, answer or quit; they only watch for it. */
const shows = new Set(['open-message', 'show-listener', 'show-waiting-window'])

/** Scenes in which a cause keeps mail from leaving, with what is said to mend them by one click: another test plays each. */
const scenes = sceneNames()
  .map((name) => ({ name, ...loadScene(name) }))
  .filter(({ expects }) => expects.first !== null && (expects.status === 'stuck' || expects.status === 'offline'))
  .map(({ name, mends = [] }) => ({ name, mending: mends.map(({ remedy }) => remedy).filter((id) => clicks.has(id)) }))
const mended = scenes.filter(({ mending }) => mending.length > 0)

test('a click mends so many of the scenes with a cause', () => {
  const share = mended.length / scenes.length
  console.log(`By one click: ${mended.length} of ${scenes.length} scenes with a cause, ${Math.round(share * 100)} %`)
  const alone = mended.filter(({ mending }) => mending.some((id) => !shows.has(id)))
  console.log(`Of these, ${alone.length} without anybody doing anything in another app afterwards`)
  expect(share).toBeGreaterThanOrEqual(0.6)
})

test('what is offered first is a click, where one mends', { timeout: 300_000 }, async () => {
  const others: string[] = []
  for (const { name, mending } of mended) {
    const runner = await SceneRunner.open(name)
    const [first] = offersFor(await runner.remedyContext(), allRemedies)
    if (!mending.includes(first?.remedy.id ?? '') || first?.blocked !== undefined)
      others.push(`${name}: ${first?.remedy.id} before ${[...new Set(mending)].join(', ')}`)
  }
  const share = 1 - others.length / mended.length
  console.log([`A click is offered first in ${Math.round(share * 100)} % of them`, ...others].join('\n'))
  expect(others).toEqual([])
})
