// Loaded here: the test runner fetches a library from another process, which a scene's leaping time takes for silence.
import 'imapflow'
import { expect, onTestFinished, test } from 'vitest'
import type { SyncReport } from '../../src/agent.ts'
import { openSceneSession } from '../../src/session/scene.ts'
import { loadScene } from '../../src/world/simulated/library.ts'

const minute = 60_000

/** The next report of the watch, and how long that took. */
async function watched(name: string) {
  const { played, agent, request, world, close } = await openSceneSession(loadScene(name), { speed: 1 })
  const began = world.clock.now()
  let doctor: ReturnType<typeof agent.watch> | undefined
  const first = new Promise<SyncReport>((resolve) => {
    onTestFinished(agent.listenToSync(resolve))
  })
  doctor = agent.watch(request)
  onTestFinished(async () => {
    await doctor.stop()
    await close()
  })
  const report = await played.hasten(first)
  return { report, after: world.clock.now() - began, known: agent.syncReport(report.account) }
}

test('a watch finds by itself that Mail has stopped fetching, having looked twice', async () => {
  const { report, after, known } = await watched('sync-mail-misses-new-mail')
  expect(report).toMatchObject({
    verdict: 'differs',
    sides: 'both',
    differences: [{ is: 'inbox-behind', messages: 5 }],
  })
  expect(after).toBeGreaterThanOrEqual(11 * minute)
  expect(after).toBeLessThan(20 * minute)
  expect(known).toEqual(report)
})

test('what arrives meanwhile is no fault', async () => {
  const { report } = await watched('sync-in-step-while-mail-arrives')
  expect(report).toMatchObject({ verdict: 'in-step', sides: 'both', differences: [] })
})
