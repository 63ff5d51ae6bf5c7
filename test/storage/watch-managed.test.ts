import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'plist'
import { expect, onTestFinished, test, vi } from 'vitest'
import { watchManaged } from '../../src/storage/watch-managed.ts'
import { watchFolders } from '../../src/world/real/mac/folder-watch.ts'
import { HandClock, settled } from '../hand-clock.ts'
import { ownFolder } from '../history/folder.ts'

test('what an administrator sets is heard of, for the Mac and for one user, also in a folder that comes later', async () => {
  const folder = ownFolder()
  const places = { managed: join(folder, 'app.plist'), managedForUser: join(folder, 'anna/app.plist') }
  const clock = new HandClock()
  let heard = 0
  const files = { watch: (paths: readonly string[], changed: () => void) => watchFolders(paths, clock, changed) }
  const stop = watchManaged(places, files, () => {
    heard += 1
  })
  onTestFinished(stop)
  // Listening has begun as soon as the round that follows is waited for.
  await vi.waitFor(() => expect(clock.waiting(60_000)).toBe(1))
  // Whole at once, as macOS puts it there.
  writeFileSync(join(folder, 'new'), build({ summary: true }))
  renameSync(join(folder, 'new'), places.managed)
  await vi.waitFor(() => expect(clock.waiters).toBe(2))
  await clock.pass(1_000)
  expect(heard).toBe(1)
  mkdirSync(join(folder, 'anna'))
  writeFileSync(places.managedForUser, build({ summary: false }))
  await vi.waitFor(async () => {
    await clock.pass(60_000)
    expect(heard).toBeGreaterThan(1)
  })
  expect(existsSync(places.managedForUser)).toBe(true)
})

test('where no administrator has a say, nothing is listened to', async () => {
  const watch = vi.fn(() => () => {})
  watchManaged({ file: '/nowhere/settings.json' }, { watch }, () => {})()
  await settled()
  expect(watch).not.toHaveBeenCalled()
})
