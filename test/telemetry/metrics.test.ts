import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PastEpisode } from '../../src/core/episode.ts'
import { batchLines, type Tally } from '../../src/core/telemetry.ts'
import type { Outcome } from '../../src/core/treatment.ts'
import { telemetryNames } from '../../src/session/telemetry.ts'
import type { TelemetryFacts } from '../../src/telemetry/facts.ts'
import { metricsOf, openPointsIn, recordsOf, seriesIn } from '../../src/telemetry/metrics.ts'
import { foldTally, newTally } from '../../src/telemetry/tally.ts'

const minute = 60_000
const now = Date.UTC(2026, 10, 21, 9)
const names = telemetryNames
const { causes, remedies } = names
const [first = '', second = ''] = causes

const spell = (id: string, more: Partial<PastEpisode> = {}): PastEpisode => ({
  id,
  client: 'apple-mail',
  accounts: ['a'],
  messages: ['m'],
  openedAt: now - 10 * minute,
  hosts: ['smtp.gmail.com'],
  transitions: [],
  ...more,
})
const factsAt = (at: number, more: Partial<TelemetryFacts> = {}): TelemetryFacts => ({
  now: at,
  state: { waiting: [], online: true },
  episodes: [],
  treatments: [],
  probes: { ms: [], until: at },
  ...more,
})
const metricsAt = (facts: TelemetryFacts, tally: Tally, before = openPointsIn([])) =>
  metricsOf(facts, tally, { version: '1', names, before })
const lines = (facts: TelemetryFacts, tally: Tally, before = openPointsIn([])) =>
  batchLines({ at: 0, since: 0, resource: {}, metrics: metricsAt(facts, tally, before), records: [] }).slice(1)

test('a Mac on which nothing happens says that it is there, and that nothing waits', () => {
  expect(lines(factsAt(now), newTally(now))).toEqual([
    'outbox_doctor.agent.up{outbox_doctor.version=1} 1 {agent}',
    'outbox_doctor.outbox.messages{outbox_doctor.message.state=waiting} 0 {message}',
    'outbox_doctor.outbox.messages{outbox_doctor.message.state=stuck} 0 {message}',
    'outbox_doctor.episode.duration count 0, sum 0 s (≤300: 0, ≤900: 0, ≤3600: 0, ≤14400: 0, ≤86400: 0, >86400: 0)',
    'outbox_doctor.probe.duration count 0, sum 0 s (≤0.1: 0, ≤0.5: 0, ≤2: 0, ≤10: 0, >10: 0)',
  ])
})

test('what is stuck, why, since when and by whose server is told in names of ours', () => {
  const episodes = [
    spell('a', { cause: first }),
    spell('b', { cause: first, openedAt: now - 16 * minute, hosts: ['mail.example.net'] }),
    spell('c', { openedAt: now - minute, hosts: [] }),
  ]
  const waiting = [{ stuck: true }, { stuck: false }, { stuck: true }] as never
  const told = lines(factsAt(now, { episodes, state: { waiting, online: true } }), newTally(now))
  const open = 'outbox_doctor.episode.open'
  expect(told).toContain('outbox_doctor.outbox.messages{outbox_doctor.message.state=stuck} 2 {message}')
  expect(told.filter((line) => line.startsWith(open))).toEqual([
    `${open}{outbox_doctor.cause.id=${first}, outbox_doctor.provider=gmail, outbox_doctor.episode.age=new} 1 {episode}`,
    `${open}{outbox_doctor.cause.id=unexplained, outbox_doctor.provider=other, outbox_doctor.episode.age=new} 1 {episode}`,
    `${open}{outbox_doctor.cause.id=${first}, outbox_doctor.provider=other, outbox_doctor.episode.age=older} 1 {episode}`,
  ])
})

test('what is over is told once more, as none', () => {
  const before = openPointsIn(metricsAt(factsAt(now, { episodes: [spell('a', { cause: first })] }), newTally(now)))
  expect(before).toHaveLength(1)
  const told = metricsAt(factsAt(now + minute), newTally(now), before)
  expect(told.find(({ name }) => name === 'outbox_doctor.episode.open')?.points).toEqual([{ ...before[0], value: 0 }])
  expect(openPointsIn(told)).toEqual([])
})

describe('what ended', () => {
  const ended = spell('a', { cause: first, openedAt: now - 20 * minute, closedAt: now, end: 'sent' })

  test('is counted by its cause, with how long it took, and once', () => {
    const facts = factsAt(now, { episodes: [ended] })
    const once = foldTally(newTally(now - minute), facts, names)
    expect(once).toMatchObject({
      episodes: { [first]: 1 },
      recovery: { count: 1, sum: 1_200, buckets: [0, 0, 1, 0, 0, 0] },
    })
    expect(foldTally(once, { ...facts, now: now + minute }, names)).toMatchObject({ episodes: { [first]: 1 } })
  })

  test('is one record, with nothing but names of ours and numbers', () => {
    const odd = { ...ended, client: 'canary-app', hosts: ['mail.canary.example'], cause: 'canary-cause' }
    expect(recordsOf(factsAt(now, { episodes: [ended, odd] }), names, now - minute)).toEqual([
      {
        at: now,
        name: 'outbox_doctor.episode.ended',
        attributes: {
          'outbox_doctor.cause.id': first,
          'outbox_doctor.provider': 'gmail',
          'outbox_doctor.mail_app': 'apple-mail',
          'outbox_doctor.episode.duration': 1_200,
          'outbox_doctor.episode.messages': 1,
        },
      },
      expect.objectContaining({
        attributes: expect.objectContaining({
          'outbox_doctor.cause.id': 'other',
          'outbox_doctor.provider': 'other',
          'outbox_doctor.mail_app': 'other',
        }),
      }),
    ])
    expect(recordsOf(factsAt(now, { episodes: [ended] }), names, now)).toEqual([])
  })

  test('and what was done about it, by how that ended, also when it is undone later', () => {
    const [remedy = ''] = remedies
    const done = { remedy, outcome: 'no effect' as const, endedAt: now }
    const once = foldTally(newTally(now - minute), factsAt(now, { treatments: [done] }), names)
    const undone = { remedy, outcome: 'undone' as const, endedAt: now + minute }
    const twice = foldTally(once, factsAt(now + minute, { treatments: [undone] }), names)
    expect(twice.remedies).toEqual({ [`${remedy} no_effect`]: 1, [`${remedy} undone`]: 1 })
  })

  test('before a clock was set back is not lost when it has come so far again', () => {
    const ahead = foldTally(newTally(now + 60 * minute), factsAt(now), names)
    const later = factsAt(now + minute, { episodes: [{ ...ended, closedAt: now + minute }] })
    expect(foldTally(ahead, later, names).episodes).toEqual({ [first]: 1 })
  })
})

/** Spells, treatments and questions of some days, among them what a hand may have written into a history. */
const instant = fc.integer({ min: now - 2_000 * minute, max: now })
const someName = (known: readonly string[]) => fc.oneof(fc.constantFrom(...known), fc.constant('Canary was here'))
const episode = fc
  .record({
    openedAt: instant,
    closedAt: fc.option(instant, { nil: undefined }),
    cause: fc.option(someName(causes), { nil: undefined }),
  })
  .map(({ openedAt, closedAt, cause }) => ({
    openedAt,
    ...(closedAt !== undefined && { closedAt: Math.max(openedAt, closedAt) }),
    ...(cause !== undefined && { cause }),
  }))
const history = fc.record({
  episodes: fc.array(fc.tuple(episode, fc.constantFrom('smtp.gmail.com', 'canary.example', 'smtp.office365.com')), {
    maxLength: 60,
  }),
  treatments: fc.array(
    fc.record({
      remedy: someName(remedies),
      outcome: fc.constantFrom<Outcome>('cured', 'no effect', 'failed', 'undone'),
      endedAt: instant,
    }),
    { maxLength: 40 },
  ),
  cuts: fc.array(instant, { maxLength: 6 }),
  waiting: fc.nat(10_000),
})

test('whatever happened, there are fewer than 40 series and no word that is not ours', () => {
  fc.assert(
    fc.property(history, ({ episodes: all, treatments, waiting }) => {
      const episodes = all.map(([one, host], index) =>
        spell(`s${index}`, { ...one, hosts: [host], client: 'canary', accounts: ['canary'], messages: ['canary'] }),
      )
      const state = { waiting: Array.from({ length: waiting }, () => ({ stuck: true })) as never, online: true }
      const facts = factsAt(now, { episodes, treatments, state })
      const tally = foldTally(newTally(0), facts, names)
      const before = openPointsIn(metricsAt(facts, tally))
      const other = spell('x', { cause: second, hosts: [] })
      for (const told of [
        metricsAt(facts, tally),
        metricsAt(factsAt(now, { ...facts, episodes: [other] }), tally, before),
      ])
        expect(seriesIn(told)).toBeLessThan(40)
      const sent = JSON.stringify([metricsAt(facts, tally, before), recordsOf(facts, names, 0)])
      expect(sent).not.toMatch(/canary/i)
    }),
  )
})

test('however often it is counted meanwhile, it comes to the same, and never less than before', () => {
  fc.assert(
    fc.property(history, ({ episodes: all, treatments, cuts }) => {
      const episodes = all.map(([one], index) => spell(`s${index}`, one))
      const endedBy = (at: number) =>
        factsAt(at, {
          // An account of then: what ended later was still open.
          episodes: episodes
            .filter(({ openedAt }) => openedAt <= at)
            .map(({ closedAt, ...one }) => (closedAt !== undefined && closedAt <= at ? { ...one, closedAt } : one)),
          treatments: treatments.filter(({ endedAt }) => endedAt <= at),
        })
      const total = (tally: Tally) => Object.values(tally.episodes).reduce((sum, n) => sum + n, 0)
      let tally = newTally(now - 3_000 * minute)
      for (const cut of [...cuts].sort((one, two) => one - two)) {
        const next = foldTally(tally, endedBy(cut), names)
        expect(total(next)).toBeGreaterThanOrEqual(total(tally))
        for (const [cause, count] of Object.entries(tally.episodes))
          expect(next.episodes[cause]).toBeGreaterThanOrEqual(count)
        tally = next
      }
      const last = foldTally(tally, endedBy(now), names)
      const whole = foldTally(newTally(now - 3_000 * minute), endedBy(now), names)
      expect(last.recovery.buckets).toEqual(whole.recovery.buckets)
      expect(last.recovery.count).toBe(episodes.filter(({ closedAt }) => closedAt !== undefined).length)
      expect(total(last)).toBe(total(whole))
    }),
  )
})
