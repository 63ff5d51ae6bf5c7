import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Incident } from '../../src/api/schema/history.ts'
import { appWordsIn } from '../../src/app/app-words.ts'
import type { MenuCommand } from '../../src/app/menu.ts'
import type { AnnouncementText } from '../../src/app/shell.ts'
import { lastMonday, WeeklySummary } from '../../src/app/summary.ts'
import { openHistory } from '../../src/history/history.ts'
import { HandClock, settled } from '../hand-clock.ts'
import { Ears } from './shell-double.ts'

const hour = 3_600_000
const day = 24 * hour
/** The 2nd of November 2026 is a Monday. */
const monday = (hours: number) => new Date(2026, 10, 2, hours)

const spell = (more: Partial<Incident> = {}): Incident => ({
  id: '1',
  client: 'apple-mail',
  openedAt: 0,
  closedAt: 1,
  end: 'sent',
  hosts: [],
  messages: 1,
  ...more,
})

/** A real history behind it; `found`: what it is told of a week. */
function weeks(now: Date, { isOn = true, language = 'en' } = {}) {
  const clock = new HandClock(now.getTime())
  const history = openHistory(':memory:', () => clock.now())
  onTestFinished(() => history.close())
  const told: AnnouncementText[] = []
  const asked: [from: number, to: number][] = []
  const commands: MenuCommand[] = []
  const notices: Ears[] = []
  const known = { isOn, found: [] as readonly Incident[] | undefined }
  const make = () =>
    new WeeklySummary({
      announce(text) {
        told.push(text)
        const notice = Object.assign(new Ears(), { show: () => {}, close: () => {} })
        notices.push(notice)
        return notice
      },
      announced: history.announced,
      settings: async () => ({ summary: known.isOn, quietHours: { from: 22, to: 7 } }),
      incidents: async (from, to) => {
        asked.push([from, to])
        return known.found
      },
      clock,
      words: () => appWordsIn([language]),
      command: (command) => void commands.push(command),
    })
  const begin = async () => {
    const summary = make()
    onTestFinished(() => summary.stop())
    void summary.again()
    await settled()
    await settled()
    return summary
  }
  return { clock, told, asked, commands, notices, known, begin }
}

test('the Monday that was last is never to come, nine o’clock, and within a week', () => {
  const moment = fc.date({ min: new Date(2020, 0, 1), max: new Date(2040, 0, 1), noInvalidDate: true })
  fc.assert(
    fc.property(moment, (now) => {
      const last = lastMonday(now)
      expect([last.getDay(), last.getHours(), last.getMinutes()]).toEqual([1, 9, 0])
      expect(last.getTime()).toBeLessThanOrEqual(now.getTime())
      // Clocks are set by an hour within some weeks.
      expect(now.getTime() - last.getTime()).toBeLessThan(7 * day + hour)
      expect(lastMonday(now, 1).getTime()).toBeLessThan(last.getTime())
    }),
  )
})

describe('the summary of a week', () => {
  test('does not come unless it is wanted, and comes as soon as it is', async () => {
    const { clock, told, known, begin } = weeks(monday(12), { isOn: false })
    const summary = await begin()
    await clock.pass(15 * day)
    expect(told).toEqual([])
    known.isOn = true
    void summary.again()
    await settled()
    await settled()
    expect(told).toHaveLength(1)
  })

  test('comes once a week, whoever starts again in between', async () => {
    const { clock, told, asked, begin } = weeks(monday(12))
    const first = await begin()
    await clock.pass(2 * day)
    first.stop()
    await begin()
    expect(told).toHaveLength(1)
    expect(asked).toEqual([[new Date(2026, 9, 26, 9).getTime(), monday(9).getTime()]])
    await clock.pass(6 * day)
    expect(told).toHaveLength(2)
    expect(asked.at(-1)).toEqual([monday(9).getTime(), new Date(2026, 10, 9, 9).getTime()])
    await clock.pass(5 * day)
    expect(told).toHaveLength(2)
  })

  test('waits while it is quiet, and comes late to a Mac that slept', async () => {
    const { clock, told, begin } = weeks(new Date(2026, 10, 1, 23))
    await begin()
    expect(told).toEqual([])
    await clock.pass(7 * hour)
    expect(told).toEqual([])
    await clock.pass(2 * hour)
    expect(told).toHaveLength(1)
    await clock.sleep(8 * day)
    expect(told).toHaveLength(2)
  })

  test('comes another time where the history does not answer', async () => {
    const { clock, told, known, begin } = weeks(monday(12))
    known.found = undefined
    await begin()
    expect(told).toEqual([])
    known.found = []
    await clock.pass(6 * hour)
    expect(told).toHaveLength(1)
  })

  test.each([
    [[], 'No mail got stuck.', 'Keine E-Mail steckte fest.'],
    [[spell()], 'Mail got stuck once. All of it has left.', 'E-Mail steckte einmal fest. Alles ist hinausgegangen.'],
    [
      [spell(), spell({ id: '2' }), spell({ id: '3', end: 'joined' })],
      'Mail got stuck 2 times. All of it has left.',
      'E-Mail steckte 2-mal fest. Alles ist hinausgegangen.',
    ],
    [
      [spell(), { id: '2', client: 'outlook' as const, openedAt: 0, hosts: [], messages: 2 }],
      'Mail got stuck 2 times, and some is stuck still.',
      'E-Mail steckte 2-mal fest, und etwas davon steckt noch immer fest.',
    ],
  ])('counts the spells, each once: %#', async (found, english, german) => {
    for (const [language, body] of [
      ['en', english],
      ['de', german],
    ] as const) {
      const { told, known, commands, notices, begin } = weeks(monday(12), { language })
      known.found = found
      await begin()
      expect(told.map((one) => one.body)).toEqual([body])
      notices[0]?.emit('click')
      expect(commands).toEqual([{ do: 'show', page: 'timeline' }])
    }
  })
})
