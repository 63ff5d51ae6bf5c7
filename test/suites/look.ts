import { expect, test } from 'vitest'
import type { Making } from './mac.ts'

/** What is true of every Mac, and only looks: also for one whose person works on it meanwhile. */
export function lookSuite({ mac }: Making): void {
  const signal = AbortSignal.timeout(60_000)

  test('it says what it is', async () => {
    const version = await (await mac()).version(signal)
    expect(JSON.stringify(version)).toMatch(/"\d+\.\d+/)
  })

  test('it has programs that run, and one of them is the first', async () => {
    const running = await (await mac()).programs.running(signal)
    expect(running.seen).toBe(true)
    if (running.seen) expect(running.value.every(({ pid, name }) => pid > 0 && name.length > 0)).toBe(true)
  })

  test('its network, its filters and its power are known', async () => {
    const here = await mac()
    const { interfaces } = await here.network(signal)
    expect(interfaces.every(({ name }) => /^[a-z]+\d*$/.test(name))).toBe(true)
    expect(Array.isArray(await here.filters(signal))).toBe(true)
    expect(['mains', 'battery']).toContain((await here.power(signal)).source)
  })

  test('its permissions are read without asking', async () => {
    const { fullDiskAccess, accessibility } = await (await mac()).permissions(signal)
    for (const state of [fullDiskAccess, accessibility])
      expect(['granted', 'refused', 'not-asked', 'unknown']).toContain(state)
  })

  test('what is not there is missing', async () => {
    const here = await mac()
    expect(await here.programs.app('com.example.nothing', signal)).toMatchObject({ seen: false, why: 'missing' })
    expect(await here.files.list('~/no such folder at all', signal)).toMatchObject({ seen: false, why: 'missing' })
  })
}
