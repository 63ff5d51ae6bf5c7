import { describe, expect, onTestFinished, test } from 'vitest'
import { appWordsIn } from '../../src/app/app-words.ts'
import type { MenuCommand } from '../../src/app/menu.ts'
import type { AnnouncementText } from '../../src/app/shell.ts'
import { UpdateWatch } from '../../src/app/update-watch.ts'
import { memoryLog } from '../../src/core/log.ts'
import type { UpdateMemory } from '../../src/core/release.ts'
import { defaultSettings } from '../../src/core/settings.ts'
import { UpdateCheck } from '../../src/updates/update-check.ts'
import { HandClock, settled } from '../hand-clock.ts'
import { maker, memoryOf, now as morning, signed } from '../updates/signed-release.ts'
import { Ears } from './shell-double.ts'

const hour = 3_600_000
const day = 24 * hour

/** An app that runs version 1.2.0 beside a maker who signs whatever version he is told to. */
function watching(memory: UpdateMemory = memoryOf(), { random = 0.5, start = morning } = {}) {
  const clock = new HandClock(start)
  const asked: number[] = []
  const told: AnnouncementText[] = []
  const notices: Ears[] = []
  const commands: MenuCommand[] = []
  const maker_ = { version: '1.2.0' }
  const known = { ...defaultSettings, quietHours: { from: 0, to: 0 } }
  const net = {
    async http() {
      const now = clock.now()
      asked.push(now)
      const dates = { released: now - day, expires: now + 30 * day, sequence: Math.floor(now / 1_000) }
      const body = signed({ ...dates, version: maker_.version })
      return { outcome: 'answered', status: 200, headers: {}, body, ms: 1 } as const
    },
  }
  const publisher = { release: 'https://example.org/u', page: 'https://example.org/', keys: [maker.text] }
  const check = new UpdateCheck({ publisher, memory, net, clock, log: memoryLog(clock), running: '1.2.0' })
  const watch = new UpdateWatch({
    check,
    settings: async () => known,
    announce(text) {
      told.push(text)
      const notice = Object.assign(new Ears(), { show: () => {}, close: () => {} })
      notices.push(notice)
      return notice
    },
    clock,
    words: () => appWordsIn(['en']),
    command: (command) => void commands.push(command),
    random: () => random,
  })
  onTestFinished(() => watch.stop())
  /** Real files and signatures take their turns between the leaps of time. */
  const pass = async (ms: number) => {
    for (let left = ms; left > 0; left -= hour / 2) {
      await clock.pass(Math.min(left, hour / 2))
      for (let turn = 0; turn < 8; turn += 1) await settled()
    }
  }
  const again = async () => {
    void watch.again()
    await pass(1)
  }
  return { clock, asked, told, notices, commands, maker: maker_, known, watch, check, pass, again }
}

describe('a newer version is looked for', () => {
  test('once a day at most, and not at once', async () => {
    const { asked, pass, again } = watching()
    await again()
    await pass(hour / 2)
    expect(asked).toEqual([])
    await pass(30 * day)
    expect(asked.length).toBeGreaterThan(25)
    const gaps = asked.slice(1).map((at, index) => at - (asked[index] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(day)
  })

  test('not at the same time by everybody', async () => {
    const first = async (random: number) => {
      const { asked, pass, again } = watching(memoryOf(), { random })
      await again()
      await pass(4 * hour)
      return asked[0]
    }
    const times = [await first(0), await first(0.4), await first(0.99)]
    expect(new Set(times).size).toBe(3)
  })

  test('no more often for restarts, nor for changes of the settings, nor where nothing can be written', async () => {
    const memory = memoryOf()
    const all: number[] = []
    for (let start = 0; start < 6; start += 1) {
      const { asked, pass, again, watch } = watching(memory, { start: morning + start * 4 * hour })
      await again()
      await pass(2 * hour)
      await again()
      await pass(2 * hour)
      watch.stop()
      all.push(...asked)
    }
    expect(all).toHaveLength(1)
    const full = { read: async () => ({}), write: () => Promise.reject(new Error('No space is left.')) }
    const { asked, pass, again } = watching(full)
    await again()
    await pass(3 * day)
    expect(asked).toHaveLength(3)
  })

  test('not where that is switched off, and again where it is switched on', async () => {
    const { asked, known, pass, again } = watching()
    known.updateCheck = false
    await again()
    await pass(3 * day)
    expect(asked).toEqual([])
    known.updateCheck = true
    await again()
    await pass(4 * hour)
    expect(asked).toHaveLength(1)
  })

  test('after a clock was set back, within a day', async () => {
    const memory = memoryOf({ askedAt: morning + 400 * day })
    const { asked, pass, again } = watching(memory)
    await again()
    await pass(day + 3 * hour)
    expect(asked).toHaveLength(1)
  })
})

describe('of a newer version', () => {
  test('one notification tells, over restarts, and the menu has a quiet line', async () => {
    const memory = memoryOf()
    const first = watching(memory)
    await first.again()
    await first.pass(4 * hour)
    expect([first.told, first.watch.newer]).toEqual([[], undefined])
    first.maker.version = '1.3.0'
    await first.pass(4 * day)
    expect(first.watch.newer).toBe('1.3.0')
    expect(first.told).toEqual([
      {
        title: 'Outbox Doctor 1.3.0 is there',
        body: 'A click shows what is new. Nothing is installed by itself.',
        silent: true,
        actions: [{ type: 'button', text: 'Open the download page' }],
      },
    ])
    first.notices[0]?.emit('click')
    first.notices[0]?.emit('action', {}, 0)
    expect(first.commands).toEqual([{ do: 'show', page: 'about' }, { do: 'take update' }])
    first.watch.stop()
    const second = watching(memory, { start: morning + 5 * day })
    await second.again()
    expect(second.watch.newer).toBe('1.3.0')
    await second.pass(2 * day)
    expect(second.told).toEqual([])
    second.maker.version = '1.4.0'
    await second.pass(2 * day)
    expect(second.told.map(({ title }) => title)).toEqual(['Outbox Doctor 1.4.0 is there'])
  })

  test('nothing is told in quiet hours, and all of it after them', async () => {
    // Nine o’clock in the evening, by this computer’s own clock.
    const { told, known, maker, pass, again } = watching(memoryOf(), { start: new Date(2026, 10, 20, 21).getTime() })
    known.quietHours = { from: 22, to: 7 }
    maker.version = '1.3.0'
    await again()
    await pass(9 * hour)
    expect(told).toEqual([])
    await pass(2 * hour)
    expect(told).toHaveLength(1)
  })

  test('no notification comes where they are switched off, and the menu has it all the same', async () => {
    const { told, known, maker, watch, pass, again } = watching()
    known.notifications = false
    maker.version = '1.3.0'
    await again()
    await pass(2 * day)
    expect([told, watch.newer]).toEqual([[], '1.3.0'])
    known.updateCheck = false
    await again()
    expect(watch.newer).toBeUndefined()
  })
})
