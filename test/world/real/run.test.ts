import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { runProgram } from '../../../src/world/real/run.ts'

const { signal } = new AbortController()
const node = process.execPath
const script = (source: string, options = {}) =>
  runProgram(node, ['-e', source], { signal, timeoutMs: 20_000, ...options })

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('running a program of the system', () => {
  test('tells its exit code and both its streams', async () => {
    expect(await script('console.log("out"); console.error("err"); process.exitCode = 7')).toEqual({
      code: 7,
      stdout: 'out\n',
      stderr: 'err\n',
    })
  })

  test('passes arguments as they are, with no shell between', async () => {
    const ran = await runProgram('/bin/echo', ['$HOME; touch x', '`id`', '*'], { signal })
    expect(ran).toMatchObject({ stdout: '$HOME; touch x `id` *\n' })
  })

  test('gives it a plain environment and nothing to read', async () => {
    process.env.OUTBOX_DOCTOR_CANARY = 'canary'
    const ran = await script(
      'console.log(Object.keys(process.env).sort().join(), require("fs").readFileSync(0).length)',
    )
    delete process.env.OUTBOX_DOCTOR_CANARY
    expect(ran).toMatchObject({ stdout: 'HOME,LC_ALL,PATH 0\n' })
  })

  test.each([
    ['/nowhere/at/all', 'missing'],
    ['/etc/passwd', 'forbidden'],
    ['/etc/passwd/below', 'missing'],
  ])('%s is %s', async (path, failed) => {
    expect(await runProgram(path, [], { signal })).toEqual({ failed })
  })

  test('an argument that no program can be given does not throw', async () => {
    expect(await runProgram('/bin/echo', ['a\0b'], { signal })).toEqual({ failed: 'failed' })
  })

  test('a relative path is a mistake of ours', async () => {
    await expect(runProgram('ls', [], { signal })).rejects.toThrow('absolute')
  })

  test('ends one that prints too much', async () => {
    expect(await script('for (;;) console.log("x".repeat(10_000))', { maxBytes: 100_000 })).toEqual({
      failed: 'too-long',
    })
  })

  test('ends one that was killed, and says so', async () => {
    expect(await script('process.kill(process.pid, "SIGKILL")')).toEqual({ failed: 'killed' })
  })

  test('at the deadline kills it together with all it started', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'run-'))
    const started = join(folder, 'pid')
    const grandchild = `setInterval(() => {}, 1e6); require('fs').writeFileSync(${JSON.stringify(started)}, '' + process.pid)`
    const child = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}], { stdio: 'inherit' })`
    const stop = new AbortController()
    const running = runProgram(node, ['-e', child], { signal: stop.signal, timeoutMs: 60_000 })
    while (!existsSync(started)) await later(10)
    let pid = 0
    while (!(pid > 0)) pid = Number(readFileSync(started, 'utf8'))
    expect(alive(pid)).toBe(true)
    stop.abort()
    expect(await running).toEqual({ failed: 'aborted' })
    await expect.poll(() => alive(pid) && !isZombie(pid), { timeout: 10_000 }).toBe(false)
    rmSync(folder, { recursive: true })
    expect(await runProgram(node, ['-e', 'setInterval(() => {}, 1e6)'], { signal, timeoutMs: 300 })).toEqual({
      failed: 'timeout',
    })
  })

  test('does not start at all when aborted before', async () => {
    expect(await runProgram('/bin/echo', [], { signal: AbortSignal.abort() })).toEqual({ failed: 'aborted' })
  })

  test('a child that keeps the pipe open does not keep us waiting past the deadline', async () => {
    const began = performance.now()
    await runProgram('/bin/sh', ['-c', 'sleep 30 & echo started'], { signal, timeoutMs: 500 })
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})

/** Killed and not yet collected by init: as good as gone. */
function isZombie(pid: number): boolean {
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
