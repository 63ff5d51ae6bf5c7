import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'plist'
import { afterEach, expect, test } from 'vitest'
import type { Clock } from '../../../../src/core/time.ts'
import { macOs } from '../../../../src/world/real/mac/mac-os.ts'
import { FakeRun, recording, type Transcript } from './fake-run.ts'

const { signal } = new AbortController()
const home = mkdtempSync(join(tmpdir(), 'mac-'))
afterEach(() => rmSync(home, { recursive: true, force: true }))

const never = () => new Promise<never>(() => {})

test('a Mac remembers what it showed, and tells what became different', async () => {
  let now = 0
  const clock: Clock = { now: () => now, elapsed: () => now, wait: never }
  const lulu = recording('systemextensionsctl/lulu-single-macos11.txt')
  const list: Transcript = {
    path: '/usr/bin/systemextensionsctl',
    args: ['list'],
    stdout: recording('systemextensionsctl/none.txt'),
  }
  const fake = FakeRun.list([list, { path: '/usr/bin/kmutil', args: ['showloaded', '--list-only'], failed: 'missing' }])
  const unix = { network: never, freeSpace: async () => 7 }
  const mac = macOs({ clock, unix, run: fake.run, home, places: { apps: [join(home, 'Applications')] } })

  const contents = join(home, 'Applications/Mail.app/Contents')
  mkdirSync(contents, { recursive: true })
  const install = (version: string) =>
    writeFileSync(
      join(contents, 'Info.plist'),
      build({ CFBundleIdentifier: 'com.apple.mail', CFBundleShortVersionString: version }),
    )
  install('16.0')
  await mac.programs.app('com.apple.mail', signal)
  expect(await mac.filters(signal)).toEqual([])
  expect(mac.changes(0)).toEqual([])

  now = 5_000
  list.stdout = lulu
  install('16.1')
  await mac.programs.app('com.apple.mail', signal)
  await mac.filters(signal)
  expect(mac.changes(0)).toEqual([
    { at: 5_000, what: 'app-update', line: 'Mail was updated to 16.1' },
    { at: 5_000, what: 'filter', line: 'LuLu was installed' },
  ])
  expect(await mac.freeSpace(signal)).toBe(7)
  fake.holdsNoSurprise()
})
