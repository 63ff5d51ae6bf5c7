import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { AsideChoice } from '../../src/core/episode.ts'
import { remindAfterMs } from '../../src/core/episode.ts'
import { defaultSettings as settings } from '../../src/core/settings.ts'
import { allowedWaitOf } from '../../src/doctor/due-examinations.ts'
import { initialWatchState } from '../../src/doctor/watch-state.ts'
import { openHistory } from '../../src/history/history.ts'
import { minute, quiet, type Story, second, start } from './story.ts'

const put = (story: Story, message: string, how: AsideChoice, cause?: string) =>
  story.happens({ is: 'aside', message, how, ...(cause !== undefined && { cause }) })

/** One message stuck, its cause named. */
function stuck(...more: { id: string; account?: string }[]): Story {
  const story = quiet()
    .sees([{ id: 'a' }, ...more])
    .pass(2 * minute)
    .happens({ is: 'examined', account: 'home', cause: 'blocked' })
  story.told()
  return story
}

/** What the watch keeps of the run before, as it stands in the history. */
function restart(story: Story, history: ReturnType<typeof openHistory>): void {
  history.waiting.keep(story.state.waiting)
  for (const command of story.commands)
    if (command.do === 'record') history.episodes.turn(story.state.at, command.what, command.episode, [])
  const { at, elapsed } = story.state
  story.commands = []
  story.state = initialWatchState({ at, elapsed }, history.episodes.open(), history.waiting.read())
}

function remembering() {
  const history = openHistory(':memory:')
  onTestFinished(() => history.close())
  return history
}

const records = (story: Story) => story.told().filter((one) => !one.startsWith('examine'))

describe('a message that a person wants left alone', () => {
  test('ends its spell, is looked at by nobody, and is never stuck again', () => {
    const story = put(stuck(), 'a', 'ignore', 'blocked')
    expect(story.commands).toContainEqual(
      expect.objectContaining({ do: 'record', what: 'closed', episode: expect.objectContaining({ end: 'ignored' }) }),
    )
    expect(story.told()).toEqual(['closed blocked', 'examine home: light'])
    story.happens({ is: 'examined', account: 'home', cause: 'another' }).pass(3 * 60 * minute)
    expect(story.state.episodes).toEqual([])
    expect(story.state.waiting).toMatchObject({ a: { stuck: false, aside: { cause: 'blocked' } } })
  })

  test('leaves the others of its spell where they are, and their leaving is told as ever', () => {
    const story = put(stuck({ id: 'b' }), 'a', 'ignore')
    expect(story.state.episodes).toMatchObject([{ messages: ['b'], accounts: ['home'] }])
    expect(records(story)).toEqual(['parted blocked'])
    story.sees([{ id: 'a' }])
    const [closed] = story.commands.flatMap((command) => (command.do === 'record' ? command.episode : []))
    expect(closed).toMatchObject({ end: 'sent', messages: ['b'] })
  })

  test('takes its account out of a spell that goes on for another', () => {
    const story = stuck({ id: 'b', account: 'work' }).happens({ is: 'examined', account: 'work', cause: 'blocked' })
    put(story, 'a', 'ignore')
    expect(story.state.episodes).toMatchObject([{ accounts: ['work'], messages: ['b'] }])
  })

  test('is watched again at a click, and stuck at once where it has waited for too long', () => {
    const story = put(stuck(), 'a', 'ignore').happens({ is: 'examined', account: 'home', grew: false })
    story.told()
    put(story, 'a', 'watch')
    expect(story.told()).toEqual(['opened', 'examine home: stuck'])
    expect(story.state.waiting).toMatchObject({ a: { stuck: true } })
    expect(story.state.waiting.a).not.toHaveProperty('aside')
  })

  test('is told of again when the hour is over, and the watch asks to be called then', () => {
    const story = put(stuck(), 'a', 'remind')
    const until = story.state.at + remindAfterMs
    expect(story.state.waiting.a?.aside).toEqual({ until })
    story.happens({ is: 'examined', account: 'home', grew: false })
    const calls = story.commands.flatMap((command) => (command.do === 'call' ? command.at : []))
    expect(Math.min(...calls)).toBeLessThanOrEqual(until)
    story.told()
    story.pass(remindAfterMs - second)
    expect(story.state.episodes).toEqual([])
    story.told()
    story.happens({ is: 'tick' }, second)
    expect(story.told()[0]).toBe('opened')
    expect(story.state.waiting.a).not.toHaveProperty('aside')
  })

  test('is put aside before it is stuck, too; what has gone cannot be', () => {
    const young = quiet().sees([{ id: 'a' }])
    put(put(young, 'a', 'ignore'), 'nobody', 'ignore').pass(60 * minute)
    expect(young.state.episodes).toEqual([])
    expect(Object.keys(young.state.waiting)).toEqual(['a'])
  })

  test('by a clock that was ahead, nobody waits longer than an hour', () => {
    const story = put(stuck(), 'a', 'remind')
    story.setsClock(-3 * 60 * minute)
    expect(story.state.waiting.a?.aside?.until).toBe(story.state.at + remindAfterMs)
    const record = { client: 'apple-mail', account: 'home', firstSeen: start, counted: 0, size: 0, stuck: false }
    const far = { a: { ...record, aside: { until: start + 9 * remindAfterMs } } }
    expect(initialWatchState({ at: start, elapsed: 0 }, [], far).waiting.a?.aside?.until).toBe(start + remindAfterMs)
  })

  test('is not called sent where the last run died between noting it and ending its spell', () => {
    const story = stuck()
    const [episode] = story.state.episodes
    const asWritten = put(stuck(), 'a', 'ignore').state.waiting
    story.state = initialWatchState({ at: story.state.at, elapsed: 0 }, episode ? [episode] : [], asWritten)
    story.sees([{ id: 'a' }])
    const [closed] = story.commands.flatMap((command) => (command.do === 'record' ? command.episode : []))
    expect(closed).toMatchObject({ end: 'ignored' })
  })
})

describe('whatever happens to a message that is put aside', () => {
  const id = fc.constantFrom('a', 'b', 'c')
  const accountOf = (message: string) => (message === 'c' ? 'work' : 'home')
  const turn = fc.oneof(
    fc.record({ is: fc.constant('sees' as const), messages: fc.uniqueArray(id, { maxLength: 3 }) }),
    fc.record({
      is: fc.constant('passes' as const),
      ms: fc.constantFrom(second, 2 * minute, 31 * minute, 61 * minute),
    }),
    fc.record({
      is: fc.constant('put' as const),
      message: id,
      how: fc.constantFrom<AsideChoice[]>('ignore', 'remind', 'watch'),
    }),
    fc.record({
      is: fc.constant('examined' as const),
      account: fc.constantFrom('home', 'work'),
      cause: fc.constantFrom('x', 'y'),
    }),
    fc.record({ is: fc.constant('restarts' as const) }),
  )

  test('it stays aside until it is taken back, its time is over or it has left, and no spell is about it', () => {
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 30 }), (turns) => {
        const history = openHistory(':memory:')
        const story = quiet()
        /** By message: until when it is to be left alone. */
        const wanted = new Map<string, number>()
        let shown: readonly string[] = []
        try {
          for (const one of turns) {
            const before = story.commands.length
            if (one.is === 'sees') {
              shown = one.messages
              story.sees(shown.map((message) => ({ id: message, account: accountOf(message) })))
              for (const message of wanted.keys()) if (!shown.includes(message)) wanted.delete(message)
            }
            if (one.is === 'passes') story.pass(one.ms)
            if (one.is === 'put') {
              put(story, one.message, one.how)
              const isThere = shown.includes(one.message)
              const until = one.how === 'ignore' ? Number.POSITIVE_INFINITY : story.state.at + remindAfterMs
              if (isThere && one.how === 'watch') wanted.delete(one.message)
              if (isThere && one.how !== 'watch') wanted.set(one.message, until)
            }
            if (one.is === 'examined') story.happens(one.is === 'examined' ? { ...one } : one)
            if (one.is === 'restarts') restart(story, history)
            for (const [message, until] of wanted) if (until <= story.state.at) wanted.delete(message)

            const { waiting, episodes, at } = story.state
            const aside = Object.keys(waiting).filter((message) => waiting[message]?.aside)
            expect(aside.toSorted()).toEqual([...wanted.keys()].toSorted())
            for (const [message, record] of Object.entries(waiting)) {
              const isOld = record.counted >= allowedWaitOf(story.state, record, settings)
              expect({ message, stuck: record.stuck }).toEqual({ message, stuck: record.stuck && !record.aside })
              if (isOld && one.is !== 'restarts') expect(record.stuck).toBe(!record.aside)
              const until = record.aside?.until
              if (until !== undefined) expect(until).toBe(wanted.get(message))
              if (until !== undefined) expect(until).toBeGreaterThan(at)
            }
            for (const { messages, accounts } of episodes) {
              expect(messages.filter((message) => aside.includes(message))).toEqual([])
              for (const account of one.is === 'restarts' ? [] : accounts)
                expect(Object.values(waiting).some((each) => each.stuck && each.account === account)).toBe(true)
            }
            for (const command of story.commands.slice(before)) {
              if (command.do !== 'record' || command.what !== 'closed') continue
              // What has left is called sent, and nothing else is.
              const still = command.episode.messages.filter((message) => message in waiting)
              if (one.is === 'put') expect(command.episode.end).toBe('ignored')
              if (command.episode.end === 'sent') expect(still).toEqual([])
            }
          }
        } finally {
          history.close()
        }
      }),
      { numRuns: 200 },
    )
  })
})

test('after a restart a reminder comes when it would have come, and what is ignored stays so', () => {
  const history = remembering()
  const story = put(stuck({ id: 'b' }), 'a', 'remind', 'blocked')
  put(story, 'b', 'ignore')
  const until = story.state.at + remindAfterMs
  restart(story, history)
  expect(history.episodes.since(0)).toMatchObject([{ end: 'ignored' }])
  expect(story.state.waiting).toMatchObject({ a: { aside: { until, cause: 'blocked' } }, b: { aside: {} } })
  story.sees([{ id: 'a' }, { id: 'b' }]).pass(remindAfterMs - minute)
  expect(story.state.episodes).toEqual([])
  story.pass(2 * minute)
  expect(story.state.episodes).toMatchObject([{ messages: ['a'] }])
})
