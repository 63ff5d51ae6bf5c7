import { expect, test } from 'vitest'
import { loadScene, sceneNames } from '../../src/world/simulated/library.ts'
import { firstButtons } from './first-buttons.ts'

const rows = firstButtons.flatMap((row) => row.scenes.map((scene) => [scene, row] as const))

// That each stands there is held about every scene in world/simulated/checks.
test('the table tells of every scene, once', () => {
  expect(rows.map(([scene]) => scene).sort()).toEqual([...sceneNames()].sort())
})

/** Where the scene’s own play says what mends it, the first button is one of these, or there is a reason. */
const mendedLater: ReadonlyMap<string, string> = new Map([
  ['full-mailbox-and-large-message', 'two troubles: the message is opened first, and made smaller in it'],
  ['outlook-gives-it-back', 'the person opens the message either way; the play knows the way by hand'],
  ['mail-knows-better', 'that Mail takes the old values back is seen only once it was tried'],
  ['server-that-repeats-secrets', 'the same password, given by a click or by hand; the play knows the way by hand'],
  ['sync-mail-misses-new-mail', 'nothing is stuck; what brings it in step stands on the accounts page'],
  ['sync-connection-died-in-sleep', 'the same'],
  ['sync-sent-copy-not-filed', 'the same'],
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
