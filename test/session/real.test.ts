import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'plist'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openApi } from '../../src/api/answers/api-answers.ts'
import { panelOn } from '../../src/api/panel.ts'
import type { EventOf } from '../../src/api/schema/table.ts'
import { rendered } from '../../src/core/rendered.ts'
import { defaultSettings } from '../../src/core/settings.ts'
import { openRealSession } from '../../src/session/real.ts'
import { usualDatabase } from '../../src/storage/folders.ts'
import { ownFolder } from '../history/folder.ts'

/** Where our own things lie is a folder of this test's. */
function inOwnFolder(): string {
  const folder = ownFolder()
  vi.stubEnv('XDG_STATE_HOME', folder)
  onTestFinished(() => void vi.unstubAllEnvs())
  return join(folder, 'outbox-doctor')
}

test('a usual history that cannot be opened ends nothing, and is not kept quiet', async () => {
  inOwnFolder()
  const kept = await openRealSession()
  expect(kept).not.toHaveProperty('forgets')
  await kept.close()

  inOwnFolder()
  // A folder in its place.
  mkdirSync(usualDatabase(), { recursive: true })
  const { agent, forgets, close } = await openRealSession()
  expect(forgets?.because).toMatchObject({ name: 'DatabaseError' })
  expect(agent.episodes(0)).toEqual([])
  await close()
})

test('one that was named must work', async () => {
  const data = inOwnFolder()
  mkdirSync(data, { recursive: true })
  await expect(openRealSession({ database: data })).rejects.toMatchObject({ name: 'HistoryNotOpened' })
})

test('settings are read, and kept', async () => {
  inOwnFolder()
  const first = await openRealSession()
  expect(first.request.settings).toEqual(defaultSettings)
  await first.settings?.save({ ...defaultSettings, patience: 300_000 })
  await first.close()
  const second = await openRealSession()
  expect(second.request.settings.patience).toBe(300_000)
  await second.close()
})

test('a password for this session alone is read by the agent’s world', async () => {
  inOwnFolder()
  const { world, close } = await openRealSession({ secret: 'canary' })
  expect(await world.secrets.read('any')).toMatchObject({ secret: 'canary', method: 'password' })
  await close()
})

test('what an administrator sets while it runs is in force, told to every window, and kept by everybody', async () => {
  const folder = inOwnFolder()
  mkdirSync(folder, { recursive: true })
  const places = { file: join(folder, 'settings.json'), managed: join(folder, 'managed.plist') }
  const session = await openRealSession({ places })
  let changed = () => {}
  const watch = (heard: () => void) => {
    changed = heard
    return () => {
      changed = () => {}
    }
  }
  const about = { name: 'Outbox Doctor', version: '0', license: 'MIT' }
  const settings = session.settings && { ...session.settings, watch }
  const api = openApi({ about, session: { ...session, ...(settings && { settings }) } })
  onTestFinished(() => api.close())
  const told: EventOf<'settings'>[] = []
  panelOn(api.endpoint).listen({ settings: (now) => void told.push(now) })
  await vi.waitFor(() => expect(told).toHaveLength(1))

  const values = { PayloadOrganization: 'Example GmbH', patience: '10m', forbiddenFixes: ['network', 'flush-nams'] }
  writeFileSync(places.managed, build(values))
  changed()
  await vi.waitFor(() => expect(told).toHaveLength(2))
  expect(told[1]).toMatchObject({
    settings: { patience: 600_000, forbiddenFixes: ['network', 'flush-nams'] },
    locked: ['patience', 'forbiddenFixes'],
    lockedBy: 'Example GmbH',
  })
  expect(rendered(told[1]?.warnings)).toEqual([expect.stringContaining('there is no fix “flush-nams”')])
  expect(api.watching()?.settings.patience).toBe(600_000)

  // A profile of another program: nothing is different, and nobody hears of it.
  changed()
  const panel = panelOn(api.endpoint)
  await panel.ask.setSettings({ ...defaultSettings, summary: true, patience: 600_000 })
  expect(told).toHaveLength(3)
  expect(JSON.parse(readFileSync(places.file, 'utf8'))).toEqual({ summary: true })
})
