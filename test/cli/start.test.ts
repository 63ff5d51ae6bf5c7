import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isOutdated } from '../../src/cli/build.ts'
import { isMac } from '../../src/world/real/this-machine.ts'
import { ownFolder } from '../history/folder.ts'
import { started } from './run.ts'

// Elsewhere, as on every Mac with a scene, it serves.
const cases = [
  { args: ['--scene', 'hotel-wifi-blocks-587'], words: 'A story was asked for' },
  ...(isMac() ? [] : [{ args: [], words: 'This is not a Mac' }]),
]

test.each(cases)('npm start $args says what it does, and where, without a terminal too', async ({ args, words }) => {
  const { child, ended } = started(['start', ...args], { CI: 'true' })
  let told = ''
  child.stdout.on('data', (bytes) => {
    told += bytes
    if (/http:\S+/.test(told)) child.kill('SIGINT')
  })
  const { status, out, errors } = await ended
  expect([status, errors]).toEqual([130, ''])
  expect(out).toMatch(new RegExp(`^${words}`))
  expect(out).toMatch(/http:\/\/127\.0\.0\.1:\d+\//)
})

test('something is outdated where it is missing, or older than any file it is made of', () => {
  const folder = ownFolder()
  const [made, sources] = [join(folder, 'made'), join(folder, 'sources')]
  mkdirSync(join(sources, 'inner'), { recursive: true })
  expect(isOutdated(made, [sources])).toBe(true)
  writeFileSync(made, '')
  utimesSync(made, new Date(), new Date(Date.now() + 60_000))
  expect(isOutdated(made, [sources])).toBe(false)
  const inner = join(sources, 'inner/file')
  writeFileSync(inner, '')
  utimesSync(inner, new Date(), new Date(Date.now() + 120_000))
  expect(isOutdated(made, [sources])).toBe(true)
})
