import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memoryLog } from '../../src/core/log.ts'
import { type Finding, type Probe, skipped, Unknown } from '../../src/core/probe.ts'
import { render } from '../../src/core/render.ts'
import { rendered } from '../../src/core/rendered.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { type ExaminationInput, type ExaminationProgress, examine } from '../../src/doctor/examine.ts'
import { handsOnFiles } from '../../src/world/real/hands/files.ts'
import { handsOffMac } from '../../src/world/real/hands/mac-hands.ts'
import { powersWithoutMac } from '../../src/world/real/mac/not-a-mac.ts'
import { nothingOutside } from '../examination.ts'
import { HandClock, settled } from '../hand-clock.ts'

function patientWith(clock: HandClock): ExaminationInput {
  const never = () => Promise.reject(new Error('no world in this test'))
  return {
    world: {
      clock,
      mac: { network: never, routeTo: never, filters: never, freeSpace: never, changes: () => [], ...powersWithoutMac },
      hands: handsOffMac(handsOnFiles({ clock })),
      net: {
        lookup: never,
        resolve: never,
        resolvers: () => [],
        connect: never,
        http: never,
        trust: never,
        roots: never,
        signIn: never,
        send: never,
        locate: never,
        putAway: never,
        fileSent: never,
        serverView: never,
      },
      secrets: { read: async () => undefined },
      log: memoryLog(clock),
    },
    account: { id: 'a', email: 'somebody@example.org' },
    messages: [],
    outside: nothingOutside,
    past: { last: () => undefined },
    changes: [],
    deep: false,
    canSignIn: false,
    signIns: { mayTry: async () => ({ may: true, ended: () => {} }) },
  }
}

function probe<F>(id: string, ask: Probe<F>['ask'], more: Partial<Probe<F>> = {}): Probe<F> {
  return {
    id,
    question: foreignName(`${id}?`),
    budget: 1_000,
    ask,
    describe: (fact) => ({ tone: 'good', line: foreignName(`${id}: ${fact}`) }),
    ...more,
  }
}

async function run(
  probes: readonly Probe<unknown>[],
  clock = new HandClock(),
  budget = 10_000,
  signal = new AbortController().signal,
) {
  const told: ExaminationProgress[] = []
  const chart = examine(patientWith(clock), probes, { signal, budget, onProgress: (progress) => told.push(progress) })
  chart.catch(() => {})
  await clock.pass(budget * 2)
  return { chart: await chart, told, clock }
}

describe('examine', () => {
  test('takes a message for waiting whose time to leave is over, whatever its app still calls it', async () => {
    const clock = new HandClock()
    const hour = 3_600_000
    const at = clock.now()
    const held = { state: 'scheduled', waitingSince: at - 9 * hour } as const
    const messages = [
      { ...held, id: 'overdue', due: at - hour },
      { ...held, id: 'later', due: at + hour },
    ]
    const seen: string[][] = []
    const look = probe('look', async ({ messages: here }) => seen.push(here.map(({ state }) => state)))
    const chart = await examine({ ...patientWith(clock), messages }, [look], {
      signal: new AbortController().signal,
      budget: 1_000,
    })
    expect(seen).toEqual([['waiting', 'scheduled']])
    expect(chart.messages).toMatchObject([{ state: 'waiting', waitingSince: at - hour }, { state: 'scheduled' }])
  })

  test('asks side by side, and in order only where one comes after another', async () => {
    const clock = new HandClock()
    const at = new Map<string, number>()
    const slow =
      (id: string, ms: number): Probe<string>['ask'] =>
      async (_, signal) => {
        at.set(id, clock.now())
        await clock.wait(ms, signal)
        return id
      }
    const start = clock.now()
    const first = probe('first', slow('first', 300))
    const beside = probe('beside', slow('beside', 500))
    const later = probe('later', slow('later', 100), { after: [first] })
    const { chart } = await run([later, beside, first], clock)
    expect([at.get('first'), at.get('beside'), at.get('later')].map((when) => (when ?? 0) - start)).toEqual([0, 0, 300])
    expect(chart.fact(later)).toBe('later')
  })

  test('tells a result the moment it is there, and what is known so far', async () => {
    const clock = new HandClock()
    const quick = probe('quick', async () => 'now')
    const slow = probe('slow', async (_, signal, sofar) => {
      sofar('half')
      await clock.wait(900, signal)
      return 'whole'
    })
    const told: string[] = []
    const done = examine(patientWith(clock), [slow, quick], {
      signal: new AbortController().signal,
      budget: 5_000,
      onProgress: (progress) => {
        if (progress.is === 'so far') told.push(render(progress.telling.line))
        if (progress.is === 'found' && progress.finding.state === 'known')
          told.push(render(progress.finding.telling.line))
      },
    })
    await settled()
    expect(told).toEqual(['slow: half', 'quick: now'])
    await clock.pass(900)
    await done
    expect(told.at(-1)).toBe('slow: whole')
  })

  test('a probe over its budget, one that cannot ask, one that breaks: unknown, each with its reason', async () => {
    const hanging = probe('hanging', () => new Promise(() => {}))
    const barred = probe('barred', async () => {
      throw new Unknown(foreignName('Not allowed to look.'))
    })
    const broken = probe('broken', async () => {
      throw new TypeError('x is not a function\u001b[31m')
    })
    const brokenTelling = probe('mute', async () => 1, {
      describe: () => {
        throw new Error('no words')
      },
    })
    const { chart } = await run([hanging, barred, broken, brokenTelling])
    const why = (one: Probe<unknown>) => (chart.finding(one) as Extract<Finding<unknown>, { state: 'unknown' }>).why
    expect(rendered(why(hanging))).toMatch(/longer than/)
    expect(why(barred)).toEqual('Not allowed to look.')
    expect(rendered(why(broken))).toBe('This check failed by a fault of ours: x is not a function [31m')
    expect(rendered(why(brokenTelling))).toMatch(/no words/)
  })

  test('a question without its premise is skipped and says because of what', async () => {
    const name = probe('name', async () => 'none')
    const door = probe('door', async () => skipped(name), { after: [name] })
    const { chart } = await run([name, door])
    expect(chart.finding(door)).toMatchObject({ state: 'skipped', because: 'name' })
    expect(chart.fact(door)).toBeUndefined()
  })

  test('what makes no sense here is not asked, and nobody waits for it', async () => {
    const absent = probe('absent', async () => 'x', { when: () => false })
    const after = probe('after', async () => 'y', { after: [absent] })
    const { chart } = await run([absent, after])
    expect(chart.finding(absent)).toBeUndefined()
    expect(chart.fact(after)).toBe('y')
  })

  test('when the whole budget is spent the rest is unknown, and everything is aborted', async () => {
    let aborted = false
    const endless = probe(
      'endless',
      (_, signal) =>
        new Promise(() => {
          signal.addEventListener('abort', () => {
            aborted = true
          })
        }),
      { budget: 60_000 },
    )
    const late = probe('late', async () => 1, { after: [endless] })
    const { chart, clock, told } = await run([endless, late], new HandClock(), 2_000)
    expect(chart.finding(endless)).toMatchObject({ state: 'unknown' })
    expect(chart.finding(late)).toMatchObject({ state: 'unknown', why: 'The time for this examination ran out.' })
    await settled()
    expect(told.filter((one) => one.is === 'found')).toHaveLength(2)
    expect(aborted).toBe(true)
    expect(clock.waiters).toBe(0)
  })

  test('interrupting rejects with the reason', async () => {
    const stop = new AbortController()
    const clock = new HandClock()
    const done = examine(patientWith(clock), [probe('hanging', () => new Promise(() => {}))], {
      signal: stop.signal,
      budget: 5_000,
    })
    stop.abort(new Error('enough'))
    await expect(done).rejects.toThrow('enough')
  })

  test('work shared through once is done once', async () => {
    let made = 0
    const key = {}
    const sharing = (id: string) => probe(id, async (exam) => exam.once(key, () => ++made))
    const { chart } = await run([sharing('one'), sharing('two')])
    expect(made).toBe(1)
    expect(chart.replies()).toEqual([])
  })

  test('whatever a dozen probes do, each has one finding and time is bounded', async () => {
    const behaviour = fc.constantFrom('answer', 'throw', 'hang', 'skip', 'slow')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(behaviour, fc.nat(11)), { maxLength: 12 }), async (plan) => {
        const clock = new HandClock()
        const probes: Probe<unknown>[] = []
        for (const [index, [what, earlier]] of plan.entries()) {
          const before = probes[earlier]
          probes.push(
            probe(
              `p${index}`,
              async (_, signal) => {
                if (what === 'throw') throw new Error('broken')
                if (what === 'hang') return new Promise(() => {})
                if (what === 'skip') return skipped(probes[0] as Probe<unknown>)
                if (what === 'slow') await clock.wait(700, signal)
                return what
              },
              before ? { after: [before] } : {},
            ),
          )
        }
        const start = clock.now()
        const { chart, told } = await run(probes, clock, 5_000)
        expect(told.filter((one) => one.is === 'found')).toHaveLength(probes.length)
        for (const one of probes) expect(chart.finding(one)).toBeDefined()
        expect(chart.at).toBe(start)
      }),
      { numRuns: 200 },
    )
  })
})
