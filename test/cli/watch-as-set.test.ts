import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'plist'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Agent } from '../../src/agent.ts'
import { watchAsSet } from '../../src/cli/watch-as-set.ts'
import { rendered } from '../../src/core/rendered.ts'
import { openRealSession } from '../../src/session/real.ts'
import { ownFolder } from '../history/folder.ts'

/** A property list is read in a thread, which a busy computer begins late. */
const patient = { timeout: 20_000 }

/** The real agent on this computer, with settings of this test's, and what it was asked to watch. */
async function watched() {
  const folder = ownFolder()
  vi.stubEnv('XDG_STATE_HOME', folder)
  onTestFinished(() => void vi.unstubAllEnvs())
  mkdirSync(join(folder, 'outbox-doctor'))
  const places = { file: join(folder, 'settings.json'), managed: join(folder, 'managed.plist') }
  const session = await openRealSession({ places, database: ':memory:' })
  onTestFinished(() => session.close())
  const { agent, settings } = session
  const watch = vi.fn<Agent['watch']>((request) => agent.watch({ ...request, clients: [] }))
  let changed = () => {}
  const heard = (callback: () => void) => {
    changed = callback
    return () => {
      changed = () => {}
    }
  }
  const store = settings && { ...settings, load: vi.fn(settings.load), watch: heard }
  return {
    session: { ...session, agent: { ...agent, watch }, ...(store && { settings: store }) },
    patience: () => watch.mock.calls.map(([{ settings }]) => settings.patience),
    sets(values: Record<string, string | string[]>) {
      writeFileSync(places.managed, build(values))
      changed()
    },
    looks: () => store?.load.mock.calls.length,
  }
}

test('a watch in a terminal begins anew by what an administrator has set meanwhile, and only by that', async () => {
  const { session, patience, sets, looks } = await watched()
  const told: unknown[] = []
  const stop = watchAsSet(session, (_doctor, anew) => told.push(anew && rendered(anew.warnings)))
  expect([told, patience()]).toEqual([[undefined], [session.request.settings.patience]])

  sets({ patience: '10m', forbiddenFixes: ['flush-nams'] })
  await vi.waitFor(() => expect(told).toHaveLength(2), patient)
  expect(patience()[1]).toBe(600_000)
  expect(told[1]).toEqual([expect.stringContaining('there is no fix “flush-nams”')])

  // Nothing that the watch goes by.
  sets({ patience: '10m', forbiddenFixes: ['network'] })
  await vi.waitFor(() => expect(looks()).toBe(2), patient)
  await stop()
  expect(patience()).toHaveLength(2)
  sets({ patience: '20m' })
  expect(looks()).toBe(2)
})
