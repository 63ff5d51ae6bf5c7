import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { endpointOf } from '../../src/api/endpoint.ts'
import { exchangeInvitation } from '../../src/api/transports/http-client.ts'
import type { CommandContext } from '../../src/cli/command-context.ts'
import { printInvitations } from '../../src/cli/invite.ts'
import { terminalOn } from '../../src/cli/terminal.ts'
import { memoryLog } from '../../src/core/log.ts'
import { render } from '../../src/core/render.ts'
import { systemClock } from '../../src/world/real/clock.ts'
import { answersOf } from '../api/answers.ts'
import { browserAt, opened, tokenIn } from '../api/http-server/visitor.ts'

function atTerminal(isTTY = true) {
  const told: string[] = []
  const input = Object.assign(new PassThrough(), { isTTY })
  const session: CommandContext = {
    terminal: terminalOn({ write: (text) => told.push(text), columns: 500 }, {}),
    note: (sentence) => told.push(render(sentence)),
    input,
    signal: new AbortController().signal,
    interrupt: () => {},
    log: memoryLog(systemClock),
  }
  const addresses = () => told.flatMap((text) => text.match(/http:\S+/g) ?? [])
  return { session, input, told, addresses }
}

const keys = { readsKeys: async () => true }

async function atDoor() {
  const door = await opened(endpointOf(answersOf({})))
  const letsIn = async (address: string) =>
    (await exchangeInvitation(tokenIn(address), door.origin, browserAt(door))) !== undefined
  return { door, letsIn }
}

describe('an address to the panel', () => {
  test('another one is shown in the terminal to whoever asks for it in a window, and not in the answer', async () => {
    const [{ door, letsIn }, { session, addresses }] = [await atDoor(), atTerminal()]
    onTestFinished(await printInvitations(door, {}, session, keys))
    const wish = () => fetch(`${door.origin}/wish`, { method: 'POST', headers: { origin: door.origin } })
    const answer = await wish()
    expect([answer.status, await answer.text()]).toEqual([200, '{}'])
    // Whoever goes on asking does not fill the terminal.
    expect((await wish()).status).toBe(200)
    expect(addresses()).toHaveLength(2)
    expect(await letsIn(addresses()[1] ?? '')).toBe(true)
    expect(
      (await fetch(`${door.origin}/wish`, { method: 'POST', headers: { origin: 'http://127.0.0.1:1' } })).status,
    ).toBe(403)
    expect(addresses()).toHaveLength(2)
  })

  test('opens once; Return gives another', async () => {
    const [{ door, letsIn }, { session, input, told, addresses }] = [await atDoor(), atTerminal()]
    const stop = await printInvitations(door, {}, session, keys)
    expect(told.join('').replaceAll('\n', ' ')).toMatch(
      /opens once, in one window .* Return gives another one\. Control-C/,
    )
    input.write('\n')
    await vi.waitFor(() => expect(addresses()).toHaveLength(2))
    for (const address of addresses()) expect([await letsIn(address), await letsIn(address)]).toEqual([true, false])
    stop()
    input.write('\n')
    await new Promise((resolve) => setImmediate(resolve))
    expect(addresses()).toHaveLength(2)
  })

  test.each([
    ['there is no terminal', false, keys],
    // Whatever runs these tests reads their keys, if anybody does.
    ['others read the keys', true, {}],
  ])('where %s, none is promised and nothing is read', async (_name, isTTY, hands) => {
    const [{ door }, { session, input, told, addresses }] = [await atDoor(), atTerminal(isTTY)]
    onTestFinished(await printInvitations(door, {}, session, hands))
    input.write('\n')
    await new Promise((resolve) => setImmediate(resolve))
    expect(addresses()).toHaveLength(1)
    expect(told.join('')).not.toContain('Return')
    expect(input.readableLength).toBe(1)
  })
})

describe('a browser is opened', () => {
  test('by a file of the owner alone, which goes when it was used', async () => {
    const [{ door, letsIn }, { session, addresses }] = [await atDoor(), atTerminal()]
    const started: string[] = []
    const stop = await printInvitations(door, { open: true }, session, {
      start: async (file) => started.push(file) > 0,
    })
    onTestFinished(stop)
    const [file = '', ...others] = started
    const [address = ''] = addresses()
    expect(others).toEqual([])
    expect(file).not.toContain(tokenIn(address))
    expect([statSync(file).mode & 0o777, statSync(dirname(file)).mode & 0o777]).toEqual([0o600, 0o700])
    expect(readFileSync(file, 'utf8')).toContain(`url=${address}"`)
    expect(await letsIn(address)).toBe(true)
    expect(existsSync(dirname(file))).toBe(false)
  })

  test.each([
    ['a minute has passed', (end: { pass(): void }) => end.pass()],
    ['it is over', (end: { stop(): void }) => end.stop()],
  ])('the file is gone when %s', async (_name, ends) => {
    const [{ door }, { session }] = [await atDoor(), atTerminal()]
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const files: string[] = []
    const stop = await printInvitations(door, { open: true }, session, { start: async (file) => files.push(file) > 0 })
    const [started = ''] = files
    expect(existsSync(started)).toBe(true)
    ends({ stop, pass: () => vi.advanceTimersByTime(60_000) })
    expect(existsSync(dirname(started))).toBe(false)
    stop()
  })

  test('or not: then the person is told, and the file is gone', async () => {
    const [{ door, letsIn }, { session, told, addresses }] = [await atDoor(), atTerminal()]
    let started = ''
    onTestFinished(
      await printInvitations(door, { open: true }, session, {
        start: async (file) => {
          started = file
          return false
        },
      }),
    )
    expect(existsSync(dirname(started))).toBe(false)
    expect(told.at(-1)).toContain('open the address yourself')
    expect(await letsIn(addresses()[0] ?? '')).toBe(true)
  })
})

test.skipIf(!existsSync('/usr/bin/script'))('a program knows whether keys are for it', async () => {
  // At a terminal of its own, once in front and once in the background.
  const module = join(import.meta.dirname, '../../src/cli/in-front.ts')
  const asks = `${process.execPath} -e 'import("${module}").then(async (it) => console.log("keys " + (await it.isInFront())))'`
  const shell = `set -m; ${asks}; ${asks} & wait`
  const child = spawn('/usr/bin/script', ['-qec', shell, '/dev/null'], { stdio: ['pipe', 'pipe', 'ignore'] })
  expect((await text(child.stdout)).match(/keys \w+/g)).toEqual(['keys true', 'keys false'])
})
