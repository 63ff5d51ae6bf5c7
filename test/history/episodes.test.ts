import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import type { Episode, WaitingRecord } from '../../src/core/episode.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { openDatabase } from '../../src/history/database.ts'
import { openHistory } from '../../src/history/history.ts'
import { migrationsFolder } from '../../src/history/migrations.ts'
import { ownFolder } from './folder.ts'
import { account, known, recordOf } from './records.ts'

const at = Date.UTC(2026, 10, 20)
const minute = 60_000

const episode: Episode = { id: 'e1', client: 'apple-mail', accounts: ['a'], messages: ['m1'], openedAt: at }
const waiting: WaitingRecord = { client: 'apple-mail', account: 'a', firstSeen: at, counted: 1, size: 5, stuck: false }

function opened(path = ':memory:') {
  const history = openHistory(path)
  onTestFinished(() => history.close())
  return history
}

test('whose server was asked is found after a restart, and where it cannot be written, that is said', () => {
  const path = join(ownFolder(), 'history.sqlite')
  const first = openHistory(path)
  const both = { ...episode, accounts: ['a', 'b'] }
  first.episodes.turn(at, 'opened', both, [account])
  expect(first.episodes.tried('e1', 'a')).toBe(true)
  expect([first.episodes.tried('e1', 'nobody'), first.episodes.tried('none', 'a')]).toEqual([false, false])
  first.close()

  const { episodes } = opened(path)
  const asked = { ...both, tried: ['a'] }
  expect(episodes.open()).toEqual([asked])
  // A turn keeps it, and whoever has left takes it along.
  episodes.turn(at + minute, 'named', { ...asked, cause: 'blocked' }, [account])
  expect(episodes.open()).toEqual([{ ...asked, cause: 'blocked' }])
  episodes.turn(at + minute, 'parted', { ...episode, accounts: ['b'], cause: 'blocked' }, [account])
  expect(episodes.open()).toEqual([{ ...episode, accounts: ['b'], cause: 'blocked' }])
})

test('that a person knows of it is found after a restart, until a turn says otherwise', () => {
  const path = join(ownFolder(), 'history.sqlite')
  const first = openHistory(path)
  first.episodes.turn(at, 'opened', episode, [account])
  first.episodes.muted('e1', true)
  first.close()

  const { episodes } = opened(path)
  expect(episodes.open()).toEqual([{ ...episode, muted: true }])
  episodes.turn(at + minute, 'parted', { ...episode, muted: true }, [account])
  expect(episodes.open()).toEqual([{ ...episode, muted: true }])
  episodes.turn(at + minute, 'named', { ...episode, cause: 'blocked' }, [account])
  expect(episodes.open()).toEqual([{ ...episode, cause: 'blocked' }])
  episodes.muted('e1', true)
  episodes.muted('e1', false)
  expect(episodes.open()).toEqual([{ ...episode, cause: 'blocked' }])
})

test('an episode is written turn by turn, and found open after a restart', () => {
  const path = join(ownFolder(), 'history.sqlite')
  const first = openHistory(path)
  first.episodes.turn(at, 'opened', episode, [account])
  const named = { ...episode, cause: 'blocked', messages: ['m1', 'm2'] }
  first.episodes.turn(at + minute, 'named', named, [account])
  first.waiting.keep({ m1: waiting })
  first.close()

  const { episodes, waiting: mail } = opened(path)
  expect(episodes.open()).toEqual([named])
  expect(mail.read()).toEqual({ m1: waiting })
  const closed = { ...named, closedAt: at + 9 * minute, end: 'sent' } as const
  episodes.turn(at + 9 * minute, 'closed', closed, [account])
  mail.keep({})
  expect([episodes.open(), mail.read()]).toEqual([[], {}])
  expect(episodes.since(at)).toEqual([
    {
      ...closed,
      hosts: ['smtp.example.net'],
      transitions: [
        { at, what: 'opened' },
        { at: at + minute, what: 'named', cause: 'blocked' },
        { at: at + 9 * minute, what: 'closed', cause: 'blocked' },
      ],
    },
  ])
  expect(episodes.since(at + 10 * minute)).toEqual([])
})

test('an account that has left an episode is not in it after a restart, and belongs to its past', () => {
  const path = join(ownFolder(), 'history.sqlite')
  const first = openHistory(path)
  const both = { ...episode, accounts: ['a', 'b'], messages: ['m1', 'm2'], cause: 'blocked' }
  first.episodes.turn(at, 'named', both, [account])
  first.episodes.turn(at + minute, 'parted', { ...both, accounts: ['b'], messages: ['m2'] }, [account])
  first.close()
  const { episodes } = opened(path)
  expect(episodes.open()).toMatchObject([{ accounts: ['b'], messages: ['m2'] }])
  expect(episodes.since(at)[0]?.accounts).toEqual(['a', 'b'])
  episodes.turn(at + 2 * minute, 'named', both, [account])
  expect(episodes.open()).toEqual([both])
})

test('what was begun is remembered over a restart, and forgotten once it counts no more', () => {
  const path = join(ownFolder(), 'history.sqlite')
  const first = openHistory(path)
  const one = { at, whole: true, asked: false }
  const two = { at: at + minute, whole: false, asked: true }
  first.budget.keep({ home: [one], work: [two] })
  first.budget.keep({ home: [one, two], work: [two] })
  first.close()
  const { budget } = opened(path)
  expect(budget.begun()).toEqual({ home: [one, two], work: [two] })
  budget.keep({ home: [two] })
  expect(budget.begun()).toEqual({ home: [two] })
})

test('an episode that was opened by a clock that was ahead is told by the right one', () => {
  const { episodes } = opened(':memory:')
  const year = 366 * 24 * 60 * minute
  episodes.turn(at + year, 'opened', { ...episode, openedAt: at + year }, [account])
  episodes.turn(at + year + minute, 'named', { ...episode, openedAt: at + year, cause: 'clock' }, [account])
  const closed = { ...episode, openedAt: at, cause: 'clock', closedAt: at + 5 * minute, end: 'sent' } as const
  episodes.turn(at + 5 * minute, 'closed', closed, [account])
  const [told] = episodes.since(at)
  expect(told).toMatchObject({ openedAt: at, closedAt: at + 5 * minute })
  expect(told?.transitions.map((turn) => turn.at)).toEqual([at, at + minute, at + 5 * minute])
})

test('a pause is found after a restart, until it is over', () => {
  const path = join(ownFolder(), 'history.sqlite')
  const first = openHistory(path)
  expect(first.pause.until()).toBe(undefined)
  first.pause.keep(at)
  first.pause.keep(9e15)
  first.close()
  const { pause } = opened(path)
  expect(pause.until()).toBe(9e15)
  pause.keep(undefined)
  expect(pause.until()).toBe(undefined)
})

test('how long a message has waited is written now and then only', () => {
  const path = join(ownFolder(), 'history.sqlite')
  const history = opened(path)
  const other = new Database(path, { readonly: true })
  onTestFinished(() => void other.close())
  const version = () => other.pragma('data_version', { simple: true })
  history.waiting.keep({ m: waiting })
  const before = version()
  for (let counted = 1_000; counted < minute; counted += 1_000) history.waiting.keep({ m: { ...waiting, counted } })
  expect(version()).toBe(before)
  history.waiting.keep({ m: { ...waiting, counted: minute } })
  expect(version()).not.toBe(before)
  expect(history.waiting.read()).toMatchObject({ m: { counted: minute } })
})

test('what is to be left alone is found after a restart, with its time and what held it, until it is taken back', () => {
  const path = join(ownFolder(), 'history.sqlite')
  const first = openHistory(path)
  const until = at + 60 * minute
  const aside = { m: { ...waiting, aside: { until, cause: 'blocked' } }, n: { ...waiting, aside: {} }, o: waiting }
  first.waiting.keep(aside)
  first.close()
  const second = opened(path)
  expect(second.waiting.read()).toEqual(aside)
  second.waiting.keep({ m: waiting, n: { ...waiting, aside: { until } }, o: waiting })
  expect(second.waiting.read()).toEqual({ m: waiting, n: { ...waiting, aside: { until } }, o: waiting })
})

test('a spell that ended since all of it was left alone is no other’s, and stands in the history', () => {
  const { episodes } = opened()
  episodes.turn(at, 'opened', episode, [account])
  episodes.turn(at + minute, 'closed', { ...episode, closedAt: at + minute, end: 'ignored' }, [account])
  expect(episodes.open()).toEqual([])
  expect(episodes.since(at)).toMatchObject([{ end: 'ignored', messages: ['m1'] }])
})

test('an id that might be somebody’s name is not written down', () => {
  const path = join(ownFolder(), 'history.sqlite')
  const history = openHistory(path)
  const name = 'canary-anna@example.net'
  history.waiting.keep({ [name]: { ...waiting, account: name } })
  history.episodes.turn(at, 'opened', { ...episode, accounts: [name], messages: [`<${name}>`] }, [])
  history.changes.keep([{ at, what: 'network', line: foreignName(`${name} joined`) }])
  history.waiting.keep({})
  expect(history.waiting.read()).toEqual({})
  history.close()
  expect(readFileSync(path, 'latin1')).not.toContain('canary')
})

test('changes are written once, and read in their order', () => {
  const { changes } = opened()
  const [first, second] = [
    { at, what: 'vpn', line: foreignName('VPN went up') },
    { at: at + 5, what: 'wake', line: foreignName('Woke') },
  ] as const
  changes.keep([second])
  changes.keep([first, second])
  expect(changes.since(at)).toEqual([first, second])
  expect(changes.since(at + 1)).toEqual([second])
})

test('what is old is forgotten, but never an episode that goes on', async () => {
  const history = opened()
  const closed = { ...episode, id: 'e2', closedAt: at + 1, end: 'sent' } as const
  history.episodes.turn(at, 'opened', episode, [])
  history.episodes.turn(at, 'closed', closed, [])
  history.changes.keep([{ at, what: 'wake', line: foreignName('Woke') }])
  await history.forget(at + minute)
  expect(history.episodes.since(0).map(({ id }) => id)).toEqual(['e1'])
  expect(history.changes.since(0)).toEqual([])
})

test('a database of the first version keeps all it holds', () => {
  const folder = ownFolder()
  const path = join(folder, 'history.sqlite')
  const migrations = join(folder, 'migrations')
  mkdirSync(migrations)
  cpSync(migrationsFolder, migrations, { recursive: true })
  for (const file of readdirSync(migrations)) if (!file.startsWith('0001')) rmSync(join(migrations, file))
  // Written by the program of then: only what the first migration made.
  const old = openDatabase(path, { migrations })
  old.exec(`
    INSERT INTO account (key, host) VALUES ('k', 'smtp.example.net');
    INSERT INTO word (text) VALUES ('p');
    INSERT INTO phrase (text, last_day) VALUES ('It answered in # ms', 20000);
    INSERT INTO examination (account, at, elapsed, why, status) VALUES (1, ${at}, 5, 'asked', 'clear');
    INSERT INTO finding VALUES (1, 1, 0, 0, 1, '43', 43);
    INSERT INTO fact VALUES (1, 1, 0, ${at}, '{"ms":43}');
  `)
  old.close()

  const history = opened(path)
  expect([...history.examinations({ since: 0 })]).toMatchObject([
    { account: { key: 'k', host: 'smtp.example.net' }, findings: [{ probe: 'p', line: 'It answered in 43 ms' }] },
  ])
  history.episodes.turn(at, 'opened', { ...episode, cause: 'p' }, [account])
  history.record(recordOf({ findings: [{ probe: 'p', finding: known({}, 'It answered in 7 ms') }] }))
  expect([...history.examinations({ since: 0 })]).toHaveLength(2)
  expect(history.episodes.open()).toMatchObject([{ cause: 'p' }])
})
