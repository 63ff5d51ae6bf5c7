import { describe, expect, onTestFinished, test } from 'vitest'
import { toldOfAppData } from './app-data-step.ts'
import { type Ended, ended, inTime } from './ended.ts'

const day = { signal: new AbortController().signal }
const node = (program: string, within?: number) =>
  ended(process.execPath, ['-e', program], day, within === undefined ? {} : { within })

describe('a program', () => {
  test('is run to its end, and need not be there', async () => {
    expect(await ended('/bin/echo', ['a'], day)).toMatchObject({ how: 'exited', code: 0, stdout: 'a\n' })
    expect(await ended('/bin/sh', ['-c', 'echo b >&2; exit 3'], day)).toMatchObject({ code: 3, stderr: 'b\n' })
    expect(await ended('/bin/sh', ['-c', 'kill -9 $$'], day)).toMatchObject({ how: 'killed', code: -1 })
    expect(await ended('/nowhere', [], day)).toMatchObject({ how: 'not started', code: -1 })
    expect(await ended('/bin/echo', ['a'.repeat(5_000_000)], day)).toMatchObject({ how: 'not started' })
  })

  test('is given up at its deadline with all its group, though it hears no wish to end', async () => {
    const deaf = 'trap "" TERM; sh -c \'trap "" TERM; echo $$; while :; do sleep 1; done\''
    const { how, stdout, ms } = await ended('/bin/sh', ['-c', deaf], day, { within: 2_000 })
    expect({ how, isSoon: ms < 20_000 }).toEqual({ how: 'overdue', isSoon: true })
    const inner = Number(stdout)
    expect(inner).toBeGreaterThan(1)
    await expect.poll(() => isAlive(inner), { timeout: 10_000 }).toBe(false)
  })

  test('is not waited for where something that left its group holds its ends open', async () => {
    const escaping = `const { spawn } = require('node:child_process')
      const one = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { detached: true, stdio: 'inherit' })
      require('node:fs').writeSync(1, String(one.pid))
      one.unref()`
    const { how, stdout, ms } = await node(escaping)
    onTestFinished(() => void process.kill(Number(stdout), 'SIGKILL'))
    expect({ how, isSoon: ms < 30_000 }).toEqual({ how: 'exited', isSoon: true })
    expect(isAlive(Number(stdout))).toBe(true)
  })

  test('is given up with the whole day, before and while it runs', async () => {
    expect(await ended('/bin/sleep', ['60'], { signal: AbortSignal.abort() })).toMatchObject({ how: 'given up' })
    const end = new AbortController()
    const running = ended('/bin/sleep', ['60'], end)
    end.abort()
    expect(await running).toMatchObject({ how: 'given up', code: -1 })
  })
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('what is asked of the app has a deadline, whatever becomes of it later', async () => {
  const late = Promise.withResolvers<string>()
  await expect(inTime('Turning dark', 20, late.promise)).rejects.toThrow('Turning dark: no answer within 0.02 s.')
  late.reject(new Error('too late to be heard'))
  expect(await inTime('a', 60_000, Promise.resolve(7))).toBe(7)
  await expect(inTime('a', 60_000, Promise.reject(new Error('It broke.')))).rejects.toThrow('It broke.')
})

describe('that a folder watch blocks', () => {
  const opening = 'require("node:fs").writeSync(1, "opening\\n");'
  test('is proved only by one that was still opening at its deadline', async () => {
    const blocked = await ended('/bin/sh', ['-c', 'echo opening; sleep 60'], day, { within: 2_000 })
    expect(toldOfAppData(blocked)).toMatchObject({ is: 'done', settles: { 'app-1': 'proved' } })
    const unread = await node('setTimeout(() => {}, 60000)', 200)
    for (const other of [await node(`${opening} process.exit(1)`), await ended('/nowhere', [], day), unread]) {
      expect(toldOfAppData(other).is).toBe('not seen')
      expect(toldOfAppData(other)).not.toHaveProperty('settles')
    }
  })

  test('is contradicted by a refusal that came at once, and neither by success nor by absence', () => {
    const told = (became: string) =>
      toldOfAppData({ how: 'exited', code: 0, stdout: `opening\n${became}\n3\n`, stderr: '', ms: 90 } satisfies Ended)
    expect(told('EPERM').settles).toEqual({ 'app-1': 'contradicted' })
    expect(told('opened')).toEqual({ is: 'done', lines: ['opened after 3 ms.'] })
    expect(told('ENOENT').is).toBe('not seen')
  })
})
