import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PastEpisode } from '../../src/core/episode.ts'
import { incidentsOf } from '../../src/core/incidents.ts'

const second = 1_000
const at = Date.parse('2026-11-20T09:30:00Z')
const whole = (id: string, more: Partial<PastEpisode>): PastEpisode => ({
  id,
  client: 'apple-mail',
  accounts: [id],
  messages: [id],
  openedAt: at,
  hosts: [`${id}.example.net`],
  transitions: [],
  ...more,
})

/** As the watch tells of two accounts that are stuck for one reason. */
const named = whole('a', {
  messages: ['a', 'b'],
  openedAt: at + second,
  cause: 'port-blocked-here',
  transitions: [
    { at: at + second, what: 'opened' },
    { at: at + 8 * second, what: 'named', cause: 'port-blocked-here' },
    { at: at + 16 * second, what: 'named', cause: 'port-blocked-here' },
  ],
})
const herald = whole('b', { closedAt: at + 16 * second, end: 'joined', transitions: [] })

test('sixteen seconds without a cause before it was named are one incident, from the first mail that was stuck', () => {
  const all = incidentsOf([herald, named])
  expect(all).toMatchObject([
    { id: 'a', openedAt: at, hosts: ['a.example.net', 'b.example.net'], cause: 'port-blocked-here', ids: ['a', 'b'] },
  ])
})

test('a spell that had a cause of its own stays an incident of its own', () => {
  const own = { ...herald, cause: 'vpn-blocks-mail' }
  expect(incidentsOf([own, named]).map(({ id }) => id)).toEqual(['b', 'a'])
})

test('of several that were named in that moment, the one that has its messages took it in', () => {
  const other = { ...named, id: 'c', messages: ['c'] }
  expect(incidentsOf([herald, other, named]).find(({ id }) => id === 'a')?.ids).toEqual(['a', 'b'])
})

test('one whose successor is not remembered any more is told as it was', () => {
  expect(incidentsOf([herald])).toMatchObject([{ id: 'b', end: 'joined' }])
})

test('no incident is lost, none is told twice, and they stand in order', () => {
  const episode = fc.record({
    id: fc.string({ minLength: 1 }),
    openedAt: fc.integer({ min: 0, max: 50 }),
    closedAt: fc.integer({ min: 51, max: 60 }),
    end: fc.constantFrom('sent' as const, 'joined' as const),
    named: fc.option(fc.integer({ min: 51, max: 60 }), { nil: undefined }),
  })
  fc.assert(
    fc.property(fc.uniqueArray(episode, { selector: ({ id }) => id }), (all) => {
      const past = all.map(({ named: when, ...one }) =>
        whole(one.id, {
          ...one,
          ...(when !== undefined && { cause: 'x', transitions: [{ at: when, what: 'named' as const }] }),
        }),
      )
      const found = incidentsOf(past)
      expect(found.flatMap(({ ids }) => ids).sort()).toEqual(past.map(({ id }) => id).sort())
      expect(found.map(({ openedAt }) => openedAt)).toEqual(found.map(({ openedAt }) => openedAt).sort((a, b) => a - b))
    }),
  )
})
