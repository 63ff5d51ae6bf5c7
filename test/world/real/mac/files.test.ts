import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Files } from '../../../../src/core/mac-powers.ts'
import { render } from '../../../../src/core/render.ts'
import { foreignName } from '../../../../src/core/sentence.ts'
import { systemClock } from '../../../../src/world/real/clock.ts'
import { filesBelow } from '../../../../src/world/real/mac/files.ts'
import { HandClock } from '../../../hand-clock.ts'

const { signal } = new AbortController()
let home: string
let files: Files

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'home-'))
  mkdirSync(join(home, 'Library/Mail/V10'), { recursive: true })
  writeFileSync(join(home, 'Library/Mail/info'), '0123456789')
  files = filesBelow(home, systemClock)
})

afterEach(() => rmSync(home, { recursive: true, force: true }))

const textOf = (looked: Awaited<ReturnType<Files['read']>>) =>
  looked.seen
    ? Buffer.from(looked.value).toString()
    : `${looked.why} ${render(looked.detail ?? foreignName(''))}`.trim()

describe('files below the home folder', () => {
  test('are listed with their kinds and sizes', async () => {
    symlinkSync('info', join(home, 'Library/Mail/link'))
    const listed = await files.list('~/Library/Mail', signal)
    expect(
      listed.seen && listed.value.map(({ name, kind, size }) => [name, kind, name === 'info' && size]).sort(),
    ).toEqual([
      ['V10', 'folder', false],
      ['info', 'file', 10],
      ['link', 'other', false],
    ])
  })

  test('are read whole, or not at all beyond the limit, and by their end', async () => {
    expect(textOf(await files.read('~/Library/Mail/info', 10, signal))).toBe('0123456789')
    expect(textOf(await files.read(join(home, 'Library/Mail/info'), 9, signal))).toBe('too-large')
    expect(textOf(await files.tail('~/Library/Mail/info', 3, signal))).toBe('789')
    expect(textOf(await files.tail('~/Library/Mail/info', 300, signal))).toBe('0123456789')
  })

  test.each([
    ['~/Library/Nothing', 'missing ENOENT'],
    ['~/Library/Mail/info/below', 'missing ENOTDIR'],
    ['~/Library/Mail', 'failed not a file'],
    ['/etc/hosts', 'failed outside the home folder'],
    ['~/../../../../../etc/hosts', 'failed outside the home folder'],
    ['~', 'failed not a file'],
  ])('%s: %s', async (path, why) => {
    expect(textOf(await files.read(path, 100, signal))).toBe(why)
  })

  test('a link is followed inside its folder and nowhere else', async () => {
    writeFileSync(join(home, 'secret'), 'secret')
    symlinkSync('V10', join(home, 'Library/Mail/Current'))
    writeFileSync(join(home, 'Library/Mail/V10/index'), 'index')
    symlinkSync(join(home, 'secret'), join(home, 'Library/Mail/out'))
    symlinkSync('/etc', join(home, 'Library/Mail/etc'))
    symlinkSync('loop', join(home, 'Library/Mail/loop'))
    expect(textOf(await files.read('~/Library/Mail/Current/index', 100, signal))).toBe('index')
    expect(textOf(await files.read('~/Library/Mail/out', 100, signal))).toBe('failed a link leads elsewhere')
    expect(textOf(await files.read('~/Library/Mail/etc/hosts', 100, signal))).toBe('failed a link leads elsewhere')
    expect(textOf(await files.read('~/Library/Mail/loop', 100, signal))).toBe('failed ELOOP')
  })

  test('a pipe does not keep us waiting', async () => {
    execFileSync('mkfifo', [join(home, 'pipe')])
    expect(textOf(await files.read('~/pipe', 100, signal))).toBe('failed not a file')
  })

  test.skipIf(process.getuid?.() === 0)('what may not be read is forbidden', async () => {
    chmodSync(join(home, 'Library/Mail'), 0o000)
    expect(textOf(await files.read('~/Library/Mail/info', 100, signal))).toBe('forbidden EACCES')
    chmodSync(join(home, 'Library/Mail'), 0o700)
  })

  test('nothing is done once aborted', async () => {
    await expect(files.read('~/Library/Mail/info', 10, AbortSignal.abort())).rejects.toThrow()
  })
})

describe('watching folders', () => {
  test('many changes are one call, a second later; none after the end', async () => {
    const clock = new HandClock()
    let calls = 0
    const stop = filesBelow(home, clock).watch(['~/Library/Mail', '~/Library/Nothing'], () => {
      calls += 1
    })
    // The first look at the folders has been taken.
    await expect.poll(() => clock.waiting(60_000)).toBe(1)
    writeFileSync(join(home, 'Library/Mail/one'), '1')
    writeFileSync(join(home, 'Library/Mail/two'), '2')
    await expect.poll(() => clock.waiting(1_000)).toBe(1)
    expect(calls).toBe(0)
    await clock.pass(1_000)
    expect(calls).toBe(1)
    stop()
    writeFileSync(join(home, 'Library/Mail/three'), '3')
    await clock.pass(1_000)
    expect(calls).toBe(1)
  })

  test('a folder that appears later is found by walking round', async () => {
    const clock = new HandClock()
    let calls = 0
    const stop = filesBelow(home, clock).watch(['~/Library/Later'], () => {
      calls += 1
    })
    await expect.poll(() => clock.waiting(60_000)).toBe(1)
    mkdirSync(join(home, 'Library/Later'))
    writeFileSync(join(home, 'Library/Later/mail'), '1')
    await clock.pass(60_000)
    await expect.poll(() => clock.waiting(1_000)).toBe(1)
    await clock.pass(1_000)
    expect(calls).toBe(1)
    stop()
  })
})
