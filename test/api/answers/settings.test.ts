import { expect, onTestFinished, test, vi } from 'vitest'
import { type Doctor, startAgent, type WatchRequest } from '../../../src/agent.ts'
import { openApi } from '../../../src/api/answers/api-answers.ts'
import type { ServerOptions } from '../../../src/api/answers/server-options.ts'
import { panelOn } from '../../../src/api/panel.ts'
import type { EventOf, ResponseOf } from '../../../src/api/schema/table.ts'
import { rendered } from '../../../src/core/rendered.ts'
import { defaultSettings, type Settings } from '../../../src/core/settings.ts'
import type { Instant } from '../../../src/core/time.ts'
import type { Session, SettingsStore } from '../../../src/session/session.ts'
import { realWorld } from '../../../src/world/real/world.ts'
import { calm } from '../../app/shell-double.ts'
import { nothingOutside } from '../../examination.ts'

/** One watch after another, each of which does nothing but pause. `stopping`: how long it takes to stop. */
function watches(stopping: Promise<void> = Promise.resolve()) {
  const begun: { settings: Settings; keepPause?: boolean; stopped: boolean; doctor: Doctor }[] = []
  const world = realWorld()
  const session = (scene?: string, settings?: SettingsStore): Session => {
    const agent = startAgent(world, ':memory:')
    return {
      world,
      agent: { ...agent, watch: begin },
      request: { outside: nothingOutside, settings: defaultSettings },
      ...(scene !== undefined && { scene: { name: scene, title: scene, story: '' } }),
      ...(settings && { settings }),
      warnings: [],
      database: ':memory:',
      speed: 1,
      close: async () => agent.close(),
    }
  }
  const begin = ({ settings, keepPause = false }: WatchRequest): Doctor => {
    let pausedUntil: Instant | undefined
    const state = () => ({ ...calm, ...(pausedUntil !== undefined && { pausedUntil }) })
    const one = { settings, keepPause, stopped: false }
    const doctor: Doctor = {
      state,
      panelState: state,
      ownAddress: () => undefined,
      listen: () => () => {},
      examineNow: () => {},
      tellAnew: () => {},
      pause: (until) => {
        pausedUntil = until
      },
      resume: () => {
        pausedUntil = undefined
      },
      muteEpisode: () => {},
      putAside: () => {},
      stop: async () => {
        one.stopped = true
        await stopping
      },
    }
    begun.push(Object.assign(one, { doctor }))
    return doctor
  }
  return { begun, session }
}

function received(options: Partial<ServerOptions>) {
  const about = { name: 'Outbox Doctor', version: '0', license: 'MIT' }
  const api = openApi({ about, ...options })
  onTestFinished(() => api.close())
  const panel = panelOn(api.endpoint)
  const told: EventOf<'settings'>[] = []
  panel.listen({ settings: (settings) => told.push(settings) })
  return { panel, told }
}

/** What an administrator would be, and a disk. */
function drawer() {
  let kept: Settings = defaultSettings
  const read = () => ({ settings: kept, warnings: [], locked: ['retention'] })
  return {
    load: async () => read(),
    save: async (settings: Settings) => {
      kept = { ...settings, retention: defaultSettings.retention }
    },
  }
}

test('what the watch does not go by leaves it alone, and is told to every window', async () => {
  const { begun, session } = watches()
  const { panel, told } = received({ session: session(undefined, drawer()) })
  await vi.waitFor(() => expect(told).toHaveLength(1))
  const changes: Partial<Settings>[] = [
    { language: 'de' },
    { notifications: false },
    { quietHours: { from: 20, to: 8 } },
    // Not taken: an administrator has set it.
    { retention: 5 * 86_400_000 },
  ]
  for (const change of changes)
    expect(await panel.ask.setSettings({ ...defaultSettings, ...change })).toMatchObject({ ok: true })
  expect(begun).toHaveLength(1)
  expect(told.map(({ settings }) => settings.language)).toEqual(['system', 'de', 'system', 'system', 'system'])
  expect(told.map(({ settings }) => settings.notifications)).toEqual([true, true, false, true, true])
  expect(told.at(-1)).toMatchObject({ locked: ['retention'], settings: defaultSettings })
})

test('after everything was removed, nothing is watched, written, or opened at login', async () => {
  const { begun, session } = watches()
  const done: string[] = []
  const loginItem = { get: () => ({ is: 'on' as const }), set: (on: boolean) => void done.push(`login ${on}`) }
  const settings = { ...drawer(), save: async () => void done.push('saved') }
  const removeEverything = async () => void done.push('removed')
  const { panel } = received({ session: session(undefined, settings), loginItem, removeEverything })
  expect(await panel.ask.removeEverything({ sure: true })).toMatchObject({ ok: true })
  expect(begun.map(({ stopped }) => stopped)).toEqual([true])
  const sentence = expect.stringMatching(/^Nothing is watched any more/)
  expect(rendered(await panel.ask.setSettings(defaultSettings))).toMatchObject({ ok: false, error: { sentence } })
  expect(rendered(await panel.ask.examineNow({}))).toMatchObject({ ok: false, error: { sentence } })
  expect(done).toEqual(['login false', 'removed'])
})

test('what could not be removed is said', async () => {
  const removeEverything = () => Promise.reject(new Error())
  const { panel } = received({ session: watches().session(), removeEverything })
  const sentence = expect.stringMatching(/^Some of it could not be removed/)
  expect(rendered(await panel.ask.removeEverything({ sure: true }))).toMatchObject({ ok: false, error: { sentence } })
})

test('what begins the watch anew keeps a pause, and every watch keeps it over a restart', async () => {
  const { begun, session } = watches()
  const { panel } = received({ session: session(undefined, drawer()) })
  await panel.ask.pause({ until: 9e15 })
  await panel.ask.setSettings({ ...defaultSettings, patience: 300_000 })
  expect(begun.map(({ settings, keepPause, stopped }) => [settings.patience, keepPause, stopped])).toEqual([
    [defaultSettings.patience, true, true],
    [300_000, true, false],
  ])
  expect(await panel.ask.state()).toMatchObject({ ok: true, value: { pausedUntil: 9e15 } })
})

test('a pause that is wished for while the watch begins anew holds', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const { begun, session } = watches(promise)
  const { panel } = received({ session: session(undefined, drawer()) })
  const set = panel.ask.setSettings({ ...defaultSettings, patience: 300_000 })
  await vi.waitFor(() => expect(begun[0]?.stopped).toBe(true))
  const paused = panel.ask.pause({ until: 9e15 })
  resolve()
  await Promise.all([set, paused])
  expect(await panel.ask.state()).toMatchObject({ ok: true, value: { pausedUntil: 9e15 } })
  await panel.ask.resume()
  expect(await panel.ask.state()).not.toHaveProperty('value.pausedUntil')
})

test('of two changes at once, one watch is left', async () => {
  const { begun, session } = watches()
  const { panel } = received({ session: session(undefined, drawer()) })
  await Promise.all([200_000, 300_000].map((patience) => panel.ask.setSettings({ ...defaultSettings, patience })))
  expect(begun.filter(({ stopped }) => !stopped).map(({ settings }) => settings.patience)).toEqual([300_000])
})

test('in a play they hold for that play; only the language goes along to the next', async () => {
  const { session } = watches()
  const names = ['one', 'other'].map((name) => ({ name, title: name, story: '', group: 'well' as const }))
  const { panel, told } = received({ scenes: { all: () => names, play: async (name) => session(name) } })
  const inForce = async () => {
    const answer = await panel.ask.settings()
    return answer.ok ? answer.value.settings : undefined
  }
  await panel.ask.setSettings({ ...defaultSettings, language: 'de' })
  await panel.ask.playScene({ name: 'one' })
  expect(await inForce()).toEqual({ ...defaultSettings, language: 'de' })
  await panel.ask.setSettings({ ...defaultSettings, language: 'en', notifications: false, patience: 300_000 })
  expect(await inForce()).toMatchObject({ language: 'en', notifications: false, patience: 300_000 })
  await panel.ask.playScene({ name: 'other' })
  expect(await inForce()).toEqual({ ...defaultSettings, language: 'en' })
  expect(told.at(-1)?.settings).toEqual({ ...defaultSettings, language: 'en' })
})

test('opening at login is answered only where there is an app, with what it has become', async () => {
  const without = received({ session: watches().session() })
  expect(await without.panel.ask.loginItem()).toMatchObject({ ok: false, error: { kind: 'unavailable' } })
  expect(await without.panel.ask.setLoginItem({ on: true })).toMatchObject({ ok: false })

  let is: ResponseOf<'loginItem'>['is'] = 'off'
  const set = (on: boolean) => {
    is = on ? 'awaits' : 'off'
  }
  const { panel } = received({ session: watches().session(), loginItem: { get: () => ({ is }), set } })
  expect(await panel.ask.loginItem()).toEqual({ ok: true, value: { is: 'off' } })
  expect(await panel.ask.setLoginItem({ on: true })).toEqual({ ok: true, value: { is: 'awaits' } })
  expect(await panel.ask.setLoginItem({ on: false })).toEqual({ ok: true, value: { is: 'off' } })
})

test('a session that remembers nothing says so', async () => {
  const forgetful = { ...watches().session(), forgets: { because: 'a full disk' } }
  expect(await received({ session: forgetful }).panel.ask.about()).toMatchObject({ value: { forgets: true } })
  const answer = await received({ session: watches().session() }).panel.ask.about()
  expect(answer).toMatchObject({ ok: true, value: { real: true } })
  expect(answer).not.toHaveProperty('value.forgets')
})

test('what is set for the Mac about opening at login is told, and refused to whoever wants it otherwise', async () => {
  const set = vi.fn()
  const settings = {
    load: async () => ({
      settings: { ...defaultSettings, launchAtLogin: 'always' as const },
      warnings: [],
      locked: ['launchAtLogin'],
    }),
    save: async () => {},
  }
  const loginItem = { get: () => ({ is: 'on' as const }), set }
  const { panel } = received({ session: watches().session(undefined, settings), loginItem })
  expect(await panel.ask.loginItem()).toEqual({ ok: true, value: { is: 'on', locked: true } })
  expect(await panel.ask.setLoginItem({ on: false })).toMatchObject({ ok: false, error: { kind: 'refused' } })
  expect(set).not.toHaveBeenCalled()
})

test('a secret is shown to nobody, and stays when what was shown comes back', async () => {
  const secret = 'authorization=Bearer%20canary'
  const { session } = watches()
  let kept: Settings = { ...defaultSettings, telemetry: { on: true, endpoint: 'https://example.org', headers: secret } }
  const store: SettingsStore = {
    load: async () => ({ settings: kept, warnings: [], locked: [] }),
    save: async (settings) => {
      kept = settings
    },
  }
  const { panel, told } = received({ session: session(undefined, store) })
  const answer = await panel.ask.settings()
  if (!answer.ok) throw new Error('There are settings.')
  const saved = await panel.ask.setSettings({ ...answer.value.settings, summary: true })
  expect(JSON.stringify([answer, saved, told])).not.toContain('canary')
  expect(answer.value.settings.telemetry.headers).not.toBe('')
  expect(kept).toMatchObject({ summary: true, telemetry: { headers: secret } })
})
