import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foreignName } from '../../src/core/sentence.ts'
import { defaultSettings as settings } from '../../src/core/settings.ts'
import { allowedWaitFor } from '../../src/doctor/due-examinations.ts'
import { initialWatchState } from '../../src/doctor/watch-state.ts'
import { type Happening, minute, observation, quiet, Story, second, start } from './story.ts'

describe('the watch', () => {
  test('a message that waits too long opens an episode, once, and is examined', () => {
    const story = quiet().sees([{}])
    expect(story.pass(80 * second).told()).toEqual([])
    expect(story.pass(10 * second).told()).toEqual(['opened', 'examine home: stuck'])
    story.happens({ is: 'examined', account: 'home' }).sees([{}, { id: 'second' }])
    story.pass(90 * second)
    expect(story.told()).toEqual(['examine home: again', 'named'])
    expect(story.state.episodes).toHaveLength(1)
    expect(story.state.episodes[0]?.messages).toEqual(['m0', 'second'])
  })

  test('the episode takes the name of its cause and closes when the mail has gone', () => {
    const story = quiet()
      .sees([{}])
      .pass(2 * minute)
    story.happens({ is: 'examined', account: 'home', cause: 'blocked' })
    expect(story.told()).toEqual(['opened', 'examine home: stuck', 'named blocked'])
    story.sees([])
    // What was found was about the mail that has gone.
    expect(story.told()).toEqual(['closed blocked', 'examine home: light'])
    expect(story.state.episodes).toEqual([])
  })

  test('mail that was looked at while it waited, and leaves before it is stuck, is looked at once more', () => {
    const story = quiet().sees([{}]).happens({ is: 'examined', account: 'home' }, second)
    expect(story.pass(30 * second).told()).toEqual([])
    expect(story.sees([]).told()).toEqual(['examine home: light'])
    story.happens({ is: 'examined', account: 'home' }, second)
    story.pass(second).sees([{ id: 'm2' }])
    expect(
      story
        .pass(30 * second)
        .sees([])
        .told(),
    ).toEqual([])
  })

  describe('when a clock that was ahead is set right', () => {
    const year = 366 * 24 * 60 * minute

    test('examinations are due as before, and not in a year', () => {
      const story = quiet().setsClock(-year)
      expect(story.pass(settings.interval.mains + minute).told()).toEqual(['examine home: light'])
      const waiting = quiet().sees([{}]).setsClock(-year)
      expect(waiting.pass(2 * minute).told()).toEqual(['opened', 'examine home: stuck'])
    })

    test('a pause ends after the time that was asked for', () => {
      const story = quiet().happens({ is: 'paused', until: start + 60 * minute })
      story
        .pass(10 * minute)
        .setsClock(-year)
        .pass(49 * minute)
      expect(story.state.pausedUntil).toBeDefined()
      expect(story.pass(2 * minute).state.pausedUntil).toBeUndefined()
    })

    test('what was stuck began before it ends', () => {
      const story = quiet()
        .sees([{}])
        .pass(5 * minute)
      const before = story.state.at - (story.state.episodes[0]?.openedAt ?? 0)
      story.setsClock(-year)
      expect(story.state.episodes[0]?.openedAt).toSatisfy(Number.isInteger)
      expect(story.state.at - (story.state.episodes[0]?.openedAt ?? 0)).toBe(before)
      expect(story.state.waiting.m0?.firstSeen).toBe(start - year)
      story.commands = []
      story.pass(minute).sees([])
      const [closed] = story.commands.flatMap((command) => (command.do === 'record' ? command.episode : []))
      expect((closed?.closedAt ?? 0) - (closed?.openedAt ?? 0)).toBe(before + minute)
    })

    test('what history remembers from the future began just now', () => {
      const lasting = { client: 'apple-mail', accounts: ['home'], messages: ['m0'] } as const
      const waiting = { client: 'apple-mail', account: 'home', counted: 0, size: 0, stuck: true } as const
      const state = initialWatchState({ at: start, elapsed: 0 }, [{ id: 'e', ...lasting, openedAt: start + year }], {
        m0: { ...waiting, firstSeen: start + year },
      })
      expect([state.episodes[0]?.openedAt, state.waiting.m0?.firstSeen]).toEqual([start, start])
    })
  })

  test('two accounts stuck for one cause are one episode', () => {
    const story = quiet()
      .sees([{}, { id: 'other', account: 'work' }])
      .pass(2 * minute)
    story.happens({ is: 'examined', account: 'home', cause: 'blocked' })
    story.happens({ is: 'examined', account: 'work', cause: 'blocked' })
    expect(story.told().slice(-2)).toEqual(['named blocked', 'joined'])
    expect(story.state.episodes.map(({ accounts }) => accounts)).toEqual([['home', 'work']])
    // Whose mail has gone is no longer part of it.
    expect(story.sees([{ id: 'other', account: 'work' }]).told()).toEqual(['parted blocked', 'examine home: light'])
    expect(story.state.episodes.map(({ accounts }) => accounts)).toEqual([['work']])
    expect(story.sees([]).told()).toEqual(['closed blocked'])
    expect(story.happens({ is: 'examined', account: 'home' }).told()).toEqual(['examine work: light'])
  })

  test('while other mail of the account is stuck, the end of an episode calls for nothing more', () => {
    const story = quiet()
      .sees([{}, { id: 'other' }])
      .pass(2 * minute)
    story.happens({ is: 'examined', account: 'home', cause: 'blocked' })
    story.told()
    expect(story.sees([{ id: 'other' }]).told()).toEqual([])
  })

  test.each<[string, Happening, Happening]>([
    ['offline', { is: 'network', online: false, network: '' }, { is: 'network', online: true, network: '' }],
    ['asleep', { is: 'slept' }, { is: 'woke' }],
    ['paused', { is: 'paused', until: start + 60 * minute }, { is: 'resumed' }],
  ])('time spent %s does not count', (_, begin, end) => {
    const story = quiet().sees([{}]).pass(minute)
    story
      .happens(begin)
      .pass(30 * minute)
      .happens(end)
    expect(story.state.waiting.m0?.counted).toBe(minute)
    expect(story.state.episodes).toEqual([])
    story.pass(29 * second)
    expect(story.state.episodes).toEqual([])
    story.pass(second)
    expect(story.state.episodes).toHaveLength(1)
  })

  test('sleep that nobody announced does not count either', () => {
    const story = quiet()
      .sees([{}])
      .happens({ is: 'tick' }, 8 * 60 * minute)
    expect(story.state.waiting.m0?.counted).toBe(0)
  })

  test('Send Later and Undo Send are not stuck before their time, and then they are, without another look', () => {
    const story = quiet()
      .sees([{ state: 'scheduled' }, { id: 'due', state: 'scheduled', due: start + 180 * minute }])
      .pass(180 * minute)
    expect(story.state.episodes).toEqual([])
    story.pass(3 * minute)
    expect(story.state.episodes).toMatchObject([{ messages: ['due'] }])
    const undo = quiet().sees([{ state: 'undo-send' }])
    const calls = undo.commands.flatMap((one) => (one.do === 'call' ? one.at : []))
    expect(calls).toContain(start + minute)
    expect(undo.pass(minute).state.waiting).toHaveProperty('m0')
    expect(undo.pass(2 * minute).told()).toEqual(['opened', 'examine home: stuck'])
  })

  test('a large message has the time its upload takes, by the speed that was seen', () => {
    const size = 20_000_000
    expect(allowedWaitFor(size, 64, settings)).toBeGreaterThan(10 * minute)
    const story = quiet().sees([{ size }])
    story.pass(5 * minute)
    expect(story.state.episodes).toEqual([])
    // It left within five minutes, so the uplink is not that slow.
    story.sees([]).sees([{ id: 'next', size }])
    expect(story.state.speed).toBeCloseTo(size / (5 * minute))
    story.pass(allowedWaitFor(size, size / (5 * minute), settings))
    expect(story.state.episodes).toHaveLength(1)
  })

  describe('a large message that leaves normally is not stuck', () => {
    const size = 20_000_000

    test('in a slower network than the one before', () => {
      const fast = quiet().sees([{ size }]).pass(minute).sees([])
      fast.happens({ is: 'network', online: true, network: 'of a train' })
      fast.sees([{ id: 'next', size }]).pass(11 * minute)
      expect(fast.state.episodes).toEqual([])
    })

    test('behind others', () => {
      const story = quiet().sees([{ size }, { id: 'next', size: 1_000 }])
      story.pass(11 * minute)
      expect(story.state.episodes).toEqual([])
      expect(story.sees([{ id: 'next', size: 1_000 }]).pass(3 * minute).state.episodes).toHaveLength(1)
    })

    test('while its app is connected to its own server; for as long as the slowest line would take, and no longer', () => {
      const sending = { sending: ['home'] }
      const story = quiet()
        .sees([{ size }], sending)
        .pass(40 * minute)
      expect(story.state.episodes).toEqual([])
      expect(story.pass(5 * minute).state.episodes).toHaveLength(1)
      const hungUp = quiet()
        .sees([{ size }], sending)
        .pass(20 * minute)
      expect(hungUp.sees([{ size }]).state.episodes).toHaveLength(1)
    })

    test('which says nothing for a small one, or another account', () => {
      expect(
        quiet()
          .sees([{}], { sending: ['home'] })
          .pass(2 * minute).state.episodes,
      ).toHaveLength(1)
      expect(
        quiet()
          .sees([{ size }], { sending: ['work'] })
          .pass(12 * minute).state.episodes,
      ).toHaveLength(1)
    })
  })

  test('examinations of an episode come with growing pauses, and at once when the network changed', () => {
    const story = quiet()
      .sees([{}])
      .pass(90 * second)
    const gaps: number[] = []
    for (let last = story.state.at, count = 0; count < 7; count++) {
      story.happens({ is: 'examined', account: 'home' })
      story.told()
      while (story.state.examining !== 'home') {
        story.pass(10 * second)
        if (story.state.examining === 'work') story.happens({ is: 'examined', account: 'work' })
      }
      gaps.push(Math.round((story.state.at - last) / minute))
      last = story.state.at
    }
    expect(gaps).toEqual([1, 2, 5, 10, 20, 30, 30])
    story.told()
    story.happens({ is: 'network', online: true, network: 'another' })
    expect(story.told()).toEqual(['abort home'])
    expect(story.pass(2 * second).told()).toEqual(['examine home: network'])
  })

  test('an equal observation aborts nothing; a changed outbox does', () => {
    const story = quiet()
      .sees([{}])
      .pass(90 * second)
    story.told()
    expect(story.sees([{}]).told()).toEqual([])
    expect(story.happens({ is: 'network', online: true, network: '' }).told()).toEqual([])
    expect(story.sees([{}, { id: 'new' }]).told()).toEqual(['abort home', 'examine home: again'])
  })

  test('between episodes a light look now and then: less often on battery, none asleep', () => {
    const looks = (story: Story, ms: number) => {
      const seen: string[] = []
      for (let left = ms; left > 0; left -= minute) {
        story.pass(minute)
        if (story.state.examining) {
          seen.push(story.state.examining)
          story.happens({ is: 'examined', account: story.state.examining })
        }
      }
      return seen.length
    }
    expect(looks(quiet(), 120 * minute)).toBeGreaterThanOrEqual(2 * 7)
    expect(looks(quiet().happens({ is: 'power', frugal: true }), 121 * minute)).toBeLessThanOrEqual(4)
    expect(looks(quiet().happens({ is: 'slept' }), 120 * minute)).toBe(0)
  })

  test('waking up looks again once the network has had time', () => {
    const story = quiet().happens({ is: 'slept' }).pass(minute).happens({ is: 'woke' })
    expect(story.told()).toEqual([])
    expect(story.pass(15 * second).told()).toEqual(['examine home: wake'])
  })

  test('an outbox that cannot be seen keeps what was known', () => {
    const story = quiet()
      .sees([{}])
      .pass(2 * minute)
    story.told()
    story.sees([], { outbox: { seen: false, why: foreignName('locked') } })
    expect(story.told()).toEqual([])
    expect(story.state.episodes).toHaveLength(1)
  })

  test('an episode of the last run goes on, and does not close before its outbox was seen', () => {
    const open = {
      id: 'e',
      client: 'apple-mail',
      accounts: ['home'],
      messages: ['m0'],
      openedAt: start - minute,
      cause: 'blocked',
    } as const
    const waiting = {
      m0: { client: 'apple-mail', account: 'home', firstSeen: start - minute, counted: minute, size: 0, stuck: true },
    } as const
    const story = new Story()
    story.state = initialWatchState({ at: start, elapsed: 0 }, [open], waiting)
    story.pass(minute)
    expect(story.told()).toEqual(['examine home: again'])
    story.sees([])
    expect(story.told()).toEqual(expect.arrayContaining(['closed blocked']))
  })

  test('whatever happens: one examination at a time, every episode opened is once closed or still open', () => {
    const messages = fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c'),
        account: fc.constantFrom('home', 'work'),
        state: fc.constantFrom('waiting' as const, 'scheduled' as const),
        size: fc.constantFrom(0, 5_000_000),
      }),
      { maxLength: 4 },
    )
    const account = fc.constantFrom('home', 'work')
    const happening = fc.oneof<fc.Arbitrary<Happening>[]>(
      fc.constant({ is: 'tick' }),
      messages.map((list) => ({ is: 'observed', observation: observation(list) })),
      fc.boolean().map((online) => ({ is: 'network', online, network: String(online) })),
      fc.boolean().map((frugal) => ({ is: 'power', frugal })),
      fc.constantFrom<Happening>({ is: 'slept' }, { is: 'woke' }, { is: 'resumed' }),
      fc.nat(3_600_000).map((ms) => ({ is: 'paused', until: start + ms })),
      account.map((one) => ({ is: 'asked', account: one })),
      fc.tuple(account, fc.option(fc.constantFrom('x', 'y'))).map(([one, cause]) => ({
        is: 'examined',
        account: one,
        ...(cause && { cause }),
      })),
      account.map((one) => ({ is: 'aborted', account: one })),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(happening, fc.nat(400_000)), { maxLength: 60 }), (events) => {
        const story = new Story()
        const open = new Set<string>()
        let running: string | undefined
        for (const [event, after] of events) {
          if ((event.is === 'examined' || event.is === 'aborted') && event.account === running) running = undefined
          story.happens(event, after)
          for (const command of story.commands) {
            if (command.do === 'abort') running = undefined
            if (command.do === 'examine') {
              expect(running).toBeUndefined()
              running = command.account
            }
            if (command.do === 'call') expect(command.at).toBeGreaterThanOrEqual(story.state.at)
            if (command.do !== 'record') continue
            const { id } = command.episode
            if (command.what === 'opened') expect(open.has(id)).toBe(false)
            else expect(open.has(id)).toBe(true)
            if (command.what === 'opened') open.add(id)
            if (command.what === 'closed' || command.what === 'joined') open.delete(id)
          }
          story.commands = []
          expect(new Set(story.state.episodes.map(({ id }) => id))).toEqual(open)
          expect(story.state.examining).toBe(running)
        }
      }),
      { numRuns: 500 },
    )
  })
})
