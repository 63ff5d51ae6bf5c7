import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Unknown } from '../../src/core/probe.ts'
import { rendered } from '../../src/core/rendered.ts'
import { foreignName } from '../../src/core/sentence.ts'
import type { State } from '../../src/core/state.ts'
import { settled } from '../hand-clock.ts'
import { probeOf } from '../history/records.ts'
import { accountOf, DoctorSetup, diagnosisOf, HandClient, HandWatchStore, minute } from './doctor-setup.ts'

/** A setup whose accounts were found healthy. */
async function calm(change: (setup: DoctorSetup) => void | Promise<void> = () => {}): Promise<DoctorSetup> {
  const setup = new DoctorSetup()
  await change(setup)
  await setup.open()
  onTestFinished(() => setup.doctor.stop())
  setup.examinations.told()
  return setup
}

/** A setup with one message stuck, whose examination is under way. */
async function stuck(): Promise<DoctorSetup> {
  const setup = await calm()
  setup.examinations.answer = undefined
  await setup.shows({})
  await setup.clock.pass(2 * minute)
  return setup
}

describe('a spell of stuck mail', () => {
  test('opens an episode, is examined with what was seen, named, and closes when the mail has left', async () => {
    const setup = await stuck()
    expect(setup.status).toBe('checking')
    const [one] = setup.examinations.cases
    expect(one).toMatchObject({
      why: 'stuck',
      account: { id: 'home', email: 'anna@home.example' },
      messages: [{ id: 'm0' }],
      observation: { client: 'apple-mail', running: true },
    })
    await setup.examinations.end(diagnosisOf('stuck', 'blocked'))
    expect(setup.status).toBe('stuck')
    expect(setup.doctor.state()).toMatchObject({
      diagnosis: { account: 'home', causes: [{ id: 'blocked' }] },
      episodes: [{ cause: 'blocked', accounts: ['home'] }],
      waiting: [{ id: 'm0', account: 'home', stuck: true }],
    })
    setup.examinations.answer = diagnosisOf('clear')
    await setup.shows()
    expect(setup.watchStore.told()).toEqual(['opened', 'named blocked', 'closed blocked'])
    expect(setup.doctor.state()).toMatchObject({ episodes: [], waiting: [], lastEpisode: { end: 'sent' } })
  })

  test.each(['stuck', 'waiting', 'offline'] as const)(
    'is told by the cause that was named while the message waited, until it is answered anew: %s',
    async (held) => {
      const setup = await calm()
      setup.examinations.answer = diagnosisOf(held, 'blocked')
      await setup.shows({})
      setup.doctor.examineNow('home')
      await setup.clock.pass(minute)
      const named = { status: held, causes: [{ id: 'blocked' }] }
      expect(setup.doctor.state()).toMatchObject({ episodes: [], diagnosis: named })
      setup.examinations.answer = undefined
      await setup.clock.pass(minute)
      const { examining, status, diagnosis, episodes } = setup.doctor.state()
      expect({ examining, status, diagnosis, cause: episodes[0]?.cause }).toMatchObject({
        ...{ examining: { why: 'stuck' }, status: held, diagnosis: named, cause: undefined },
      })
      await setup.examinations.end(diagnosisOf('unsure'))
      expect(setup.doctor.state()).toMatchObject({ status: 'stuck', diagnosis: { causes: [] } })
    },
  )

  test('that ends before it is answered anew is remembered by the cause that somebody acted on', async () => {
    const setup = await calm()
    setup.examinations.answer = diagnosisOf('stuck', 'blocked')
    await setup.shows({})
    setup.doctor.examineNow('home')
    await setup.clock.pass(minute)
    setup.examinations.answer = undefined
    await setup.clock.pass(minute)
    await setup.shows()
    expect(setup.watchStore.told()).toEqual(['opened', 'closed blocked'])
  })

  test('says nothing of a cause that was found in another network', async () => {
    const setup = await calm()
    setup.examinations.answer = diagnosisOf('stuck', 'blocked')
    await setup.shows({})
    setup.doctor.examineNow('home')
    await setup.clock.pass(30_000)
    setup.examinations.answer = undefined
    setup.mac.address = '10.0.0.7'
    await setup.mac.happens({ is: 'network' })
    await setup.clock.pass(90_000)
    expect(setup.doctor.state().episodes).toHaveLength(1)
    expect(setup.doctor.state().diagnosis).toBeUndefined()
  })

  test('is stuck even where nothing was found that could stop it', async () => {
    const setup = await stuck()
    await setup.examinations.end(diagnosisOf('unsure'))
    expect(setup.status).toBe('stuck')
    expect(setup.doctor.state().diagnosis?.causes).toEqual([])
  })

  test('the newest trouble is told first: an old one that nobody minds hides none', async () => {
    const setup = await stuck()
    await setup.examinations.end(diagnosisOf('stuck', 'old'))
    setup.examinations.answer = diagnosisOf('stuck', 'old')
    await setup.clock.pass(60 * minute)
    expect(setup.doctor.state().diagnosis).toMatchObject({ account: 'home', causes: [{ id: 'old' }] })
    setup.examinations.answer = diagnosisOf('stuck', 'new')
    await setup.shows({}, { id: 'other', account: 'work' })
    await setup.clock.pass(2 * minute)
    expect(setup.doctor.state().diagnosis).toMatchObject({ account: 'work', causes: [{ id: 'new' }] })
  })

  test('is examined again with growing pauses', async () => {
    const setup = await stuck()
    setup.examinations.answer = diagnosisOf('stuck', 'blocked')
    await setup.examinations.end(diagnosisOf('stuck', 'blocked'))
    setup.examinations.told()
    const looks = async (minutes: number) => {
      await setup.clock.pass(minutes * minute)
      return setup.examinations.told().filter((one) => one === 'home: stuck').length
    }
    // The first of all, when watching began, counts among the six of that hour.
    expect([await looks(10), await looks(60)]).toEqual([3, 2])
  })

  test('goes on after a restart, with the age its message had', async () => {
    const before = await stuck()
    await before.examinations.end(diagnosisOf('stuck', 'blocked'))
    const { openedAt } = before.watchStore.episodes[0] ?? {}
    await before.doctor.stop()
    expect(before.mac.listeners).toBe(0)
    before.watchStore.told()
    const after = await calm(async (setup) => {
      Object.assign(setup, { watchStore: before.watchStore })
      setup.client.messages = [{}]
      await setup.clock.pass(before.clock.now() - setup.clock.now())
    })
    await after.clock.pass(minute)
    expect(after.doctor.state()).toMatchObject({
      status: 'stuck',
      episodes: [{ openedAt, cause: 'blocked' }],
      waiting: [{ stuck: true, since: before.clock.now() - 2 * minute }],
    })
    await after.shows()
    expect(after.watchStore.told()).toEqual(['closed blocked'])
  })

  test('whose message left while we were away closes at the first look', async () => {
    const before = await stuck()
    await before.doctor.stop()
    before.watchStore.told()
    const after = await calm((setup) => {
      Object.assign(setup, { watchStore: before.watchStore })
    })
    expect(after.watchStore.told()).toEqual(['closed'])
  })

  test('of an account that is gone is examined all the same', async () => {
    const setup = await calm()
    await setup.shows({ account: 'gone' })
    await setup.clock.pass(2 * minute)
    expect(setup.examinations.cases.at(-1)).toMatchObject({ account: { id: 'gone', email: '' }, why: 'stuck' })
  })
})

describe('an examination', () => {
  test('is aborted when the outbox changes, and begins anew; an equal look aborts nothing', async () => {
    const setup = await stuck()
    const [first] = setup.examinations.cases
    await setup.shows({})
    expect(first?.signal.aborted).toBe(false)
    await setup.shows({}, { id: 'second' })
    expect(first?.signal.aborted).toBe(true)
    expect(setup.examinations.told()).toEqual(['home: stuck', 'home: stuck'])
    expect(setup.examinations.most).toBe(1)
  })

  test('is aborted when the network changes, and begins when that has settled', async () => {
    const setup = await stuck()
    const [first] = setup.examinations.cases
    await setup.mac.happens({ is: 'network' })
    expect(first?.signal.aborted).toBe(false)
    setup.mac.address = '10.0.0.7'
    await setup.mac.happens({ is: 'network' })
    expect(first?.signal.aborted).toBe(true)
    setup.examinations.told()
    expect(setup.examinations.running).toBe(0)
    await setup.clock.pass(2_000)
    expect(setup.examinations.told()).toEqual(['home: stuck'])
  })

  test('that fails by a fault of ours is unsure, and is tried again later', async () => {
    const setup = await calm((one) => {
      one.examinations.answer = undefined
      one.client.accounts = [accountOf('home')]
    })
    expect(setup.status).toBe('checking')
    await setup.examinations.end(new Error('A bug.'))
    expect(setup.status).toBe('unsure')
    await setup.clock.pass(10 * minute)
    expect(setup.examinations.running).toBe(0)
    await setup.clock.pass(6 * minute)
    expect(setup.examinations.running).toBe(1)
  })

  test('that hangs is given up', async () => {
    const setup = await stuck()
    const [first] = setup.examinations.cases
    await setup.clock.pass(6 * minute)
    expect(first?.signal.aborted).toBe(true)
    expect(setup.examinations.most).toBe(1)
    expect(setup.status).not.toBe('clear')
  })

  test('is made at once when somebody asks', async () => {
    const setup = await calm()
    setup.doctor.examineNow()
    await settled()
    expect(setup.examinations.told()).toEqual(['home: asked', 'work: asked'])
  })

  test('for everybody, looks into the mail apps, too: what could not be seen may be seen now', async () => {
    const setup = new DoctorSetup()
    setup.client.instead = async () =>
      setup.client.shows({ outbox: { seen: false, why: foreignName('forbidden') }, accounts: [] })
    await setup.open()
    expect(setup.status).toBe('unsure')
    setup.client.instead = undefined
    setup.doctor.examineNow()
    await settled()
    expect(setup.examinations.told()).toEqual(['home: pulse', 'work: pulse'])
  })

  test('tells how far it is', async () => {
    const setup = await stuck()
    const probe = probeOf('p')
    const [one] = setup.examinations.cases
    one?.onProgress({ is: 'asking', probe })
    expect(setup.doctor.state().examining).toEqual({ account: 'home', why: 'stuck', asked: 1, found: 0 })
    one?.onProgress({ is: 'found', probe, finding: { state: 'unknown', why: foreignName(''), ms: 1 } })
    expect(setup.doctor.state().examining).toMatchObject({ found: 1 })
  })
})

describe('between episodes', () => {
  test('each account is looked at when watching begins, and then now and then', async () => {
    const setup = new DoctorSetup()
    await setup.open()
    expect(setup.examinations.told()).toEqual(['home: pulse', 'work: pulse'])
    expect(setup.status).toBe('clear')
    await setup.clock.pass(14 * minute)
    expect(setup.examinations.told()).toEqual([])
    await setup.clock.pass(2 * minute)
    expect(setup.examinations.told()).toEqual(['home: pulse', 'work: pulse'])
    await setup.doctor.stop()
    expect(setup.clock.waiters).toBe(0)
  })

  test('seldom on battery', async () => {
    const setup = await calm((one) => {
      one.mac.power_ = { source: 'battery' }
    })
    await setup.clock.pass(59 * minute)
    expect(setup.examinations.told()).toEqual([])
  })

  test('there is one timer, and never a short one', async () => {
    const setup = await calm()
    expect(setup.clock.waiters).toBe(1)
    const { looks } = setup.client
    await setup.clock.pass(60 * minute)
    expect(setup.clock.waiters).toBe(1)
    expect(setup.client.looks - looks).toBeLessThanOrEqual(20)
  })

  test('what was found is told only once it has lasted', async () => {
    const setup = await calm((one) => {
      one.causes = [{ id: 'blocked', showAfterMs: 30_000 }]
      one.client.accounts = [accountOf('home')]
      one.examinations.answer = diagnosisOf('stuck', 'blocked')
    })
    expect(setup.doctor.state()).toMatchObject({ status: 'checking', diagnosis: { causes: [] } })
    await setup.clock.pass(minute)
    expect(setup.doctor.state()).toMatchObject({ status: 'stuck', diagnosis: { causes: [{ id: 'blocked' }] } })
  })

  test('an account that is to be ignored is not examined, nor its mail watched', async () => {
    const setup = await calm((one) => {
      one.settings = { ...one.settings, ignore: ['work.example'] }
    })
    await setup.shows({ account: 'work' })
    await setup.clock.pass(60 * minute)
    expect(new Set(setup.examinations.told())).toEqual(new Set(['home: pulse']))
    expect(setup.doctor.state()).toMatchObject({ status: 'clear', waiting: [] })
  })
})

describe('a network that comes and goes', () => {
  /** It changes every minute, for so long; what was begun meanwhile. */
  const flapping = async (setup: DoctorSetup, minutes: number) => {
    for (let passed = 0; passed < minutes; passed++) {
      setup.mac.address = `10.0.0.${passed % 2}`
      await setup.mac.happens({ is: 'network' })
      await setup.clock.pass(minute)
    }
    return setup.examinations.told()
  }

  test('is nothing to call clear before somebody has looked, and an account that was examined often enough says so', async () => {
    const setup = await calm()
    expect(setup.status).toBe('clear')
    await setup.clock.pass(1_000)
    setup.mac.address = '10.0.0.9'
    await setup.mac.happens({ is: 'network' })
    expect(setup.status).toBe('checking')
    await setup.clock.pass(minute)
    expect(setup.status).toBe('clear')
    for (let round = 0; round < 8; round++) {
      setup.mac.address = `10.0.1.${round}`
      await setup.mac.happens({ is: 'network' })
      await setup.clock.pass(6 * minute)
    }
    setup.mac.address = '10.0.0.77'
    await setup.mac.happens({ is: 'network' })
    await setup.clock.pass(10_000)
    expect(rendered(setup.doctor.state())).toMatchObject({
      status: 'unsure',
      unseen: [{ outbox: false, why: expect.stringMatching(/as often as one hour allows/) }],
    })
    setup.doctor.examineNow('home')
    setup.doctor.examineNow('work')
    await settled()
    expect(setup.doctor.state()).toMatchObject({ status: 'clear', unseen: [] })
  })

  test('what was just found well is not called unseen because nobody looks at it once more', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(240), async (minutes) => {
        const setup = await calm()
        setup.shows({ id: 'a', account: 'home', state: 'waiting', size: 5_000_000 })
        await setup.clock.pass(minutes * minute)
        setup.shows()
        await settled()
        const { status, unseen } = setup.doctor.state()
        await setup.doctor.stop()
        expect({ status, unseen: status === 'clear' ? unseen : [] }).toEqual({ status, unseen: [] })
      }),
    )
  })

  test('is no storm, neither with a restart in every minute', async () => {
    const steady = await calm()
    await steady.clock.pass(60 * minute)
    const usual = steady.examinations.told().length
    expect((await flapping(await calm(), 60)).length).toBeLessThanOrEqual(3 * usual)
    let all = 0
    let setup = await calm()
    for (let restarts = 0; restarts < 60; restarts++) {
      all += (await flapping(setup, 1)).length
      await setup.doctor.stop()
      const { watchStore, clock } = setup
      setup = new DoctorSetup()
      await setup.clock.pass(clock.now() - setup.clock.now())
      await Object.assign(setup, { watchStore }).open()
    }
    onTestFinished(() => setup.doctor.stop())
    expect(all).toBeLessThanOrEqual(3 * usual)
  })
})

describe('rest', () => {
  test('asleep, nothing happens; awake, the first look comes at once', async () => {
    const setup = await calm()
    await setup.mac.happens({ is: 'slept' })
    const { looks } = setup.client
    await setup.clock.pass(8 * 60 * minute)
    expect(setup.client.looks).toBe(looks)
    expect(setup.examinations.told()).toEqual([])
    expect(setup.clock.waiters).toBe(0)
    await setup.mac.happens({ is: 'woke' })
    expect(setup.client.looks).toBe(looks + 1)
    await setup.clock.pass(16_000)
    expect(setup.examinations.told()).toEqual(['home: pulse', 'work: pulse'])
  })

  test('paused, nothing happens until the time is over', async () => {
    const setup = await stuck()
    setup.doctor.pause(setup.clock.now() + 3 * 60 * minute)
    await settled()
    expect(setup.status).toBe('paused')
    expect(setup.examinations.running).toBe(0)
    const { looks } = setup.client
    setup.examinations.told()
    await setup.shows({}, {})
    await setup.clock.pass(170 * minute)
    expect([setup.client.looks, setup.examinations.told()]).toEqual([looks, []])
    await setup.clock.pass(10 * minute)
    expect(setup.status).toBe('checking')
    expect(setup.client.looks).toBeGreaterThan(looks)
    expect(setup.examinations.told()).not.toEqual([])
  })

  test('a pause goes on after a restart, and is over when its time is', async () => {
    const before = await calm()
    const until = before.clock.now() + 60 * minute
    before.doctor.pause(until)
    before.doctor.pause(before.clock.now())
    await before.doctor.stop()
    const restarted = () => calm((setup) => void Object.assign(setup, { watchStore: before.watchStore }))
    const after = await restarted()
    expect(after.doctor.state()).toMatchObject({ status: 'paused', pausedUntil: until })
    await after.shows({})
    await after.clock.pass(59 * minute)
    expect([after.status, after.examinations.told()]).toEqual(['paused', []])
    await after.clock.pass(minute)
    expect(after.doctor.state()).not.toHaveProperty('pausedUntil')
    expect(before.watchStore.pausedUntil).toBe(undefined)
    // Had it ended while nobody was at work.
    before.watchStore.pausedUntil = before.clock.now()
    expect((await restarted()).status).toBe('clear')
  })

  test('a pause that was ended while the watch began is over after a restart, too', async () => {
    const watchStore = Object.assign(new HandWatchStore(), { pausedUntil: 9e15 })
    const setup = Object.assign(new DoctorSetup(), { watchStore })
    const opening = setup.open()
    setup.doctor.resume()
    await setup.doctor.stop()
    await opening
    expect((await calm((next) => void Object.assign(next, { watchStore }))).status).toBe('clear')
  })

  test('a pause can be ended', async () => {
    const setup = await calm()
    setup.doctor.pause(setup.clock.now() + 60 * minute)
    setup.doctor.resume()
    await settled()
    expect(setup.status).toBe('clear')
  })

  test('without a network the Mac is offline, and waiting does not count', async () => {
    const setup = await calm()
    setup.mac.address = undefined
    await setup.mac.happens({ is: 'network' })
    await setup.shows({})
    await setup.clock.pass(30 * minute)
    expect(setup.doctor.state()).toMatchObject({ status: 'offline', online: false, episodes: [] })
  })
})

describe('a mail app that cannot be seen', () => {
  test.each([
    [
      'throws',
      async () => Promise.reject(new TypeError('x is undefined')),
      /failed by a fault of ours: x is undefined/,
    ],
    [
      'may not be looked into',
      async () => Promise.reject(new Unknown(foreignName('Permission is missing.'))),
      /^Permission is missing\.$/,
    ],
    ['hangs', () => new Promise<never>(() => {}), /took too long/],
  ])('because it %s is unsure with the reason, never clear', async (_, instead, why) => {
    const setup = await calm()
    expect(setup.status).toBe('clear')
    setup.client.instead = instead
    await setup.mac.filesChange()
    await setup.clock.pass(2 * minute)
    expect(setup.status).toBe('unsure')
    expect(rendered(setup.doctor.state().unseen)).toEqual([
      { client: 'apple-mail', why: expect.stringMatching(why), outbox: true },
    ])
    // What was known of its accounts goes on being true.
    expect(setup.doctor.state().clients[0]?.accounts).toHaveLength(2)
  })

  test('from the beginning is unsure, too', async () => {
    const setup = await calm((one) => {
      one.client.instead = async () => Promise.reject(new Unknown(foreignName('Permission is missing.')))
    })
    await setup.clock.pass(60 * minute)
    expect(setup.status).toBe('unsure')
  })

  test('and hangs is not asked again before it has come back', async () => {
    const setup = await calm()
    let back = (): void => {}
    setup.client.instead = () => new Promise((resolve) => (back = () => resolve(setup.client.shows())))
    const { looks } = setup.client
    await setup.mac.filesChange()
    await setup.clock.pass(60 * minute)
    expect(setup.client.looks).toBe(looks + 1)
    setup.client.instead = undefined
    back()
    await setup.clock.pass(6 * minute)
    expect(setup.status).toBe('clear')
  })

  test('does not hide what another one shows', async () => {
    const setup = await calm((one) => {
      const outlook = new HandClient(one.clock, 'outlook')
      outlook.accounts = [accountOf('office', 'outlook')]
      outlook.instead = async () => Promise.reject(new Unknown(foreignName('Permission is missing.')))
      one.clients = [one.client, outlook]
    })
    await setup.shows({})
    await setup.clock.pass(2 * minute)
    expect(setup.doctor.state()).toMatchObject({ status: 'stuck', episodes: [{ client: 'apple-mail' }] })
  })

  test('and is not in use hides nothing', async () => {
    const setup = await calm((one) => {
      const outlook = new HandClient(one.clock, 'outlook')
      const nothing = {
        absent: true,
        accounts: [],
        outbox: { seen: false, why: foreignName('Outlook was not found.') },
      } as const
      outlook.instead = async () => outlook.shows(nothing)
      one.clients = [one.client, outlook]
    })
    expect(setup.doctor.state()).toMatchObject({ status: 'clear', unseen: [] })
  })
})

test('an app that learns of new folders by looking is watched there, too', async () => {
  const setup = await calm()
  setup.client.watches = ['~/Library/Mail', '~/Library/Mail/V10']
  await setup.mac.filesChange()
  expect(setup.mac.watched).toEqual([setup.client.watches])
})

test('listeners are told of what is new, once, and one that throws harms nobody', async () => {
  const setup = await calm()
  const told: State['status'][] = []
  setup.doctor.listen(() => {
    throw new Error('A bad listener.')
  })
  const end = setup.doctor.listen(({ status }) => told.push(status))
  await setup.mac.filesChange()
  expect(told).toEqual([])
  await setup.shows({})
  expect(told).toEqual(['waiting'])
  end()
  await setup.shows()
  expect(told).toEqual(['waiting'])
})

test('nothing private stands in the state', async () => {
  const setup = await stuck()
  expect(JSON.stringify(setup.doctor.state())).not.toContain('anna')
})
