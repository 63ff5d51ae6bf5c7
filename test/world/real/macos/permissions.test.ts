import { describe, expect, test } from 'vitest'
import type { Files, Looked } from '../../../../src/core/mac.ts'
import { loadPermissionAddon, permissionsBy } from '../../../../src/world/real/macos/permission-addon.ts'
import { readPermissions } from '../../../../src/world/real/macos/permissions.ts'
import { notAMac } from '../../../../src/world/real/not-a-mac.ts'

const { signal } = new AbortController()
const mailRuns = async () => ({
  seen: true as const,
  value: [{ pid: 1, name: 'Mail', path: '/System/Applications/Mail.app/Contents/MacOS/Mail' }],
})

const filesThat = (answer: (path: string) => Looked<never[]>): Files => ({
  ...notAMac.files,
  list: async (path) => answer(path),
})
const listed = filesThat(() => ({ seen: true, value: [] }))

function addon(statuses: Record<string, unknown>, asked: unknown[] = []) {
  return async () =>
    permissionsBy({
      getAuthStatus: (type) => statuses[type],
      askForAppleEventsAccess: async (bundle, prompt) => {
        asked.push([bundle, prompt])
        if (!(bundle in statuses)) throw new Error('unknown bundle')
        return statuses[bundle]
      },
    })
}

describe('permissions', () => {
  test('are read without a prompt, and automation only of an app that runs', async () => {
    const asked: unknown[] = []
    const load = addon(
      { accessibility: 'denied', 'com.apple.mail': 'not determined', 'com.microsoft.Outlook': 'denied' },
      asked,
    )
    expect(await readPermissions(listed, mailRuns, signal, load)).toEqual({
      fullDiskAccess: 'granted',
      automation: { 'apple-mail': 'not-asked', outlook: 'unknown' },
      accessibility: 'refused',
      notifications: 'unknown',
      localNetwork: 'unknown',
    })
    expect(asked).toEqual([['com.apple.mail', false]])
  })

  test.each([
    ['authorized', 'granted'],
    ['restricted', 'refused'],
    ['', 'unknown'],
    [undefined, 'unknown'],
  ])('%s is %s', async (status, state) => {
    const { accessibility } = await readPermissions(listed, mailRuns, signal, addon({ accessibility: status }))
    expect(accessibility).toBe(state)
  })

  test('an app that the system does not know is unknown, and so is all without the addon', async () => {
    const { automation } = await readPermissions(listed, mailRuns, signal, addon({}))
    expect(automation['apple-mail']).toBe('unknown')
    expect(await readPermissions(listed, mailRuns, signal, async () => undefined)).toMatchObject({
      accessibility: 'unknown',
      automation: { 'apple-mail': 'unknown' },
    })
  })

  test('full disk access is tried where Mail was never used, too', async () => {
    const only = (place: string, answer: Looked<never[]>) =>
      filesThat((path) => (path === place ? answer : { seen: false, why: 'missing' }))
    const stateWith = async (files: Files) =>
      (await readPermissions(files, mailRuns, signal, async () => undefined)).fullDiskAccess
    expect(await stateWith(only('~/Library/Mail', { seen: false, why: 'forbidden' }))).toBe('refused')
    expect(await stateWith(only('~/Library/Accounts', { seen: true, value: [] }))).toBe('granted')
    expect(await stateWith(only('~/Library/Safari', { seen: false, why: 'forbidden' }))).toBe('refused')
    expect(await stateWith(only('', { seen: true, value: [] }))).toBe('unknown')
  })

  test.skipIf(process.platform === 'darwin')('the addon is not even sought where this is no Mac', async () => {
    expect(await loadPermissionAddon()).toBeUndefined()
  })
})
