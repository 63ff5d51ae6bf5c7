import fc from 'fast-check'
import { expect, test } from 'vitest'
import { knownCauses } from '../../src/agent.ts'
import type { PastEpisode } from '../../src/core/episode.ts'
import { type FleetFacts, fleetReportOf } from '../../src/core/fleet-report.ts'

const now = Date.UTC(2026, 10, 21, 9)
const minute = 60_000
const day = 86_400_000
const causes = knownCauses.map(({ id }) => id)
const [known = ''] = causes

const spell = (id: string, openedAt: number, more: Partial<PastEpisode> = {}): PastEpisode => ({
  ...{ id, client: 'apple-mail', accounts: ['a1'], messages: [id], openedAt, hosts: [], transitions: [] },
  ...more,
})

const facts: FleetFacts = {
  state: { status: 'clear', waiting: [] },
  ...{ episodes: [], treatments: [], causes, version: '1.2.3', now },
}

test('counts what was in the last thirty days, by cause, and how long it took', () => {
  const lasting = (minutes: number, cause = known) => ({
    cause,
    closedAt: now - day + minutes * minute,
    end: 'sent' as const,
  })
  const report = fleetReportOf({
    ...facts,
    macos: '26.1',
    episodes: [
      spell('old', now - 40 * day, { closedAt: now - 31 * day, end: 'sent', cause: known }),
      spell('short', now - day, lasting(4)),
      spell('middle', now - day, lasting(10)),
      spell('long', now - day, lasting(300, 'a-cause-of-another-version')),
      spell('open', now - minute),
    ],
    treatments: [
      { startedAt: now - 31 * day, outcome: 'failed' },
      { startedAt: now - day, outcome: 'cured' },
      { startedAt: now - day, outcome: 'cured' },
      { startedAt: now - day, outcome: 'undone' },
    ],
  })
  expect(report).toEqual({
    ...{ schema: 1, at: '2026-11-21T09:00:00.000Z', version: '1.2.3', macos: '26.1', status: 'clear' },
    ...{ waiting: 0, stuck: 0, days: 30 },
    incidents: { [known]: 2, other: 1, unexplained: 1 },
    medianMinutes: 10,
    fixes: { cured: 2, undone: 1 },
  })
})

test('a Mac on which nothing ever happened has no middle', () => {
  expect(fleetReportOf(facts)).not.toHaveProperty('medianMinutes')
})

test('nothing of what is private comes into it, wherever it stood', () => {
  const canary = fc.constantFrom('anna@example.org', 'smtp.example.net', 'canary-subject', '192.0.2.7', 'Annas-Mac')
  fc.assert(
    fc.property(fc.array(fc.tuple(canary, fc.option(canary, { nil: undefined })), { maxLength: 5 }), (all) => {
      const waiting = all.map(([word]) => ({
        id: word,
        client: word,
        account: word,
        since: now,
        size: 1,
        stuck: true,
        subject: word,
      }))
      const episodes = all.map(([word, cause]) =>
        spell(word, now - day, {
          accounts: [word],
          messages: [word],
          hosts: [word],
          ...(cause !== undefined && { cause }),
        }),
      )
      const treatments = all.map(([word]) => ({
        startedAt: now,
        outcome: 'cured' as const,
        remedy: word,
        account: word,
        before: word,
      }))
      const state = { status: 'stuck' as const, waiting: waiting as never }
      const text = JSON.stringify(fleetReportOf({ ...facts, state, episodes, treatments }))
      expect(text).not.toMatch(/example|canary|192\.0|Annas/)
    }),
  )
})
