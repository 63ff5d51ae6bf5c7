import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { FleetReporter } from '../../src/app/fleet-reporter.ts'
import { fleetFile } from '../../src/app/own-files.ts'
import { fleetReportOf } from '../../src/core/fleet-report.ts'
import { isOwnData } from '../../src/storage/own-places.ts'
import { HandClock, settled } from '../hand-clock.ts'
import { ownFolder } from '../history/folder.ts'

function reporter() {
  const folder = ownFolder()
  const file = join(folder, 'fleet-report.json')
  const clock = new HandClock()
  const warn = vi.fn()
  const facts = { episodes: [], treatments: [], causes: [], version: '1' }
  const make = async () => fleetReportOf({ ...facts, state: { status: 'clear', waiting: [] }, now: clock.now() })
  return { folder, file, clock, warn, one: new FleetReporter({ ...fleetFile(file), make, clock, log: { warn } }) }
}

test('is kept for its owner only, renewed within a minute, and taken away when nobody wants it', async () => {
  const { one, file, folder, clock, warn } = reporter()
  one.want(true)
  await vi.waitFor(() => expect(existsSync(file)).toBe(true))
  expect(statSync(file).mode & 0o077).toBe(0)
  const at = () => JSON.parse(readFileSync(file, 'utf8')).at
  const first = at()
  one.hear()
  one.hear()
  expect(clock.waiters).toBe(1)
  await clock.pass(60_000)
  await vi.waitFor(() => expect(at()).not.toBe(first))
  one.want(false)
  one.hear()
  await vi.waitFor(() => expect(readdirSync(folder)).toEqual([]))
  expect([clock.waiters, warn.mock.calls]).toEqual([0, []])
})

test('one of an earlier run goes as soon as it is known that nobody wants it', async () => {
  const { one, file } = reporter()
  await fleetFile(file).put({
    ...fleetReportOf({
      state: { status: 'clear', waiting: [] },
      episodes: [],
      treatments: [],
      causes: [],
      version: '0',
      now: 0,
    }),
  })
  one.want(false)
  await vi.waitFor(() => expect(existsSync(file)).toBe(false))
})

test('nothing is written once it has stopped, and a disk that takes nothing ends nothing', async () => {
  const { one, file, clock } = reporter()
  one.want(true)
  await vi.waitFor(() => expect(existsSync(file)).toBe(true))
  one.hear()
  await one.stop()
  await clock.pass(120_000)
  one.want(false)
  await settled()
  expect(JSON.parse(readFileSync(file, 'utf8')).at).toBe('2026-11-21T09:00:00.000Z')
  const full = reporter()
  // A folder in its place.
  mkdirSync(join(full.file, 'full'), { recursive: true })
  full.one.want(true)
  await vi.waitFor(() => expect(full.warn).toHaveBeenCalledWith('note-failed', expect.anything()))
})

test('goes with everything else of ours', () => {
  for (const name of ['fleet-report.json', 'fleet-report.json.1.part']) expect(isOwnData(name)).toBe(true)
})
