import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
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
