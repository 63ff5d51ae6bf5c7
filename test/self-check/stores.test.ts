import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { rendered } from '../../src/core/rendered.ts'
import { defaultSettings } from '../../src/core/settings.ts'
import { storesSection } from '../../src/self-check/stores.ts'
import { filesBelow } from '../../src/world/real/mac/files.ts'
import { ReadingThread } from '../../src/world/real/reading/thread.ts'
import { realWorld } from '../../src/world/real/world.ts'
import { AppleMailStore } from '../../src/world/simulated/apps/apple-mail/apple-mail-store.ts'
import { calm } from '../app/shell-double.ts'

test.each([
  ['in a thread, as it should be', undefined, false],
  ['where no thread comes up', 'nothing.js', true],
])('of stores that are read %s, the report says no less', async (_, entry, threadless) => {
  const home = mkdtempSync(join(tmpdir(), 'stores-'))
  const mail = new AppleMailStore(home)
  onTestFinished(() => {
    mail.close()
    rmSync(home, { recursive: true, force: true })
  })
  const world = realWorld()
  const thread = new ReadingThread(entry === undefined ? {} : { entry: pathToFileURL(join(home, entry)) })
  const files = filesBelow(home, world.clock, { thread, copies: join(home, 'copies') })
  const { signal } = new AbortController()
  const about = { version: '0', database: ':memory:', mac: true, signal, state: calm, settings: defaultSettings }
  const checked = { ...about, warnings: [], world: { ...world, mac: { ...world.mac, files } } }
  const lines = rendered((await storesSection(checked)).lines)
  expect(lines).toContainEqual(expect.stringMatching(/^Apple Mail, V\d+: /))
  expect(lines.filter((line) => /^No thread for reading .*\(1 attempt\)/.test(line))).toHaveLength(threadless ? 1 : 0)
})
