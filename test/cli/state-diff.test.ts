import { expect, test } from 'vitest'
import { lastCauseTold, stateChanges } from '../../src/cli/state-diff.ts'
import { durationWords } from '../../src/cli/time-words.ts'
import type { Diagnosis, NamedCause } from '../../src/core/diagnosis.ts'
import { render } from '../../src/core/render.ts'
import { foreignName } from '../../src/core/sentence.ts'
import type { AccountDiagnosis, State } from '../../src/core/state.ts'

const at = Date.UTC(2026, 10, 21, 9)
const minute = 60_000

const nothing: State = {
  status: 'checking',
  since: at,
  online: true,
  clients: [],
  waiting: [],
  episodes: [],
  unseen: [],
}
const account = { id: 'home', name: 'a…@example.org', enabled: true }
const calm: State = {
  ...nothing,
  status: 'clear',
  clients: [{ client: 'apple-mail', name: 'Apple Mail', accounts: [account, account] }],
}
const message = {
  id: 'm',
  client: 'apple-mail',
  account: 'home',
  since: at - 2 * minute,
  size: 0,
  stuck: false,
} as const
const waits: State = { ...calm, status: 'waiting', waiting: [message] }
const episode = { id: 'e', client: 'apple-mail', accounts: ['home'], messages: ['m'], openedAt: at } as const
const stuck: State = { ...calm, status: 'stuck', waiting: [{ ...message, stuck: true }], episodes: [episode] }
const looking: State = { ...stuck, examining: { account: 'home', why: 'stuck', asked: 1, found: 0 } }

function found(...titles: string[]): State {
  const said: Omit<NamedCause, 'id' | 'title'> = {
    plain: foreignName(''),
    details: [],
    harm: 'stops',
    layer: 'path',
    weight: 1,
    evidence: [],
    against: [],
    explains: [],
    testimony: [],
  }
  const diagnosis: Diagnosis = {
    status: 'stuck',
    causes: titles.map((title) => ({ ...said, id: title, title: foreignName(title) })),
    undecided: [],
  }
  return { ...stuck, diagnosis: { ...diagnosis, account: 'home', at } }
}

const lines = (before: State, after: State) => stateChanges(before, after, at).map(({ line }) => render(line))

test('a spell of stuck mail is told in the words of a person', () => {
  const blocked = found('This network blocks mail.')
  const sent: State = { ...calm, lastEpisode: { ...episode, closedAt: at + 9 * minute, end: 'sent' } }
  expect(lines(nothing, calm)).toEqual(['Watching Apple Mail (2 accounts).', 'Nothing stands in the way of your mail.'])
  expect(lines(calm, waits)).toEqual(['A message waits in the outbox of Apple Mail.'])
  expect(lines(waits, looking)).toEqual([
    'A message has been waiting for 2 minutes in Apple Mail: something holds it up.',
    'Looking…',
  ])
  expect(lines(looking, blocked)).toEqual(['This network blocks mail.'])
  expect(lines(blocked, { ...blocked, examining: { account: 'home', why: 'stuck', asked: 1, found: 0 } })).toEqual([])
  expect(lines(blocked, sent)).toEqual([
    expect.stringMatching(/^1 message left at \d\d:\d\d\. It took 9 minutes\.$/),
    'Nothing stands in the way of your mail.',
  ])
})

test('mail that just leaves is told shortly', () => {
  expect(lines(waits, calm)).toEqual(['A message is no longer in the outbox.'])
})

test('a cause that holds on is told once, and told again when all was well in between', () => {
  const blocked = found('This network blocks mail.')
  const told = stateChanges(looking, blocked, at)
  const cause = lastCauseTold(told, blocked)
  const other: State = {
    ...blocked,
    diagnosis: { ...(blocked.diagnosis as AccountDiagnosis), account: 'work', at: at + 1 },
  }
  expect(cause).toBe('This network blocks mail.')
  expect(stateChanges(blocked, other, at, cause)).toEqual([])
  expect(stateChanges(waits, stuck, at, cause).map(({ line }) => line)).toEqual([
    'A message has been waiting for 2 minutes in Apple Mail.',
  ])
  expect(lastCauseTold([], blocked, cause)).toBe(cause)
  expect(lastCauseTold([], calm, cause)).toBeUndefined()
})

test('mail that goes while other mail is stuck does not free the other', () => {
  const two: State = { ...stuck, episodes: [episode, { ...episode, id: 'f', messages: ['n'] }] }
  const one: State = {
    ...two,
    episodes: two.episodes.slice(1),
    lastEpisode: { ...episode, closedAt: at + 9 * minute, end: 'sent' },
  }
  expect(lines(two, one)).toEqual(['That mail is no longer stuck. It took 9 minutes.'])
})

test('that nothing was found is told once', () => {
  const unnamed = 'Nothing was found that could hold it up; we look again soon.'
  const again = found()
  expect(lines(looking, found())).toEqual([unnamed])
  expect(
    lines(found(), {
      ...again,
      diagnosis: { status: 'unsure', causes: [], undecided: [], account: 'home', at: at + 1 },
    }),
  ).toEqual([])
})

test('what cannot be seen is told with its reason, and when it is over', () => {
  const blind: State = {
    ...calm,
    unseen: [{ client: 'outlook', why: foreignName('Permission is missing.'), outbox: true }],
  }
  expect(lines(calm, blind)).toEqual(['The outbox of Outlook cannot be seen: Permission is missing.'])
  expect(lines(blind, calm)).toEqual(['The outbox of Outlook can be seen again.'])
  // Nor is a moment without an answer.
  const kept: State = { ...blind, headline: { is: 'clear' } }
  expect(lines(calm, kept)).toEqual([])
  expect(lines(kept, { ...kept, headline: { is: 'unseen' } })).toHaveLength(1)
})

test('the network and pauses are told', () => {
  const offline: State = { ...calm, status: 'offline', online: false }
  expect(lines(calm, offline)).toEqual(['This Mac is offline.'])
  expect(lines(offline, calm)).toEqual(['This Mac is online again.', 'Nothing stands in the way of your mail.'])
  const paused: State = { ...calm, status: 'paused', pausedUntil: at + minute }
  expect(lines(calm, paused)).toEqual([expect.stringMatching(/^Paused until \d\d:\d\d\.$/)])
  expect(stateChanges(paused, calm, at).map(({ event }) => event)).toEqual(['resumed', 'clear'])
})

test('the same state twice is nothing to tell', () => {
  for (const state of [nothing, calm, waits, stuck, looking, found('x')]) expect(lines(state, state)).toEqual([])
})

test.each([
  [1_000, '1 second'],
  [89_000, '89 seconds'],
  [9 * minute, '9 minutes'],
  [60 * minute, '1 hour'],
  [125 * minute, '2 hours 5 minutes'],
  [72 * 60 * minute, '3 days'],
])('%i ms are %s', (ms, words) => {
  expect(render(durationWords(ms))).toBe(words)
})
