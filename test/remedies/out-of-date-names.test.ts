import { expect, test } from 'vitest'
import { offersFor } from '../../src/doctor/offers.ts'
import { allRemedies } from '../../src/remedies/index.ts'
import { SceneRunner } from './in-scene.ts'

test.each([
  ['expired-and-wrong-name', false],
  ['other-name-of-the-same-house', true],
])('the name in a certificate is entered by a click only while it is in date: %s', async (scene, offered) => {
  const runner = await SceneRunner.open(scene)
  const ids = offersFor(await runner.remedyContext(), allRemedies).map(({ remedy }) => remedy.id)
  expect(ids.includes('correct-server-name')).toBe(offered)
})
