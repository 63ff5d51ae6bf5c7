import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Files, Process, ReadResult } from '../../../../src/core/mac-powers.ts'
import { Automation } from '../../../../src/world/real/mac/automation.ts'
import { LastAnswers } from '../../../../src/world/real/mac/last-answers.ts'
import { powersWithoutMac } from '../../../../src/world/real/mac/not-a-mac.ts'
import { isAddon, loadPermissionAddon, permissionsBy } from '../../../../src/world/real/mac/permission-addon.ts'
import { type PermissionSources, readPermissions } from '../../../../src/world/real/mac/permissions.ts'
import { systemEventsWaker } from '../../../../src/world/real/mac/wake-system-events.ts'
import { HandClock } from '../../../hand-clock.ts'

const { signal } = new AbortController()
const mail = { pid: 1, name: 'Mail', path: '/System/Applications/Mail.app/Contents/MacOS/Mail' }
const outlook = {
  pid: 2,
  name: 'Microsoft Outlook',
  path: '/Applications/Microsoft Outlook.app/Contents/MacOS/Microsoft Outlook',
}
const systemEvents = {
  pid: 3,
  name: 'System Events',
  path: '/System/Library/CoreServices/System Events.app/Contents/MacOS/System Events',
}
const run = (...value: Process[]) => ({ running: async () => ({ seen: true as const, value }) })

const filesThat = (answer: (path: string) => ReadResult<never[]>): Files => ({
  ...powersWithoutMac.files,
  list: async (path) => answer(path),
})
const listed = filesThat(() => ({ seen: true, value: [] }))

/** Our addon on a Mac on which each program stands so, by its bundle identifier. */
function system(statuses: Record<string, number>, asked: string[] = [], clock = new HandClock()) {
  const ask = async (bundle: string) => {
    asked.push(bundle)
    return statuses[bundle] ?? -600
  }
  return { automation: new Automation(ask, clock) }
}

const installed = (statuses: Record<string, unknown>) => ({
  load: async () => permissionsBy({ getAuthStatus: (type) => statuses[type] }),
})
const nothing = { load: async () => undefined }
const read = (sources: Partial<PermissionSources>) =>
  readPermissions({ files: listed, ...run(mail), ...nothing, ...sources }, signal)

describe('permissions', () => {
  test('are read without a prompt, and automation only of an app that runs', async () => {
    const asked: string[] = []
    const known = system({ 'com.apple.mail': -1744, 'com.microsoft.Outlook': -1743 }, asked)
    expect(await read({ ...known, ...installed({ accessibility: 'denied' }) })).toEqual({
      fullDiskAccess: 'granted',
      automation: { 'apple-mail': 'not-asked', outlook: 'unknown' },
      systemEvents: 'unknown',
      accessibility: 'refused',
      notifications: 'unknown',
      localNetwork: 'unknown',
    })
    expect(asked).toEqual(['com.apple.mail'])
  })

  test.each([
    [0, 'granted'],
    [-1743, 'refused'],
    [-1744, 'not-asked'],
    // procNotFound: it ended in the meantime. And whatever else there may be.
    [-600, 'unknown'],
    [-1708, 'unknown'],
    [1, 'unknown'],
  ])('the system’s %i is %s', async (status, state) => {
    const { automation } = await read({ ...run(outlook), ...system({ 'com.microsoft.Outlook': status }) })
    expect(automation).toEqual({ 'apple-mail': 'unknown', outlook: state })
  })

  test('a question that is never answered holds nobody up, and is not put again', async () => {
    const clock = new HandClock()
    let asked = 0
    const hangs = new Automation(() => {
      asked += 1
      return new Promise(() => {})
    }, clock)
    for (let look = 0; look < 3; look += 1) {
      const looked = read({ automation: hangs })
      // The clock is asked for its time only after the look has come so far.
      await new Promise((later) => setImmediate(later))
      await clock.pass(3_000)
      expect((await looked).automation['apple-mail']).toBe('unknown')
    }
    expect(asked).toBe(1)
  })

  test('a question that fails says nothing', async () => {
    const fails = new Automation(async () => Promise.reject(new TypeError('no bundle')), new HandClock())
    expect((await read({ automation: fails })).automation['apple-mail']).toBe('unknown')
  })

  test.each([
    ['authorized', 'granted'],
    ['restricted', 'refused'],
    ['', 'unknown'],
    [undefined, 'unknown'],
  ])('the package’s %s is %s', async (status, state) => {
    expect((await read(installed({ accessibility: status }))).accessibility).toBe(state)
  })

  test('whoever this process runs in knows best about menus', async () => {
    const denied = installed({ accessibility: 'denied' })
    expect((await read({ ...denied, isTrusted: () => true })).accessibility).toBe('granted')
    expect((await read({ isTrusted: () => false })).accessibility).toBe('refused')
  })

  test('without anybody who could tell, what came of the last script counts', async () => {
    const clock = new HandClock()
    const answers = new LastAnswers(clock)
    const state = async () => (await read({ lastAnswer: (app) => answers.of(app) })).automation
    expect(await state()).toEqual({ 'apple-mail': 'unknown', outlook: 'unknown' })
    answers.note('apple-mail-outbox', { outcome: 'answered', text: '' })
    answers.note('outlook-state', { outcome: 'refused', number: -1743 })
    expect(await state()).toEqual({ 'apple-mail': 'granted', outlook: 'refused' })
    // A silence teaches nothing new; and a refusal may have been taken back.
    answers.note('apple-mail-outbox', { outcome: 'timeout', number: -1712 })
    await clock.pass(61_000)
    expect(await state()).toEqual({ 'apple-mail': 'granted', outlook: 'unknown' })
  })

  test('full disk access is tried where Mail was never used, too, and the package is asked last', async () => {
    const only = (place: string, answer: ReadResult<never[]>) =>
      filesThat((path) => (path === place ? answer : { seen: false, why: 'missing' }))
    const stateWith = async (files: Files, also: Partial<PermissionSources> = {}) =>
      (await read({ files, ...also })).fullDiskAccess
    expect(await stateWith(only('~/Library/Mail', { seen: false, why: 'forbidden' }))).toBe('refused')
    expect(await stateWith(only('~/Library/Accounts', { seen: true, value: [] }))).toBe('granted')
    expect(await stateWith(only('~/Library/Safari', { seen: false, why: 'forbidden' }))).toBe('refused')
    const empty = only('', { seen: true, value: [] })
    expect(await stateWith(empty)).toBe('unknown')
    expect(await stateWith(empty, installed({ 'full-disk-access': 'denied' }))).toBe('refused')
  })

  test.skipIf(process.platform === 'darwin')('the package is not even sought where this is no Mac', async () => {
    expect(await loadPermissionAddon()).toBeUndefined()
  })
})

describe('System Events', () => {
  const statuses = { 'com.apple.mail': 0, 'com.apple.systemevents': -1744 }
  const trusted = { isTrusted: () => true }

  test('is started for the menus of a Mail that runs, and for nothing else', async () => {
    let started = 0
    const wakeSystemEvents = async () => {
      started += 1
    }
    const look = (more: Partial<PermissionSources>) => read({ ...system(statuses), wakeSystemEvents, ...more })
    expect((await look({})).systemEvents).toBe('unknown')
    expect((await look({ ...trusted, ...run(outlook) })).systemEvents).toBe('unknown')
    expect((await look({ ...trusted, ...run(mail, systemEvents) })).systemEvents).toBe('not-asked')
    expect(started).toBe(0)
    expect((await look(trusted)).systemEvents).toBe('not-asked')
    expect(started).toBe(1)
    // Nobody could tell of it all the same.
    expect((await read({ ...trusted, wakeSystemEvents })).systemEvents).toBe('unknown')
    expect(started).toBe(1)
  })

  test('comes up without a window, and is not tried again and again', async () => {
    const clock = new HandClock()
    const ran: (readonly string[])[] = []
    const wake = systemEventsWaker(async (path, args) => {
      ran.push([path, ...args])
      return { code: 1, stdout: '', stderr: '' }
    }, clock)
    for (let look = 0; look < 3; look += 1) {
      const woken = wake(signal)
      await new Promise((later) => setImmediate(later))
      await clock.pass(500)
      await woken
    }
    expect(ran).toEqual([['/usr/bin/open', '-g', '-j', '-b', 'com.apple.systemevents']])
  })
})

test('what we call of an optional package is among its published exports', () => {
  const root = resolve(import.meta.dirname, '../../../..')
  const json = (file: string) => JSON.parse(readFileSync(resolve(root, file), 'utf8'))
  const optional: string[] = Object.keys(json('package.json').optionalDependencies)
  const sources = readdirSync(resolve(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(resolve(root, 'src', file), 'utf8'))
  // The others bring programs, and are imported nowhere.
  const imported = optional.filter((name) => sources.some((source) => source.includes(`'${name}'`)))
  expect(imported).toEqual(['node-mac-permissions'])
  for (const name of imported) {
    const { version } = json('package-lock.json').packages[`node_modules/${name}`]
    const list = readFileSync(resolve(root, `test/recordings/packages/${name}-${version}-exports.txt`), 'utf8')
    const published = list.trim().split('\n')
    const calls = sources
      .filter((source) => source.includes(`'${name}'`))
      .flatMap((source) => [...source.matchAll(/\baddon\.(\w+)\(|Reflect\.get\(value, '(\w+)'\)/g)])
    const called = calls.map(([, one, two]) => one ?? two ?? '')
    expect(called.length).toBeGreaterThan(0)
    expect(called.filter((one) => !published.includes(one))).toEqual([])
    // The package as it is published, with nothing else in it, must do.
    expect(isAddon(Object.fromEntries(published.map((one) => [one, () => 'denied'])))).toBe(true)
  }
})
