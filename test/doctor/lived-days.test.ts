import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { allCauses } from '../../src/causes/index.ts'
import { incidentsOf } from '../../src/core/incidents.ts'
import type { LivedPast } from '../../src/core/lived-past.ts'
import { livedDays } from '../../src/doctor/lived-days.ts'
import { allProbes } from '../../src/probes/index.ts'
import { openSceneSession } from '../../src/session/scene.ts'
import { loadScene } from '../../src/world/simulated/library.ts'
import { account } from '../history/records.ts'

const minute = 60_000
const day = 86_400_000
const now = Date.parse('2026-11-20T09:30:00Z')
const known = { probes: allProbes, causes: allCauses }

test('a month that was watched has thirty days in its timeline, each trouble in its row, and nights of sleep', async () => {
  const session = await openSceneSession(loadScene('a-month-of-mail'), { speed: 1 })
  onTestFinished(() => session.close())
  const { agent, world } = session
  const at = world.clock.now()
  const days = agent.strip({ by: 'day', count: 30, until: at, zone: 'UTC' }).map(({ is }) => is)
  expect(days.filter((is) => is === 'bad')).toHaveLength(6)
  expect(days.filter((is) => is === 'good')).toHaveLength(24)

  const { rows, marks, latency } = agent.timeline({ from: at - 30 * day, to: at, width: 720, zone: 'UTC' })
  const bad = rows.flatMap(({ layer, bands }) => bands.flatMap(({ is }) => (is === 'bad' ? layer : [])))
  const troubles = loadScene('a-month-of-mail').lived?.troubles ?? []
  const layersOf = troubles.flatMap(({ cause }) => allCauses.find(({ id }) => id === cause)?.layer ?? [])
  expect(layersOf).toHaveLength(6)
  expect(bad.filter((layer) => layer !== 'outbox').sort()).toEqual(
    layersOf.filter((layer) => layer !== 'outbox').sort(),
  )
  for (const { bands } of rows) expect(bands.filter(({ is }) => is === 'asleep').length).toBeGreaterThanOrEqual(29)
  expect(marks.filter(({ what }) => what === 'episode').map(({ line }) => String(line))).toHaveLength(6)
  expect(marks.some(({ what }) => what === 'network')).toBe(true)
  expect(latency.map(({ points }) => points.length).every((count) => count > 100)).toBe(true)

  const incidents = incidentsOf(agent.episodes(at - 30 * day))
  expect(incidents.map(({ cause, hosts, end }) => [cause, hosts, end])).toEqual(
    troubles.map(({ cause }) => [cause, ['mail.example.net'], 'sent']),
  )
  // The examinations of a trouble are found by its servers.
  for (const { openedAt, closedAt = 0, cause } of incidents) {
    const found = [...agent.history({ since: openedAt, until: closedAt })]
    expect(found.length).toBeGreaterThan(0)
    for (const { causes } of found) expect(causes.map(({ id }) => id)).toEqual([cause])
  }
})

test('the same past gives the same days, in order, stuck only while a trouble lasts', () => {
  const trouble = fc
    .record({
      from: fc.integer({ min: 0, max: 30 * day - 2 * minute }),
      lasts: fc.integer({ min: 3 * minute, max: day }),
      cause: fc.constantFrom(...allCauses.map(({ id }) => id)),
      messages: fc.integer({ min: 1, max: 5 }),
    })
    .map(({ from, lasts, ...one }) => ({ ...one, from: now - 30 * day + from, to: now - 30 * day + from + lasts }))
  fc.assert(
    fc.property(fc.array(trouble, { maxLength: 4 }), (troubles) => {
      const past: LivedPast = { account, from: now - 30 * day, to: now, troubles, changes: [] }
      const { examinations, turns, changes } = livedDays(past, known)
      expect(livedDays(past, known)).toEqual({ examinations, turns, changes })
      const times = examinations.map(({ at }) => at)
      expect(times).toEqual([...new Set(times)].sort((one, other) => one - other))
      expect(times.every((at) => at >= past.from && at < past.to)).toBe(true)
      for (const { at, diagnosis } of examinations) {
        const isDuring = troubles.some(({ from, to }) => from <= at && at < to)
        expect([at, diagnosis.status]).toEqual([at, isDuring ? 'stuck' : 'clear'])
      }
      expect(turns).toHaveLength(3 * troubles.length)
      expect(turns.map(({ at }) => at)).toEqual(turns.map(({ at }) => at).sort((one, other) => one - other))
    }),
    { numRuns: 8 },
  )
})
