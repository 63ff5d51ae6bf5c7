import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import type { SecretUse, SignInPurpose } from '../../src/core/sign-ins.ts'
import { type History, openHistory } from '../../src/history/history.ts'
import { ownFolder } from './folder.ts'

const start = Date.UTC(2026, 10, 20)
const minute = 60_000
const hour = 60 * minute
const said: SecretUse = { protocol: 'smtp', host: 'smtp.example.net', username: 'anna', secret: 'zebra-7-canary' }

function ledger(path = ':memory:') {
  const time = { now: start }
  let history: History = openHistory(path, () => time.now)
  onTestFinished(() => history.close())
  const ask = async (
    asked: boolean,
    outcome: string,
    more: Partial<SecretUse> = {},
    purpose: SignInPurpose = 'alone',
  ) => {
    const permit = await history.signIns(asked).mayTry({ ...said, ...more }, purpose)
    if (permit.may) permit.ended(outcome)
    return permit.may ? 'tried' : permit.since
  }
  const restart = () => {
    history.close()
    history = openHistory(path, () => time.now)
  }
  return { time, ask, restart }
}

test('a secret that was refused is never said again, after a restart neither; another one is', async () => {
  const { ask, time, restart } = ledger(join(ownFolder(), 'history.sqlite'))
  expect(await ask(true, 'refused')).toBe('tried')
  restart()
  expect(await ask(true, 'accepted', { host: 'SMTP.example.NET' })).toBe('refused')
  expect(await ask(true, 'refused', { secret: 'another' })).toBe('tried')
  time.now += 300 * 24 * hour
  // With another tried in between, too.
  expect(await ask(true, 'accepted')).toBe('refused')
  expect(await ask(true, 'accepted', { protocol: 'imap' })).toBe('tried')
})

test('a secret that was accepted is not said again for hours, unless somebody asks', async () => {
  const { ask, time } = ledger()
  expect(await ask(false, 'accepted')).toBe('tried')
  time.now += 3 * hour
  expect(await ask(false, 'accepted')).toBe('accepted')
  expect(await ask(true, 'accepted')).toBe('tried')
  time.now += 5 * hour
  expect(await ask(false, 'accepted')).toBe('tried')
})

test('a trial goes on behind a secret that was accepted a moment ago, once, and not behind one that was refused', async () => {
  const { ask, time } = ledger()
  expect(await ask(false, 'accepted', { protocol: 'imap' })).toBe('tried')
  expect(await ask(false, 'accepted')).toBe('tried')
  expect(await ask(false, 'accepted')).toBe('accepted')
  expect(await ask(false, 'accepted', {}, 'trial')).toBe('tried')
  // One is left for a person, and none for us.
  expect(await ask(false, 'accepted', {}, 'trial')).toBe('often')
  expect(await ask(true, 'refused', {}, 'trial')).toBe('tried')
  time.now += 30 * hour
  for (const asked of [false, true]) expect(await ask(asked, 'accepted', {}, 'trial')).toBe('refused')
})

test('one that was accepted may be said again and again for a look, and costs nobody else anything', async () => {
  const { ask, time, restart } = ledger(join(ownFolder(), 'history.sqlite'))
  const look = (outcome: string) => ask(false, outcome, {}, 'again')
  expect(await look('accepted')).toBe('tried')
  for (let times = 0; times < 90; times += 1) {
    time.now += 15 * minute
    expect(await look(times % 2 === 0 ? 'accepted' : 'silent')).toBe('tried')
  }
  restart()
  time.now += hour
  for (const _ of [1, 2, 3, 4]) expect(await ask(true, 'accepted')).toBe('tried')
})

test('a look with one that was refused meanwhile, or that nobody has accepted, is bound by what all are bound by', async () => {
  const { ask, time } = ledger()
  const look = (outcome: string) => ask(false, outcome, {}, 'again')
  expect(await look('silent')).toBe('tried')
  expect(await look('silent')).toBe('tried')
  expect(await look('silent')).toBe('tried')
  expect(await look('accepted')).toBe('often')
  time.now += 2 * hour
  expect(await look('accepted')).toBe('tried')
  time.now += 15 * minute
  expect(await look('refused')).toBe('tried')
  time.now += 30 * 24 * hour
  expect(await look('accepted')).toBe('refused')
  expect(await ask(true, 'accepted')).toBe('refused')
})

test('a secret that was perhaps refused is said again only when somebody asks', async () => {
  const { ask, time } = ledger()
  expect(await ask(false, 'perhaps-refused')).toBe('tried')
  time.now += 50 * hour
  expect(await ask(true, 'silent', { secret: 'another' })).toBe('tried')
  expect(await ask(false, 'accepted')).toBe('refused')
  expect(await ask(true, 'accepted')).toBe('tried')
  time.now += 50 * hour
  expect(await ask(false, 'accepted')).toBe('tried')
})

test('who asks again and again is told of the last time, and nothing is said more often than four times an hour', async () => {
  const { ask } = ledger()
  const all: string[] = []
  for (let times = 0; times < 6; times++) all.push(await ask(true, 'accepted'))
  expect(all).toEqual(['tried', 'tried', 'tried', 'tried', 'accepted', 'accepted'])
  expect(await ask(true, 'accepted', { secret: 'new' })).toBe('often')
  expect(await ask(true, 'accepted', { host: 'other.example.net' })).toBe('tried')
})

test('after one typing error the right password may be said at once, for receiving and for sending, even if all were used up', async () => {
  const { ask, time } = ledger(join(ownFolder(), 'history.sqlite'))
  for (const secret of ['a', 'b', 'c', 'd']) expect(await ask(true, 'refused', { secret })).toBe('tried')
  expect(await ask(true, 'accepted')).toBe('often')
  const typed = (outcome: string, more: Partial<SecretUse>) => ask(true, outcome, more, 'typed')
  expect(await typed('refused', { secret: 'mistyped', protocol: 'imap' })).toBe('tried')
  expect(await typed('accepted', { protocol: 'imap' })).toBe('tried')
  expect(await typed('accepted', {})).toBe('tried')
  // Whatever is asked by nobody who types has nothing of it.
  expect(await ask(true, 'accepted', { secret: 'another' })).toBe('often')
  expect(await typed('accepted', { secret: 'changed again' })).toBe('often')
  time.now += hour
  expect(await typed('accepted', { secret: 'changed again' })).toBe('tried')
})

test('a typed password may be wrong twice; what was refused is not said again, and the third waits', async () => {
  const { ask, time, restart } = ledger(join(ownFolder(), 'history.sqlite'))
  const typed = (secret: string) => ask(true, 'refused', { secret }, 'typed')
  for (const secret of ['a', 'b', 'c', 'd']) await ask(true, 'silent', { secret })
  expect(await typed('first')).toBe('tried')
  time.now += minute
  restart()
  expect(await typed('first')).toBe('refused')
  expect(await typed('second')).toBe('tried')
  expect(await typed('third')).toBe('often')
  // All but the second are an hour ago.
  time.now += hour - minute
  expect(await typed('third')).toBe('tried')
})

test('whatever is typed, no server hears more than seven in an hour, and no more than six that are wrong', async () => {
  const outcome = fc.constantFrom('accepted', 'refused', 'silent')
  const purpose = fc.constantFrom<SignInPurpose>('alone', 'trial', 'typed')
  const tries = fc.array(fc.tuple(fc.boolean(), outcome, purpose, fc.nat(12 * minute)), {
    minLength: 15,
    maxLength: 25,
  })
  await fc.assert(
    fc.asyncProperty(tries, async (some) => {
      const { ask, time } = ledger()
      const said: { at: number; wrong: boolean }[] = []
      for (const [index, [asked, ended, why, after]] of some.entries()) {
        time.now += after
        if ((await ask(asked, ended, { secret: `number ${index}` }, why)) !== 'tried') continue
        said.push({ at: time.now, wrong: ended !== 'accepted' })
        const lately = said.filter(({ at }) => at > time.now - hour)
        expect(lately.length).toBeLessThanOrEqual(7)
        expect(lately.filter(({ wrong }) => wrong).length).toBeLessThanOrEqual(6)
      }
    }),
    { numRuns: 3 },
  )
})

test('whatever happens, no server hears more than four in an hour and twenty in a day', async () => {
  const outcome = fc.constantFrom('accepted', 'refused', 'silent', 'not-judged')
  const secret = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  const tries = fc.array(fc.tuple(fc.boolean(), outcome, secret, fc.nat(20 * minute)), { minLength: 12, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(tries, async (some) => {
      const { ask, time } = ledger()
      const at: number[] = []
      const refused = new Set<string>()
      for (const [asked, ended, one, after] of some) {
        time.now += after
        if ((await ask(asked, ended, { secret: one })) !== 'tried') continue
        expect(refused.has(one)).toBe(false)
        if (ended === 'refused') refused.add(one)
        at.push(time.now)
        expect(at.filter((other) => other > time.now - hour).length).toBeLessThanOrEqual(4)
        expect(at.filter((other) => other > time.now - 24 * hour).length).toBeLessThanOrEqual(20)
      }
    }),
    { numRuns: 3 },
  )
})

test('neither the secret nor the user stands in the database', async () => {
  const path = join(ownFolder(), 'history.sqlite')
  const { ask, restart } = ledger(path)
  await ask(true, 'refused')
  restart()
  for (const file of [path, `${path}-wal`]) {
    const bytes = readFileSync(file).toString('latin1')
    expect(bytes).not.toMatch(/zebra|canary|anna/)
  }
})

test('a clock that was ahead neither locks the ledger for a year nor opens it', async () => {
  const { ask, time } = ledger()
  time.now = start + 366 * 24 * hour
  for (const secret of ['a', 'b', 'c', 'd']) await ask(true, 'silent', { secret })
  time.now = start
  expect(await ask(true, 'silent', { secret: 'e' })).toBe('often')
})
