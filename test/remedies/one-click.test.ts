import { expect, test } from 'vitest'
import { sceneNames } from '../../src/world/simulated/library.ts'
import { clicksThatMend, isStopped } from './one-click.ts'

/** What these open, a person has to change, answer or quit; they only watch for it. */
const shows = new Set(['open-message', 'show-listener', 'show-waiting-window'])

// That it is offered first is held about every scene in world/simulated/checks.
test('a click mends so many of the scenes with a cause', () => {
  const scenes = sceneNames().filter(isStopped)
  const mended = scenes.map(clicksThatMend).filter((mending) => mending.length > 0)
  const share = mended.length / scenes.length
  console.log(`By one click: ${mended.length} of ${scenes.length} scenes with a cause, ${Math.round(share * 100)} %`)
  const alone = mended.filter((mending) => mending.some((id) => !shows.has(id)))
  console.log(`Of these, ${alone.length} without anybody doing anything in another app afterwards`)
  expect(share).toBeGreaterThanOrEqual(0.6)
})
