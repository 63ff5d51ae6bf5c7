import { describe, expect, onTestFinished, test } from 'vitest'
import { Unknown } from '../../src/core/probe.ts'
import type { State } from '../../src/core/state.ts'
import { settled } from '../hand-clock.ts'
import { probeOf } from '../history/records.ts'
import { accountOf, diagnosisOf, HandClient, HandNotebook, minute, Ward } from './practice.ts'

/** A ward whose accounts were found healthy. */
async function calm(change: (ward: Ward) => void | Promise<void> = () => {}): Promise<Ward> {
  const ward = new Ward()
  await change(ward)
  await ward.open()
  onTestFinished(() => ward.doctor.stop())
  ward.examinations.told()
  return ward
}

/** A ward with one message stuck, whose examination is under way. */
async function stuck(): Promise<Ward> {
  const ward = await calm()
  ward.examinations.answer = undefined
  await ward.shows({})
  await ward.clock.pass(2 * minute)
  return ward
}

describe('a spell of stuck mail', () => {
  test('opens an episode, is examined with what was seen, named, and closes when the mail has left', async () => {
    const ward = await stuck()
    expect(ward.status).toBe('checking')
    const [one] = ward.examinations.cases
    expect(one).toMatchObject({
      why: 'stuck',
      account: { id: 'home', email: 'anna@home.example' },
      messages: [{ id: 'm0' }],
      observation: { client: 'apple-mail', running: true },
    })
    await ward.examinations.end(diagnosisOf('stuck', 'blocked'))
    expect(ward.status).toBe('stuck')
    expect(ward.doctor.state()).toMatchObject({
      diagnosis: { account: 'home', causes: [{ id: 'blocked' }] },
      episodes: [{ cause: 'blocked', accounts: ['home'] }],
      waiting: [{ id: 'm0', account: 'home', stuck: true }],
    })
    ward.examinations.answer = diagnosisOf('clear')
    await ward.shows()
    expect(ward.notebook.told()).toEqual(['opened', 'named blocked', 'closed blocked'])
    expect(ward.doctor.state()).toMatchObject({ episodes: [], waiting: [], lastEpisode: { end: 'sent' } })
  })

  test('is stuck even where nothing was found that could stop it', async () => {
    const ward = await stuck()
    await ward.examinations.end(diagnosisOf('unsure'))
    expect(ward.status).toBe('stuck')
    expect(ward.doctor.state().diagnosis?.causes).toEqual([])
  })

  test('the newest trouble is told first: an old one that nobody minds hides none', async () => {
    const ward = await stuck()
    await ward.examinations.end(diagnosisOf('stuck', 'old'))
    ward.examinations.answer = diagnosisOf('stuck', 'old')
    await ward.clock.pass(60 * minute)
    expect(ward.doctor.state().diagnosis).toMatchObject({ account: 'home', causes: [{ id: 'old' }] })
    ward.examinations.answer = diagnosisOf('stuck', 'new')
    await ward.shows({}, { id: 'other', account: 'work' })
    await ward.clock.pass(2 * minute)
    expect(ward.doctor.state().diagnosis).toMatchObject({ account: 'work', causes: [{ id: 'new' }] })
  })

  test('is examined again with growing pauses', async () => {
    const ward = await stuck()
    ward.examinations.answer = diagnosisOf('stuck', 'blocked')
    await ward.examinations.end(diagnosisOf('stuck', 'blocked'))
    ward.examinations.told()
    const looks = async (minutes: number) => {
      await ward.clock.pass(minutes * minute)
      return ward.examinations.told().filter((one) => one === 'home: stuck').length
    }
    // The first of all, when watching began, counts among the six of that hour.
    expect([await looks(10), await looks(60)]).toEqual([3, 2])
  })

  test('goes on after a restart, with the age its message had', async () => {
    const before = await stuck()
    await before.examinations.end(diagnosisOf('stuck', 'blocked'))
    const { openedAt } = before.notebook.episodes[0] ?? {}
    await before.doctor.stop()
    expect(before.mac.listeners).toBe(0)
    before.notebook.told()
    const after = await calm(async (ward) => {
      Object.assign(ward, { notebook: before.notebook })
      ward.client.messages = [{}]
      await ward.clock.pass(before.clock.now() - ward.clock.now())
    })
    await after.clock.pass(minute)
    expect(after.doctor.state()).toMatchObject({
      status: 'stuck',
      episodes: [{ openedAt, cause: 'blocked' }],
      waiting: [{ stuck: true, since: before.clock.now() - 2 * minute }],
    })
    await after.shows()
    expect(after.notebook.told()).toEqual(['closed blocked'])
  })

  test('whose message left while we were away closes at the first look', async () => {
    const before = await stuck()
    await before.doctor.stop()
    before.notebook.told()
    const after = await calm((ward) => {
      Object.assign(ward, { notebook: before.notebook })
    })
    expect(after.notebook.told()).toEqual(['closed'])
  })

  test('of an account that is gone is examined all the same', async () => {
    const ward = await calm()
    await ward.shows({ account: 'gone' })
    await ward.clock.pass(2 * minute)
    expect(ward.examinations.cases.at(-1)).toMatchObject({ account: { id: 'gone', email: '' }, why: 'stuck' })
  })
})

describe('an examination', () => {
  test('is aborted when the outbox changes, and begins anew; an equal look aborts nothing', async () => {
    const ward = await stuck()
    const [first] = ward.examinations.cases
    await ward.shows({})
    expect(first?.signal.aborted).toBe(false)
    await ward.shows({}, { id: 'second' })
    expect(first?.signal.aborted).toBe(true)
    expect(ward.examinations.told()).toEqual(['home: stuck', 'home: stuck'])
    expect(ward.examinations.most).toBe(1)
  })

  test('is aborted when the network changes, and begins when that has settled', async () => {
    const ward = await stuck()
    const [first] = ward.examinations.cases
    await ward.mac.happens({ is: 'network' })
    expect(first?.signal.aborted).toBe(false)
    ward.mac.address = '10.0.0.7'
    await ward.mac.happens({ is: 'network' })
    expect(first?.signal.aborted).toBe(true)
    ward.examinations.told()
    expect(ward.examinations.running).toBe(0)
    await ward.clock.pass(2_000)
    expect(ward.examinations.told()).toEqual(['home: stuck'])
  })

  test('that fails by a fault of ours is unsure, and is tried again later', async () => {
    const ward = await calm((one) => {
      one.examinations.answer = undefined
      one.client.accounts = [accountOf('home')]
    })
    expect(ward.status).toBe('checking')
    await ward.examinations.end(new Error('A bug.'))
    expect(ward.status).toBe('unsure')
    await ward.clock.pass(10 * minute)
    expect(ward.examinations.running).toBe(0)
    await ward.clock.pass(6 * minute)
    expect(ward.examinations.running).toBe(1)
  })

  test('that hangs is given up', async () => {
    const ward = await stuck()
    const [first] = ward.examinations.cases
    await ward.clock.pass(6 * minute)
    expect(first?.signal.aborted).toBe(true)
    expect(ward.examinations.most).toBe(1)
    expect(ward.status).not.toBe('clear')
  })

  test('is made at once when somebody asks', async () => {
    const ward = await calm()
    ward.doctor.examineNow()
    await settled()
    expect(ward.examinations.told()).toEqual(['home: asked', 'work: asked'])
  })

  test('for everybody, looks into the mail apps, too: what could not be seen may be seen now', async () => {
    const ward = new Ward()
    ward.client.instead = async () => ward.client.shows({ outbox: { seen: false, why: 'forbidden' }, accounts: [] })
    await ward.open()
    expect(ward.status).toBe('unsure')
    ward.client.instead = undefined
    ward.doctor.examineNow()
    await settled()
    expect(ward.examinations.told()).toEqual(['home: pulse', 'work: pulse'])
  })

  test('tells how far it is', async () => {
    const ward = await stuck()
    const probe = probeOf('p')
    const [one] = ward.examinations.cases
    one?.tell({ is: 'asking', probe })
    expect(ward.doctor.state().examining).toEqual({ account: 'home', why: 'stuck', asked: 1, found: 0 })
    one?.tell({ is: 'found', probe, finding: { state: 'unknown', why: '', ms: 1 } })
    expect(ward.doctor.state().examining).toMatchObject({ found: 1 })
  })
})

describe('between episodes', () => {
  test('each account is looked at when watching begins, and then now and then', async () => {
    const ward = new Ward()
    await ward.open()
    expect(ward.examinations.told()).toEqual(['home: pulse', 'work: pulse'])
    expect(ward.status).toBe('clear')
    await ward.clock.pass(14 * minute)
    expect(ward.examinations.told()).toEqual([])
    await ward.clock.pass(2 * minute)
    expect(ward.examinations.told()).toEqual(['home: pulse', 'work: pulse'])
    await ward.doctor.stop()
    expect(ward.clock.waiters).toBe(0)
  })

  test('seldom on battery', async () => {
    const ward = await calm((one) => {
      one.mac.power_ = { source: 'battery' }
    })
    await ward.clock.pass(59 * minute)
    expect(ward.examinations.told()).toEqual([])
  })

  test('there is one timer, and never a short one', async () => {
    const ward = await calm()
    expect(ward.clock.waiters).toBe(1)
    const { looks } = ward.client
    await ward.clock.pass(60 * minute)
    expect(ward.clock.waiters).toBe(1)
    expect(ward.client.looks - looks).toBeLessThanOrEqual(20)
  })

  test('what was found is told only once it has lasted', async () => {
    const ward = await calm((one) => {
      one.causes = [{ id: 'blocked', patience: 30_000 }]
      one.client.accounts = [accountOf('home')]
      one.examinations.answer = diagnosisOf('stuck', 'blocked')
    })
    expect(ward.doctor.state()).toMatchObject({ status: 'checking', diagnosis: { causes: [] } })
    await ward.clock.pass(minute)
    expect(ward.doctor.state()).toMatchObject({ status: 'stuck', diagnosis: { causes: [{ id: 'blocked' }] } })
  })

  test('an account that is to be ignored is not examined, nor its mail watched', async () => {
    const ward = await calm((one) => {
      one.settings = { ...one.settings, ignore: ['work.example'] }
    })
    await ward.shows({ account: 'work' })
    await ward.clock.pass(60 * minute)
    expect(new Set(ward.examinations.told())).toEqual(new Set(['home: pulse']))
    expect(ward.doctor.state()).toMatchObject({ status: 'clear', waiting: [] })
  })
})

describe('a network that comes and goes', () => {
  /** It changes every minute, for so long; what was begun meanwhile. */
  const flapping = async (ward: Ward, minutes: number) => {
    for (let passed = 0; passed < minutes; passed++) {
      ward.mac.address = `10.0.0.${passed % 2}`
      await ward.mac.happens({ is: 'network' })
      await ward.clock.pass(minute)
    }
    return ward.examinations.told()
  }

  test('is nothing to call clear before somebody has looked, and an account that was examined often enough says so', async () => {
    const ward = await calm()
    expect(ward.status).toBe('clear')
    await ward.clock.pass(1_000)
    ward.mac.address = '10.0.0.9'
    await ward.mac.happens({ is: 'network' })
    expect(ward.status).toBe('checking')
    await ward.clock.pass(minute)
    expect(ward.status).toBe('clear')
    for (let round = 0; round < 8; round++) {
      ward.mac.address = `10.0.1.${round}`
      await ward.mac.happens({ is: 'network' })
      await ward.clock.pass(6 * minute)
    }
    ward.mac.address = '10.0.0.77'
    await ward.mac.happens({ is: 'network' })
    await ward.clock.pass(10_000)
    expect(ward.doctor.state()).toMatchObject({
      status: 'unsure',
      unseen: [{ outbox: false, why: expect.stringMatching(/as often as one hour allows/) }],
    })
    ward.doctor.examineNow('home')
    ward.doctor.examineNow('work')
    await settled()
    expect(ward.doctor.state()).toMatchObject({ status: 'clear', unseen: [] })
  })

  test('is no storm, neither with a restart in every minute', async () => {
    const steady = await calm()
    await steady.clock.pass(60 * minute)
    const usual = steady.examinations.told().length
    expect((await flapping(await calm(), 60)).length).toBeLessThanOrEqual(3 * usual)
    let all = 0
    let ward = await calm()
    for (let restarts = 0; restarts < 60; restarts++) {
      all += (await flapping(ward, 1)).length
      await ward.doctor.stop()
      const { notebook, clock } = ward
      ward = new Ward()
      await ward.clock.pass(clock.now() - ward.clock.now())
      await Object.assign(ward, { notebook }).open()
    }
    onTestFinished(() => ward.doctor.stop())
    expect(all).toBeLessThanOrEqual(3 * usual)
  })
})

describe('rest', () => {
  test('asleep, nothing happens; awake, the first look comes at once', async () => {
    const ward = await calm()
    await ward.mac.happens({ is: 'slept' })
    const { looks } = ward.client
    await ward.clock.pass(8 * 60 * minute)
    expect(ward.client.looks).toBe(looks)
    expect(ward.examinations.told()).toEqual([])
    expect(ward.clock.waiters).toBe(0)
    await ward.mac.happens({ is: 'woke' })
    expect(ward.client.looks).toBe(looks + 1)
    await ward.clock.pass(16_000)
    expect(ward.examinations.told()).toEqual(['home: pulse', 'work: pulse'])
  })

  test('paused, nothing happens until the time is over', async () => {
    const ward = await stuck()
    ward.doctor.pause(ward.clock.now() + 3 * 60 * minute)
    await settled()
    expect(ward.status).toBe('paused')
    expect(ward.examinations.running).toBe(0)
    const { looks } = ward.client
    ward.examinations.told()
    await ward.shows({}, {})
    await ward.clock.pass(170 * minute)
    expect([ward.client.looks, ward.examinations.told()]).toEqual([looks, []])
    await ward.clock.pass(10 * minute)
    expect(ward.status).toBe('checking')
    expect(ward.client.looks).toBeGreaterThan(looks)
    expect(ward.examinations.told()).not.toEqual([])
  })

  test('a pause goes on after a restart, and is over when its time is', async () => {
    const before = await calm()
    const until = before.clock.now() + 60 * minute
    before.doctor.pause(until)
    before.doctor.pause(before.clock.now())
    await before.doctor.stop()
    const restarted = () => calm((ward) => void Object.assign(ward, { notebook: before.notebook }))
    const after = await restarted()
    expect(after.doctor.state()).toMatchObject({ status: 'paused', pausedUntil: until })
    await after.shows({})
    await after.clock.pass(59 * minute)
    expect([after.status, after.examinations.told()]).toEqual(['paused', []])
    await after.clock.pass(minute)
    expect(after.doctor.state()).not.toHaveProperty('pausedUntil')
    expect(before.notebook.pausedUntil).toBe(undefined)
    // Had it ended while nobody was at work.
    before.notebook.pausedUntil = before.clock.now()
    expect((await restarted()).status).toBe('clear')
  })

  test('a pause that was ended while the watch began is over after a restart, too', async () => {
    const notebook = Object.assign(new HandNotebook(), { pausedUntil: 9e15 })
    const ward = Object.assign(new Ward(), { notebook })
    const opening = ward.open()
    ward.doctor.resume()
    await ward.doctor.stop()
    await opening
    expect((await calm((next) => void Object.assign(next, { notebook }))).status).toBe('clear')
  })

  test('a pause can be ended', async () => {
    const ward = await calm()
    ward.doctor.pause(ward.clock.now() + 60 * minute)
    ward.doctor.resume()
    await settled()
    expect(ward.status).toBe('clear')
  })

  test('without a network the Mac is offline, and waiting does not count', async () => {
    const ward = await calm()
    ward.mac.address = undefined
    await ward.mac.happens({ is: 'network' })
    await ward.shows({})
    await ward.clock.pass(30 * minute)
    expect(ward.doctor.state()).toMatchObject({ status: 'offline', online: false, episodes: [] })
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
      async () => Promise.reject(new Unknown('Permission is missing.')),
      /^Permission is missing\.$/,
    ],
    ['hangs', () => new Promise<never>(() => {}), /took too long/],
  ])('because it %s is unsure with the reason, never clear', async (_, instead, why) => {
    const ward = await calm()
    expect(ward.status).toBe('clear')
    ward.client.instead = instead
    await ward.mac.filesChange()
    await ward.clock.pass(2 * minute)
    expect(ward.status).toBe('unsure')
    expect(ward.doctor.state().unseen).toEqual([
      { client: 'apple-mail', why: expect.stringMatching(why), outbox: true },
    ])
    // What was known of its accounts goes on being true.
    expect(ward.doctor.state().clients[0]?.accounts).toHaveLength(2)
  })

  test('from the beginning is unsure, too', async () => {
    const ward = await calm((one) => {
      one.client.instead = async () => Promise.reject(new Unknown('Permission is missing.'))
    })
    await ward.clock.pass(60 * minute)
    expect(ward.status).toBe('unsure')
  })

  test('and hangs is not asked again before it has come back', async () => {
    const ward = await calm()
    let back = (): void => {}
    ward.client.instead = () => new Promise((resolve) => (back = () => resolve(ward.client.shows())))
    const { looks } = ward.client
    await ward.mac.filesChange()
    await ward.clock.pass(60 * minute)
    expect(ward.client.looks).toBe(looks + 1)
    ward.client.instead = undefined
    back()
    await ward.clock.pass(6 * minute)
    expect(ward.status).toBe('clear')
  })

  test('does not hide what another one shows', async () => {
    const ward = await calm((one) => {
      const outlook = new HandClient(one.clock, 'outlook')
      outlook.accounts = [accountOf('office', 'outlook')]
      outlook.instead = async () => Promise.reject(new Unknown('Permission is missing.'))
      one.clients = [one.client, outlook]
    })
    await ward.shows({})
    await ward.clock.pass(2 * minute)
    expect(ward.doctor.state()).toMatchObject({ status: 'stuck', episodes: [{ client: 'apple-mail' }] })
  })

  test('and is not in use hides nothing', async () => {
    const ward = await calm((one) => {
      const outlook = new HandClient(one.clock, 'outlook')
      const nothing = { absent: true, accounts: [], outbox: { seen: false, why: 'Outlook was not found.' } } as const
      outlook.instead = async () => outlook.shows(nothing)
      one.clients = [one.client, outlook]
    })
    expect(ward.doctor.state()).toMatchObject({ status: 'clear', unseen: [] })
  })
})

test('an app that learns of new folders by looking is watched there, too', async () => {
  const ward = await calm()
  ward.client.watches = ['~/Library/Mail', '~/Library/Mail/V10']
  await ward.mac.filesChange()
  expect(ward.mac.watched).toEqual([ward.client.watches])
})

test('listeners are told of what is new, once, and one that throws harms nobody', async () => {
  const ward = await calm()
  const told: State['status'][] = []
  ward.doctor.listen(() => {
    throw new Error('A bad listener.')
  })
  const end = ward.doctor.listen(({ status }) => told.push(status))
  await ward.mac.filesChange()
  expect(told).toEqual([])
  await ward.shows({})
  expect(told).toEqual(['waiting'])
  end()
  await ward.shows()
  expect(told).toEqual(['waiting'])
})

test('nothing private stands in the state', async () => {
  const ward = await stuck()
  expect(JSON.stringify(ward.doctor.state())).not.toContain('anna')
})
