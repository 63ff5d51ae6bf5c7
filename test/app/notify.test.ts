import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { OfferShown } from '../../src/api/schema/treatment.ts'
import { Announcer } from '../../src/app/announce.ts'
import { appWordsIn } from '../../src/app/app-words.ts'
import type { MenuCommand } from '../../src/app/menu.ts'
import { decideNotices, quietFor } from '../../src/app/notify.ts'
import type { AnnouncementText } from '../../src/app/shell.ts'
import { foreignName } from '../../src/core/sentence.ts'
import type { State } from '../../src/core/state.ts'
import { openHistory } from '../../src/history/history.ts'
import { HandClock, settled } from '../hand-clock.ts'
import { calm, Ears, offer, stuck } from './shell-double.ts'

const noon = new Date(2026, 4, 5, 12)
const night = new Date(2026, 4, 5, 23, 30)
const settings = { notifications: true, quietHours: { from: 22, to: 7 } }
const none = { standing: new Set<string>(), before: [] }
const shownAlready = { standing: new Set(['c']), before: [] }
const minute = 60_000
const hour = 60 * minute

const stuckSince = (openedAt: number): State => ({
  ...stuck,
  episodes: stuck.episodes.map((one) => ({ ...one, openedAt })),
})

describe('what is announced', () => {
  test('a cause, once', () => {
    const first = decideNotices(none, stuck, settings, noon)
    expect(first.show).toEqual({
      cause: 'c',
      accounts: ['a'],
      title: 'This network blocks mail altogether.',
      body: 'The network lets no mail out.',
    })
    expect(decideNotices(shownAlready, stuck, settings, noon)).toEqual({ withdraw: [] })
  })

  test('nothing while mail only waits, is paused, or has no named cause', () => {
    for (const status of ['waiting', 'paused', 'checking', 'offline', 'unsure', 'clear'] as const)
      expect(decideNotices(none, { ...stuck, status }, settings, noon).show).toBeUndefined()
    const { diagnosis: _, ...nameless } = stuck
    expect(decideNotices(none, nameless, settings, noon).show).toBeUndefined()
  })

  test('is withdrawn when nothing waits for it any more', () => {
    expect(decideNotices(shownAlready, calm, settings, noon)).toEqual({ withdraw: ['c'] })
  })

  test('not what a person knows of, and what stands of it is taken back', () => {
    const known: State = { ...stuck, episodes: stuck.episodes.map((one) => ({ ...one, muted: true })) }
    expect(decideNotices(none, known, settings, noon)).toEqual({ withdraw: [] })
    expect(decideNotices(shownAlready, known, settings, noon)).toEqual({ withdraw: ['c'] })
    // Of two, the other one is told of as ever.
    const two = { ...known, episodes: [...known.episodes, ...stuck.episodes.map((one) => ({ ...one, cause: 'd' }))] }
    expect(decideNotices({ standing: new Set(['c', 'd']), before: [] }, two, settings, noon)).toEqual({
      withdraw: ['c'],
    })
  })

  test('nothing where it is switched off; what was announced is still taken back', () => {
    const off = { ...settings, notifications: false }
    expect(decideNotices(none, stuck, off, noon)).toEqual({ withdraw: [] })
    expect(decideNotices(none, stuck, off, night)).toEqual({ withdraw: [] })
    expect(decideNotices(shownAlready, calm, off, noon)).toEqual({ withdraw: ['c'] })
  })

  test('not again in the same spell, whatever was found in between or however often we were restarted', () => {
    const at = noon.getTime() - 5 * hour
    const spell = stuckSince(at - minute)
    const before = [{ at, account: 'a', cause: 'c' }]
    expect(decideNotices({ standing: none.standing, before }, spell, settings, noon)).toEqual({ withdraw: [] })
    const other = [
      { at, account: 'b', cause: 'c' },
      { at, account: 'a', cause: 'd' },
    ]
    expect(decideNotices({ standing: none.standing, before: other }, spell, settings, noon).show).toBeDefined()
  })

  test('in a new spell only some time after the last', () => {
    const spell = stuckSince(noon.getTime() - minute)
    const before = [{ at: noon.getTime() - 20 * minute, account: 'a', cause: 'c' }]
    expect(decideNotices({ standing: none.standing, before }, spell, settings, noon)).toEqual({
      withdraw: [],
      after: 40 * minute,
    })
  })

  test('no more than three times in an hour, of whatever', () => {
    const before = [50, 30, 10, 10].map((ago, index) => ({
      at: noon.getTime() - ago * minute,
      account: `of-${index}`,
      cause: 'x',
    }))
    expect(decideNotices({ standing: none.standing, before }, stuck, settings, noon)).toEqual({
      withdraw: [],
      after: 10 * minute,
    })
  })

  test('waits until the quiet hours end', () => {
    expect(decideNotices(none, stuck, settings, night)).toEqual({ withdraw: [], after: 7.5 * 3_600_000 })
  })
})

test('quiet hours end at their hour, whenever one looks', () => {
  const hour = fc.integer({ min: 0, max: 23 })
  // Hours of a month without a change of clocks anywhere.
  const moment = fc.date({ min: new Date(2026, 0, 5), max: new Date(2026, 0, 25), noInvalidDate: true })
  fc.assert(
    fc.property(hour, hour, moment, (from, to, now) => {
      const quiet = quietFor({ from, to }, now)
      expect(quiet).toBeGreaterThanOrEqual(0)
      expect(quiet).toBeLessThanOrEqual(24 * 3_600_000)
      const end = new Date(now.getTime() + quiet)
      if (quiet > 0) expect([end.getHours(), end.getMinutes()]).toEqual([to, 0])
      if (from === to) expect(quiet).toBe(0)
    }),
  )
})

describe('notifications', () => {
  class Shown extends Ears {
    is: 'made' | 'shown' | 'closed' = 'made'
    show() {
      this.is = 'shown'
    }
    close() {
      this.is = 'closed'
    }
  }

  function announcing(now: Date) {
    const shown: Shown[] = []
    const commands: MenuCommand[] = []
    const clock = new HandClock(now.getTime())
    const texts: AnnouncementText[] = []
    const told = { language: 'en', settings }
    const history = openHistory(':memory:')
    const offers: OfferShown[] = []
    onTestFinished(() => history.close())
    const announcer = new Announcer({
      offers: async () => offers,
      announced: history.announced,
      announce(text) {
        const one = new Shown()
        shown.push(one)
        texts.push(text)
        return one
      },
      settings: async () => told.settings,
      clock,
      words: () => appWordsIn([told.language]),
      command: (command) => commands.push(command),
    })
    return { announcer, shown, texts, told, commands, clock, offers }
  }

  test('one for a cause, taken back when it is solved, and a new one for a new spell', async () => {
    const { announcer, shown, clock } = announcing(noon)
    await announcer.hear(stuck)
    await announcer.hear({ ...stuck, since: 5 })
    expect(shown.map(({ is }) => is)).toEqual(['shown'])
    await announcer.hear(calm)
    // The same mail, found stuck for it once more: nobody needs to hear that twice.
    await announcer.hear(stuck)
    expect(shown.map(({ is }) => is)).toEqual(['closed'])
    await announcer.hear(calm)
    await clock.pass(2 * hour)
    await announcer.hear(stuckSince(clock.now()))
    expect(shown.map(({ is }) => is)).toEqual(['closed', 'shown'])
    announcer.stop()
    expect(shown.map(({ is }) => is)).toEqual(['closed', 'closed'])
  })

  const hasLeft: State = { ...calm, headline: { is: 'left', at: noon.getTime(), count: 1 } }

  test('that the mail has left is said once, without a sound, in the place of the alarm', async () => {
    const { announcer, shown, texts } = announcing(noon)
    await announcer.hear(stuck)
    await announcer.hear(hasLeft)
    await announcer.hear({ ...hasLeft, since: 5 })
    expect(shown.map(({ is }) => is)).toEqual(['closed', 'shown'])
    expect(texts[1]).toMatchObject({ title: 'Your mail has left', silent: true, actions: [] })
    expect(texts[1]?.body).toMatch(/^Your mail left at /)
  })

  test('nobody who was not alarmed, or who wants quiet, is told that mail has left', async () => {
    const unheard = announcing(noon)
    await unheard.announcer.hear(hasLeft)
    expect(unheard.shown).toEqual([])
    expect(decideNotices(shownAlready, hasLeft, settings, night)).toEqual({ withdraw: ['c'] })
    expect(decideNotices(shownAlready, hasLeft, { ...settings, notifications: false }, noon)).toEqual({
      withdraw: ['c'],
    })
  })

  test('nobody is alarmed while it is mended, or waits for the app to send', () => {
    const mending = { is: 'mending', line: foreignName('Use another port'), phase: 'acting' } as const
    for (const headline of [mending, { is: 'fixed', count: 1 } as const])
      expect(decideNotices(none, { ...stuck, headline }, settings, noon).show).toBeUndefined()
  })

  test('a click shows the panel, and its buttons do what they say', async () => {
    const { announcer, shown, commands } = announcing(noon)
    await announcer.hear(stuck)
    shown[0]?.emit('click')
    shown[0]?.emit('action', {}, 1)
    shown[0]?.emit('action', {}, 9)
    expect(commands).toEqual([{ do: 'show', page: 'now' }, { do: 'check' }])
  })

  test('the first button mends, where that may be clicked without reading more', async () => {
    const { announcer, shown, texts, commands, offers } = announcing(noon)
    offers.push(
      offer({ blocked: foreignName('Not now.') }),
      offer({ label: foreignName('Use another port'), undoable: true }),
    )
    await announcer.hear(stuck)
    expect(texts[0]?.actions.map(({ text }) => text)).toEqual(['Use another port', 'Show what helps', 'Check again'])
    shown[0]?.emit('action', {}, 0)
    expect(commands).toEqual([{ do: 'treat', account: 'a', remedy: 'r' }])
  })

  test.each<[string, Partial<OfferShown>]>([
    ['cannot be undone', { undoable: false }],
    ['is a guide', { kind: 'guide', undoable: true }],
    ['asks for an administrator', { kind: 'admin', undoable: true }],
    [
      'asks for a permission',
      { undoable: true, needs: [{ permission: 'automation', why: foreignName('To ask Mail.') }] },
    ],
    ['asks for a password', { undoable: true, wantsPassword: true }],
    ['cannot tell what it will do', { undoable: true, promise: [] }],
    ['says who else is concerned', { undoable: true, readFirst: true }],
    ['is for another cause', { undoable: true, cause: { id: 'd', title: foreignName('Another') } }],
  ])('what %s is read in the panel first', async (_, own) => {
    const { announcer, texts, offers } = announcing(noon)
    offers.push(offer(own))
    await announcer.hear(stuck)
    expect(texts[0]?.actions.map(({ text }) => text)).toEqual(['Show what helps', 'Check again'])
  })

  test('speak the language of the moment, the engine’s sentences too', async () => {
    const { announcer, texts, told, clock } = announcing(noon)
    await announcer.hear(stuck)
    told.language = 'de'
    await announcer.hear(calm)
    await clock.pass(2 * hour)
    await announcer.hear(stuckSince(clock.now()))
    expect(texts.map(({ title, body }) => `${title}: ${body}`)).toEqual([
      'This network blocks mail altogether.: The network lets no mail out.',
      'Dieses Netzwerk sperrt Mail ganz und gar.: The network lets no mail out.',
    ])
    expect(texts[1]?.actions.map(({ text }) => text)).toEqual(['Zeigen, was hilft', 'Noch einmal prüfen'])
  })

  test('come as soon as they are switched on', async () => {
    const { announcer, shown, told } = announcing(noon)
    told.settings = { ...settings, notifications: false }
    await announcer.hear(stuck)
    expect(shown).toEqual([])
    told.settings = settings
    await announcer.again()
    expect(shown.map(({ is }) => is)).toEqual(['shown'])
  })

  test('at night it is held back, and comes in the morning if it still holds', async () => {
    const { announcer, shown, clock } = announcing(night)
    await announcer.hear(stuck)
    expect(shown).toEqual([])
    await clock.pass(8 * 3_600_000)
    await settled()
    expect(shown).toHaveLength(1)
  })

  test('what was solved in the night is never told', async () => {
    const { announcer, shown, clock } = announcing(night)
    await announcer.hear(stuck)
    await announcer.hear(calm)
    await clock.pass(8 * 3_600_000)
    expect(shown).toEqual([])
  })
})
