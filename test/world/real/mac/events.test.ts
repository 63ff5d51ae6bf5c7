import { describe, expect, test } from 'vitest'
import type { NetworkPath } from '../../../../native/index.d.ts'
import type { MacEvent } from '../../../../src/core/mac-powers.ts'
import { type Child, type StartChild, startChild } from '../../../../src/world/real/mac/child.ts'
import { watchEvents } from '../../../../src/world/real/mac/events.ts'
import { HandClock } from '../../../hand-clock.ts'

/** Programs whose output and end a test decides. */
class FakeChildren {
  readonly started: {
    args: readonly string[]
    at: number
    say: (piece: string) => void
    die: () => void
    killed: boolean
  }[] = []
  readonly #clock: HandClock
  constructor(clock: HandClock) {
    this.#clock = clock
  }

  readonly start: StartChild = (_, args, heard): Child => {
    const { promise: ended, resolve: die } = Promise.withResolvers<void>()
    const child = { args, at: this.#clock.elapsed(), say: heard, die, killed: false }
    this.started.push(child)
    const kill = () => {
      child.killed = true
      die()
    }
    return { ended, kill }
  }
}

function begin() {
  const clock = new HandClock()
  const children = new FakeChildren(clock)
  const events: MacEvent['is'][] = []
  const stop = watchEvents(children.start, clock, ({ is }) => events.push(is))
  return { clock, children, events, stop }
}

const change = '\n*** 12:00:00.000\n\nNetwork information\n'

describe('watching a Mac', () => {
  test('what is printed first is no event; changes close together are one, two seconds later', async () => {
    const { clock, children, events, stop } = begin()
    expect(children.started.map(({ args }) => args.join(' '))).toEqual(['-W --nwi', '-W --dns'])
    const [nwi, dns] = children.started
    nwi?.say('Network information\n')
    await clock.pass(5_000)
    expect(events).toEqual([])
    nwi?.say(change)
    dns?.say(change.slice(0, 5))
    dns?.say(change.slice(5))
    nwi?.say(change)
    await clock.pass(1_999)
    expect(events).toEqual([])
    await clock.pass(1)
    expect(events).toEqual(['network'])
    stop()
    expect(children.started.every(({ killed }) => killed)).toBe(true)
    await clock.pass(0)
    expect(clock.waiters).toBe(0)
  })

  test('a program that dies is started again after growing pauses, and what it missed counts as a change', async () => {
    const { clock, children, events, stop } = begin()
    const nwi = () => children.started.filter(({ args }) => args[1] === '--nwi')
    const pauses = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600].map((seconds) => seconds * 1_000)
    for (const [round, pause] of pauses.entries()) {
      nwi().at(-1)?.die()
      await clock.pass(0)
      await clock.pass(pause - 1)
      expect(nwi(), `round ${round}`).toHaveLength(round + 1)
      await clock.pass(1)
      expect(nwi(), `round ${round}`).toHaveLength(round + 2)
    }
    await clock.pass(2_000)
    // Restarts less than two seconds apart are told once.
    expect(events.filter((is) => is === 'network')).toHaveLength(12)
    stop()
  })

  test('one that ran for long starts again soon', async () => {
    const { clock, children, stop } = begin()
    for (let round = 0; round < 4; round += 1) {
      await clock.pass(100_000)
      const last = children.started.at(-1)
      last?.die()
      await clock.pass(0)
      await clock.pass(1_000)
      expect(children.started.at(-1)).not.toBe(last)
    }
    stop()
  })

  test('sleep is noticed by a timer far too late, or by a wall clock that ran on', async () => {
    const { clock, events, stop } = begin()
    await clock.pass(600_000)
    expect(events).toEqual([])
    await clock.sleep(3_600_000)
    expect(events).toEqual(['slept', 'woke', 'power'])
    clock.offset += 3_600_000
    await clock.pass(60_000)
    expect(events).toHaveLength(6)
    stop()
  })

  test('a background program whose timers are a minute late has not slept', async () => {
    const { clock, events, stop } = begin()
    await clock.sleep(120_000)
    expect(events).toEqual([])
    stop()
  })

  test('a wake is known as soon as the network tells of it', async () => {
    const { clock, children, events, stop } = begin()
    clock.offset += 3_600_000
    children.started[0]?.say(change)
    await clock.pass(2_000)
    expect(events).toEqual(['slept', 'woke', 'power', 'network'])
    stop()
  })
})

test('the addon is heard too, but for the path it begins with, and is stopped with the rest', async () => {
  const clock = new HandClock()
  const events: MacEvent['is'][] = []
  const paths: ((path: NetworkPath) => void)[] = []
  let stopped = 0
  const watchPath = (changed: (path: NetworkPath) => void) => {
    paths.push(changed)
    return () => {
      stopped += 1
    }
  }
  const stop = watchEvents(new FakeChildren(clock).start, clock, ({ is }) => events.push(is), { watchPath })
  const path: NetworkPath = {
    status: 'satisfied',
    expensive: true,
    constrained: false,
    dns: true,
    ipv4: true,
    ipv6: false,
    interfaces: [{ name: 'en0', kind: 'wifi' }],
  }
  paths[0]?.(path)
  await clock.pass(5_000)
  expect(events).toEqual([])
  paths[0]?.({ ...path, expensive: false })
  await clock.pass(2_000)
  expect(events).toEqual(['network'])
  stop()
  expect(stopped).toBe(1)
})

describe('a program that goes on printing', () => {
  test('is heard piece by piece, and ended', async () => {
    const heard: string[] = []
    const child = startChild('/bin/sh', ['-c', 'echo one; while :; do sleep 60; done'], (piece) => heard.push(piece))
    await expect.poll(() => heard.join(''), { timeout: 10_000 }).toBe('one\n')
    child.kill()
    await child.ended
  })

  test('that is missing has simply ended', async () => {
    const child = startChild('/nowhere/at/all', [], () => {})
    await child.ended
    child.kill()
  })
})
