import { execFile } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startAgent } from '../../src/agent.ts'
import { TelemetryLink } from '../../src/app/telemetry-link.ts'
import { defaultSettings, type Settings } from '../../src/core/settings.ts'
import { newInstallationId, telemetryFile } from '../../src/storage/telemetry-file.ts'
import { realWorld } from '../../src/world/real/world.ts'
import { HandClock } from '../hand-clock.ts'
import { ownFolder } from '../history/folder.ts'
import { pointsIn } from '../telemetry/published.ts'
import { startReceiver } from '../telemetry/receiver.ts'

const child = join(import.meta.dirname, 'telemetry-child.ts')
async function begun(telemetry: Settings['telemetry']) {
  const file = join(ownFolder(), 'telemetry.json')
  writeFileSync(file, '{}')
  const { stdout } = await promisify(execFile)(process.execPath, [child, JSON.stringify(telemetry), file])
  const told: { on: boolean; own: string[]; sockets: number } = JSON.parse(stdout)
  return { ...told, kept: existsSync(file) }
}

test('off, as it comes: nothing of it is loaded, no socket is opened, and nothing is kept', async () => {
  expect(await begun(defaultSettings.telemetry)).toEqual({ on: false, own: [], sockets: 0, kept: false })
  const nowhere = { ...defaultSettings.telemetry, on: true }
  expect(await begun(nowhere)).toEqual({ on: false, own: [], sockets: 0, kept: false })
})

test('on, it is loaded, and sends', async () => {
  const collector = await startReceiver()
  onTestFinished(() => collector.stop())
  const told = await begun({ on: true, endpoint: collector.url, headers: '' })
  expect(told.own).toContain('/src/telemetry/exporter.ts')
  expect(told.sockets).toBeGreaterThan(0)
  expect(collector.received.length).toBeGreaterThan(0)
})

test('begins, shows what it sent, takes another id, and goes with all that it kept, as the settings say', async () => {
  const collector = await startReceiver()
  onTestFinished(() => collector.stop())
  const clock = new HandClock()
  const world = { ...realWorld(), clock }
  const agent = startAgent(world, ':memory:')
  const file = telemetryFile(join(ownFolder(), 'telemetry.json'))
  let telemetry: Settings['telemetry'] = { on: true, endpoint: collector.url, headers: 'x-token=canary' }
  const link = new TelemetryLink({
    session: { agent, world },
    version: '1',
    state: () => ({ waiting: [], online: true, episodes: [] }),
    settings: async () => ({ ...defaultSettings, telemetry }),
    file,
    newId: newInstallationId,
    random: () => 0,
  })
  onTestFinished(async () => {
    await link.stop()
    agent.close()
  })
  const sent = async (count: number) =>
    vi.waitFor(async () => {
      await clock.pass(10_000)
      expect(collector.received.length).toBeGreaterThanOrEqual(count)
      const view = await link.view()
      if (!view.on || !view.last?.taken) throw new Error('Not yet.')
      return view
    })
  link.want()
  const view = await sent(1)
  expect(view).toMatchObject({ endpoint: `${collector.url}/`, last: { taken: true } })
  expect(JSON.stringify(view)).not.toContain('canary')
  // Told again that all is as it was, it goes on.
  link.want()
  await link.reset()
  const fresh = await link.view()
  expect(fresh).not.toHaveProperty('last')
  expect('id' in fresh && 'id' in view && fresh.id !== view.id).toBe(true)
  await sent(collector.received.length + 1)
  const ids = collector.received.map(({ body }) => pointsIn(body)[0]?.labels['service.instance.id'])
  expect(ids[0]).toBe('id' in view && view.id)
  expect(ids.at(-1)).toBe('id' in fresh && fresh.id)
  telemetry = { ...telemetry, on: false }
  link.want()
  await vi.waitFor(async () => expect(await file.read()).toBeUndefined())
  expect(await link.view()).toEqual({ on: false })
  const before = collector.received.length
  await clock.pass(600_000)
  expect(collector.received).toHaveLength(before)
  await link.reset()
  expect(await file.read()).toBeUndefined()
})
