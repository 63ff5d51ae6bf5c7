import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Observation } from '../../src/core/client.ts'
import type { MacEvent } from '../../src/core/mac-powers.ts'
import type { SyncReport } from '../../src/core/sync-report.ts'
import type { Instant, Millis } from '../../src/core/time.ts'
import { openHistory } from '../../src/history/history.ts'
import { SyncWatch } from '../../src/sync/sync-watch.ts'
import { HandClock, settled } from '../hand-clock.ts'

const minute: Millis = 60_000
const hour = 60 * minute
const accounts = ['a', 'b'] as const
type AccountId = (typeof accounts)[number]

interface Started {
  account: string
  at: Instant
  isAsked: boolean
  mayAsk: boolean
}

interface Answer {
  takes: Millis
  leaveAlone?: Millis
  verdict: SyncReport['verdict']
}

/** A watch over two accounts of one app, with the history that outlives it, and what is known of every check. */
function watching() {
  const clock = new HandClock()
  const { sync: memory } = openHistory(':memory:', clock.now)
  const started: Started[] = []
  const told: SyncReport[] = []
  const faults: unknown[] = []
  const now = { frugal: false, busy: false, running: true, offline: false, underWay: 0 }
  let answer: Answer = { takes: 0, verdict: 'in-step' }
  const make = () =>
    new SyncWatch({
      clock,
      log: { error: (_, { error }: { error?: unknown } = {}) => faults.push(error) },
      memory,
      isReadable: () => true,
      isFrugal: async () => now.frugal,
      isBusy: () => now.busy,
      async compare({ account, client, isAsked, mayAsk, signal }) {
        now.underWay += 1
        expect(now.underWay).toBe(1)
        const at = clock.now()
        started.push({ account: account.id, at, isAsked, mayAsk })
        const { takes, leaveAlone, verdict } = answer
        try {
          if (takes > 0) await clock.wait(takes, signal)
        } finally {
          now.underWay -= 1
        }
        const sides = mayAsk ? 'both' : 'mac-only'
        return {
          account: account.id,
          client,
          at,
          verdict,
          differences: verdict === 'differs' ? [{ is: 'inbox-behind', messages: 1, since: at }] : [],
          sides,
          unseen: [],
          ...(leaveAlone !== undefined && { leaveAlone }),
        }
      },
      told: (report) => told.push(report),
    })
  let watch = make()
  const look = async () => {
    watch.observed(observation({ running: now.running, offline: now.offline, at: clock.now() }))
    await settled()
  }
  return {
    clock,
    started,
    told,
    faults,
    now,
    memory,
    look,
    answers: (one: Answer) => {
      answer = one
    },
    happens: (is: MacEvent['is']) => watch.happened({ is }),
    ask: async (account?: AccountId) => {
      watch.ask(account)
      await settled()
    },
    async restart() {
      await watch.stop()
      watch = make()
    },
    stop: () => watch.stop(),
  }
}

function observation(more: Pick<Observation, 'running' | 'offline' | 'at'>): Observation {
  return {
    client: 'apple-mail',
    ...more,
    accounts: accounts.map((id) => ({
      id,
      email: `${id}@example.net`,
      client: 'apple-mail',
      enabled: true,
      incoming: { protocol: 'imap', host: 'mail.example.net', port: 993, security: 'tls' },
    })),
    outbox: { seen: true, messages: [] },
    unseen: [],
  }
}

/** A quiet day: a look every five minutes. */
async function passes(watch: ReturnType<typeof watching>, time: Millis): Promise<void> {
  for (let passed = 0; passed < time; passed += 5 * minute) {
    await watch.clock.pass(5 * minute)
    await watch.look()
  }
}

test('every account is checked in ten minutes, and every quarter of an hour from then on; on battery every hour', async () => {
  const watch = watching()
  await watch.look()
  expect(watch.started).toEqual([])
  await passes(watch, 2 * hour)
  const times = watch.started.filter(({ account }) => account === 'a').map(({ at }) => at)
  expect(times.slice(0, 3).map((at) => (at - Date.UTC(2026, 10, 21, 9)) / minute)).toEqual([10, 25, 40])
  expect(watch.started.filter(({ account }) => account === 'b')).toHaveLength(times.length)
  watch.now.frugal = true
  const before = watch.started.length
  await passes(watch, 4 * hour)
  expect((watch.started.length - before) / accounts.length).toBe(4)
  await watch.stop()
})

test.each<[string, (watch: ReturnType<typeof watching>) => void]>([
  ['Mail is closed', ({ now }) => Object.assign(now, { running: false })],
  ['Mail is offline', ({ now }) => Object.assign(now, { offline: true })],
  ['servers are asked something else', ({ now }) => Object.assign(now, { busy: true })],
])('nothing is checked while %s, and everything afterwards', async (_, hinder) => {
  const watch = watching()
  hinder(watch)
  await watch.look()
  await passes(watch, hour)
  expect(watch.started).toEqual([])
  Object.assign(watch.now, { running: true, offline: false, busy: false })
  await passes(watch, 20 * minute)
  expect(new Set(watch.started.map(({ account }) => account))).toEqual(new Set(accounts))
  await watch.stop()
})

test('what a wake interrupts is not told, and looked at again once things are calm', async () => {
  const watch = watching()
  await watch.look()
  watch.answers({ takes: minute, verdict: 'differs' })
  await passes(watch, 10 * minute)
  expect(watch.started).toHaveLength(1)
  watch.happens('slept')
  watch.happens('woke')
  await watch.clock.pass(2 * minute)
  expect(watch.told.filter(({ account }) => account === 'a')).toEqual([])
  await passes(watch, 40 * minute)
  expect(watch.told.map(({ account }) => account)).toContain('a')
  await watch.stop()
})

test('who is ended in the middle of a check has checked all the same', async () => {
  const watch = watching()
  await watch.look()
  watch.now.frugal = true
  watch.answers({ takes: minute, verdict: 'differs' })
  await passes(watch, 10 * minute)
  await watch.restart()
  await passes(watch, 55 * minute)
  expect(watch.started.filter(({ account }) => account === 'a')).toHaveLength(1)
  await passes(watch, 10 * minute)
  expect(watch.started.filter(({ account }) => account === 'a')).toHaveLength(2)
  expect(watch.faults).toEqual([])
  await watch.stop()
})

test('what a person asks for is checked at once, whatever was asked before', async () => {
  const watch = watching()
  await watch.look()
  await watch.ask('b')
  expect(watch.started).toMatchObject([{ account: 'b', isAsked: true, mayAsk: true }])
  watch.answers({ takes: 0, verdict: 'unsure', leaveAlone: hour })
  await watch.ask()
  await watch.ask('a')
  expect(watch.started.map(({ account }) => account)).toEqual(['b', 'a', 'b', 'a'])
  expect(watch.started.every(({ mayAsk }) => mayAsk)).toBe(true)
  await watch.stop()
})

type Turn =
  | { do: 'pass'; minutes: number }
  | { do: 'event'; is: MacEvent['is'] }
  | { do: 'be'; running: boolean; offline: boolean; frugal: boolean; busy: boolean }
  | { do: 'answer'; answer: Answer }
  | { do: 'ask'; account: AccountId }
  | { do: 'restart' }

const anyTurn: fc.Arbitrary<Turn> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('pass' as const), minutes: fc.integer({ min: 1, max: 90 }) }) },
  fc.record({ do: fc.constant('event' as const), is: fc.constantFrom('slept', 'woke', 'network', 'power') }),
  fc.record({
    do: fc.constant('be' as const),
    running: fc.boolean(),
    offline: fc.boolean(),
    frugal: fc.boolean(),
    busy: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('answer' as const),
    answer: fc.record(
      {
        takes: fc.constantFrom(0, 1_000, minute),
        verdict: fc.constantFrom('in-step', 'differs', 'unsure'),
        leaveAlone: fc.constantFrom(hour, 24 * hour, 300 * hour),
      },
      { requiredKeys: ['takes', 'verdict'] },
    ),
  }),
  fc.record({ do: fc.constant('ask' as const), account: fc.constantFrom(...accounts) }),
  fc.record({ do: fc.constant('restart' as const) }),
)

test('whatever happens, no account is checked sooner than it may be, and no server that wants to be left alone is asked', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyTurn, { minLength: 1, maxLength: 60 }), async (turns) => {
      const watch = watching()
      const { clock, now, started, memory } = watch
      /** By account, by what its own memory would not know: when it was checked, and until when it is left alone. */
      const checked = new Map<string, Instant>()
      const alone = new Map<string, Instant>()
      let answer: Answer = { takes: 0, verdict: 'in-step' }
      let calmSince: Instant | undefined
      const seen = () => {
        if (!now.running || now.offline) calmSince = undefined
        else calmSince ??= clock.now()
      }
      const judge = () => {
        for (const { account, at, isAsked, mayAsk } of started.splice(0)) {
          if (!isAsked) {
            expect(at - (checked.get(account) ?? 0)).toBeGreaterThanOrEqual((now.frugal ? 60 : 15) * minute)
            expect(at - (calmSince ?? at)).toBeGreaterThanOrEqual(10 * minute)
            expect(now).toMatchObject({ busy: false })
            expect(mayAsk).toBe((alone.get(account) ?? 0) <= at)
          }
          expect(now).toMatchObject({ running: true, offline: false })
          checked.set(account, at)
          const { leaveAlone, takes } = answer
          if (leaveAlone !== undefined) alone.set(account, at + takes + Math.min(leaveAlone, 24 * hour))
        }
      }
      for (const turn of turns) {
        if (turn.do === 'pass')
          for (let passed = 0; passed < turn.minutes; passed += 3) {
            await clock.pass(3 * minute)
            judge()
            seen()
            await watch.look()
            judge()
          }
        if (turn.do === 'event') {
          watch.happens(turn.is)
          if (turn.is !== 'power') calmSince = undefined
        }
        if (turn.do === 'be' || turn.do === 'answer') {
          // What is under way ends as it was begun.
          await clock.pass(2 * minute)
          judge()
        }
        if (turn.do === 'be') Object.assign(now, turn)
        if (turn.do === 'answer') {
          answer = turn.answer
          watch.answers(answer)
        }
        if (turn.do === 'ask' && now.running && !now.offline) {
          seen()
          await watch.look()
          judge()
          await watch.ask(turn.account)
          judge()
        }
        if (turn.do === 'restart') {
          await clock.pass(2 * minute)
          judge()
          await watch.restart()
          calmSince = undefined
        }
      }
      // And it is checked at all, as soon as nothing hinders it.
      Object.assign(now, { running: true, offline: false, busy: false, frugal: false })
      const end = clock.now()
      await passes(watch, 90 * minute)
      for (const account of accounts) expect(memory.turn(account).checkedAt ?? 0).toBeGreaterThan(end)
      expect(watch.faults).toEqual([])
      await watch.stop()
    }),
    { numRuns: 100 },
  )
})
