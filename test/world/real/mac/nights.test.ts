import { expect, test } from 'vitest'
import { powerEventsOf } from '../../../../src/app/power.ts'
import type { MacEvent } from '../../../../src/core/mac-powers.ts'
import { openHistory } from '../../../../src/history/history.ts'
import { macOs } from '../../../../src/world/real/mac/mac-os.ts'
import { Ears } from '../../../app/shell-double.ts'
import { HandClock } from '../../../hand-clock.ts'
import { FakeRun } from './fake-run.ts'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const began = Date.UTC(2026, 10, 20, 18)

/** A Mac that is watched, and listened to by Electron. */
function watched() {
  const clock = new HandClock(began)
  const monitor = new Ears()
  const unix = { network: () => new Promise<never>(() => {}), freeSpace: async () => 0 }
  const start = () => ({ ended: new Promise<void>(() => {}), kill: () => {} })
  const mac = macOs({
    clock,
    unix,
    run: FakeRun.list([]).run,
    start,
    home: '/nowhere',
    powerEvents: powerEventsOf(monitor),
  })
  const events: MacEvent['is'][] = []
  const stop = mac.watch(({ is }) => events.push(is))
  /** The rounds of the sleep watch go on. */
  const awake = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 10 * second) await clock.pass(10 * second)
  }
  const told = (since = 0) => mac.changes(since).map(({ at, what }) => [what, (at - began) / minute])
  return { clock, monitor, mac, events, stop, awake, told, asleep: (ms: number) => clock.sleep(ms) }
}

test('a sleep found afterwards is noted from when the Mac was last known to be awake', async () => {
  const { mac, events, stop, awake, asleep } = watched()
  await awake(10 * minute + 30 * second)
  await asleep(8 * hour)
  expect(mac.changes(0)).toEqual([
    { at: began + 10 * minute, what: 'sleep', line: 'This Mac went to sleep' },
    { at: began + 8 * hour + 10.5 * minute, what: 'wake', line: 'This Mac woke up' },
  ])
  expect(events).toEqual(['slept', 'woke', 'power'])
  stop()
})

test('a sleep that Electron tells of is noted as it tells it, and not once more when it is found', async () => {
  const { monitor, events, stop, awake, asleep, told } = watched()
  await awake(10 * minute)
  monitor.emit('suspend')
  expect(events).toEqual(['slept'])
  await awake(10 * second)
  // Timers that are late end before Electron hears that it may go on.
  await asleep(8 * hour)
  monitor.emit('resume')
  await awake(30 * minute)
  expect(told()).toEqual([
    ['sleep', 10],
    ['wake', 490 + 1 / 6],
  ])
  stop()
})

test.each([
  ['it is the same sleep where Electron hears of waking first', ['suspend']],
  ['where Electron tells of waking only, when it fell asleep is found out', []],
])('%s', async (_, heard) => {
  const { clock, monitor, stop, awake, told } = watched()
  await awake(10 * minute)
  for (const event of heard) monitor.emit(event)
  const { now, elapsed } = clock
  clock.now = () => now() + 8 * hour
  clock.elapsed = () => elapsed() + 8 * hour
  monitor.emit('resume')
  await awake(30 * minute)
  expect(told()).toEqual([
    ['sleep', 10],
    ['wake', 490],
  ])
  stop()
})

test('a nap too short to be found is told by Electron, and naps after one another are each noted', async () => {
  const { monitor, stop, awake, asleep, told } = watched()
  for (let nap = 0; nap < 2; nap++) {
    await awake(9 * minute)
    monitor.emit('suspend')
    await asleep(minute)
    monitor.emit('resume')
  }
  expect(told()).toEqual([
    ['sleep', 9],
    ['wake', 10],
    ['sleep', 19],
    ['wake', 20],
  ])
  stop()
})

test('a sleep that was told of, but did not come, is none', async () => {
  const { monitor, stop, awake, asleep, told } = watched()
  monitor.emit('suspend')
  await awake(2 * hour)
  expect(told()).toEqual([])
  await asleep(8 * hour)
  expect(told()).toEqual([
    ['sleep', 120],
    ['wake', 600],
  ])
  stop()
})

test('two who watch note one sleep', async () => {
  const { mac, monitor, stop, awake, asleep, told } = watched()
  await awake(20 * second)
  const stopOther = mac.watch(() => {})
  await awake(10 * minute)
  monitor.emit('suspend')
  await asleep(hour)
  monitor.emit('resume')
  await awake(10 * minute)
  expect(told().map(([what]) => what)).toEqual(['sleep', 'wake'])
  stop()
  stopOther()
})

test('a weekend asleep reaches the timeline, though it began longer ago than anybody asks back', async () => {
  const { clock, mac, stop, awake, asleep } = watched()
  await awake(10 * minute)
  await asleep(60 * hour)
  const history = openHistory(':memory:')
  history.changes.keep(mac.changes(clock.now() - 24 * hour))
  const query = { from: began, to: clock.now() + hour, width: 1_000, zone: 'UTC' }
  const { overall } = history.timeline.read(query, clock.now())
  const night = overall.find(({ is }) => is === 'asleep')
  expect((night?.to ?? 0) - (night?.from ?? 0)).toBe(60 * hour)
  history.close()
  stop()
})
