import { expect, onTestFinished, test } from 'vitest'
import { openApi } from '../../../src/api/answers/api-answers.ts'
import type { ServerOptions } from '../../../src/api/answers/server-options.ts'
import { panelOn } from '../../../src/api/panel.ts'
import { render } from '../../../src/core/render.ts'
import { defaultSettings } from '../../../src/core/settings.ts'
import { openSceneSession, type SceneSession } from '../../../src/session/scene.ts'
import { loadScene } from '../../../src/world/simulated/library.ts'
import type { Scene } from '../../../src/world/simulated/scene.ts'

/** A scene that is watched, in which version 9.0.0 is published, or nothing new. */
async function watched(outside: Scene['outside'], options: Partial<ServerOptions> = {}) {
  const scene = { ...loadScene('healthy-gmail'), ...(outside && { outside }) }
  const session: SceneSession = await openSceneSession(scene, { speed: 1 })
  const about = { name: 'Outbox Doctor', version: '0.1.0', license: 'MIT' }
  const api = openApi({ about, session, ...options })
  onTestFinished(() => api.close())
  return { ask: panelOn(api.endpoint).ask, session, hasten: session.played.hasten }
}

test('nothing is known before somebody has asked; then what is new, and its page opens', async () => {
  const { ask, hasten, session } = await watched({ newVersion: '9.0.0' })
  const shown: object[] = []
  const { show } = session.world.hands
  session.world.hands.show = (target, signal) => {
    shown.push(target)
    return show(target, signal)
  }
  expect(await ask.update()).toEqual({ ok: true, value: { isAsked: true } })
  expect(await ask.takeUpdate()).toMatchObject({ ok: false, error: { kind: 'unavailable' } })
  const looked = await hasten(ask.lookForUpdate())
  expect(looked).toMatchObject({ ok: true, value: { newer: { version: '9.0.0' }, askedAt: expect.any(Number) } })
  expect(looked.ok && looked.value.told && render(looked.value.told)).toBe('Version 9.0.0 is there.')
  expect(await ask.update()).toEqual(looked)
  expect(await ask.takeUpdate()).toEqual({ ok: true, value: {} })
  expect(shown).toEqual([{ own: 'downloads' }])
})

test('the version that runs is the newest', async () => {
  const { ask, hasten } = await watched({ newVersion: '0.1.0' })
  const looked = await hasten(ask.lookForUpdate())
  expect(looked.ok && looked.value.told && render(looked.value.told)).toBe('There is no newer version.')
  expect(looked.ok && looked.value.newer).toBeUndefined()
})

test('a network that lets nothing through is told in a sentence', async () => {
  const { ask, hasten } = await watched({ all: 'silent' })
  const looked = await hasten(ask.lookForUpdate())
  expect(looked.ok && looked.value.told && render(looked.value.told)).toMatch(
    /did not answer in time|cannot be reached/,
  )
})

test('where an administrator has switched it off, a click does not ask either; a person’s own switch is for what comes by itself', async () => {
  const { ask, hasten, session } = await watched({ newVersion: '9.0.0' })
  const off = { ...defaultSettings, updateCheck: false }
  let locked: readonly string[] = ['updateCheck']
  session.settings = { load: async () => ({ settings: off, warnings: [], locked }), save: async () => {} }
  const answer = await ask.lookForUpdate()
  expect(answer).toMatchObject({ ok: false, error: { kind: 'refused' } })
  expect(await ask.update()).toEqual({ ok: true, value: { isAsked: true } })
  locked = []
  expect(await hasten(ask.lookForUpdate())).toMatchObject({ ok: true, value: { newer: { version: '9.0.0' } } })
})

test('an app that can install by itself is given what was signed, and no page opens', async () => {
  const installed: string[] = []
  const installer = { install: async ({ version }: { version: string }) => void installed.push(version) }
  const { ask, hasten } = await watched({ newVersion: '9.0.0' }, { installer })
  await hasten(ask.lookForUpdate())
  expect(await ask.takeUpdate()).toEqual({ ok: true, value: {} })
  expect(installed).toEqual(['9.0.0'])
})
