import { describe, expect, onTestFinished, test } from 'vitest'
import { openTarget } from './target.ts'
import { crowds, servedBeside } from './try-crowd.ts'
import { tryRequests } from './try-requests.ts'
import { trySlow } from './try-slow.ts'
import { tryStreams } from './try-streams.ts'

/** The same as bench/attack/doors.ts, with fewer tries. */
describe('at the door of the panel', () => {
  async function target(options?: Parameters<typeof openTarget>[0]) {
    const one = await openTarget(options)
    onTestFinished(() => one.close())
    return one
  }

  test('every hostile request is refused, and nothing is done for it', async () => {
    const { tried, faults } = await tryRequests(await target({ timeoutMs: 1_000, paceMs: 1 }))
    expect(faults).toEqual([])
    expect(tried).toBeGreaterThan(500)
  })

  test('windows that want to hear everything have an end', async () => {
    expect((await tryStreams(await target({ paceMs: 1 }), 60)).faults).toEqual([])
  })

  test('whoever never comes to an end is hung up on', async () => {
    expect((await trySlow(await target({ timeoutMs: 1_000 }), 80, 5_000)).faults).toEqual([])
  })

  test.each(crowds)('a %s crowd keeps nobody out', async (way) => {
    const tries = 10
    expect(await servedBeside(await target(), way, { connections: 600, tries })).toBe(tries)
  })
})
