import { describe, expect, test } from 'vitest'
import { render } from '../../src/core/render.ts'
import { rendered } from '../../src/core/rendered.ts'
import type { Millis } from '../../src/core/time.ts'
import { openWeb } from '../../src/probes/network/open-web.ts'
import { clockOffset } from '../../src/probes/tls/clock-offset.ts'
import { systemClock } from '../../src/world/real/clock.ts'
import { simulatedClock } from '../../src/world/simulated/clock.ts'
import { askAlone, examination, factOf } from '../examination.ts'
import { type MadeUp, madeUpNet } from '../made-up-net.ts'

const check = { url: 'http://captive.example.com/hotspot', body: 'Success' }
const clocks = ['https://www.example.com/', 'https://www.example.net/']
const day: Millis = 86_400_000

async function world(offset: Millis, pages: NonNullable<MadeUp['pages']>, wish: MadeUp = {}) {
  const clock = simulatedClock(Date.now(), offset)
  const { net, requests } = await madeUpNet({ ...wish, clock, pages })
  return { given: { net, clock, outside: { captiveChecks: [check], clocks } }, requests }
}

const fine = { [check.url]: { body: check.body }, 'https://www.example.com/': {}, 'https://www.example.net/': {} }

describe('by pages of three hosts', () => {
  test.each([
    [0, 'good', 'The clock is right'],
    [4 * 60_000, 'good', 'The clock is 4 minutes ahead'],
    [-11 * 60_000, 'bad', 'The clock is 11 minutes behind'],
  ])('%d ms off', async (off, tone, line) => {
    const { given } = await world(off, fine)
    const { fact, telling } = await factOf(clockOffset, given)
    expect(Math.abs(fact.offset - off)).toBeLessThan(3_000)
    expect(fact.sources.map(({ host }) => host).sort()).toEqual([
      'captive.example.com',
      'www.example.com',
      'www.example.net',
    ])
    expect(rendered(telling)).toEqual({ tone, line })
  })
})

test('a clock that is years off makes certificates look bad, and plain HTTP still tells the time', async () => {
  const { given } = await world(-3 * 365 * day, fine)
  const { fact, telling } = await factOf(clockOffset, given)
  expect(fact.sources.map(({ host }) => host)).toEqual(['captive.example.com'])
  expect(rendered(telling)).toEqual({ tone: 'bad', line: 'The clock is 3 years behind' })
})

test('one host that is wrong does not decide', async () => {
  const wrong = { headers: { date: new Date(Date.now() - 40 * day).toUTCString() } }
  const { given } = await world(0, { ...fine, 'https://www.example.com/': wrong })
  const { fact, telling } = await factOf(clockOffset, given)
  expect(fact.sources).toHaveLength(3)
  expect(render(telling.line)).toBe('The clock is right')
})

test("a sign-in page's clock is nobody's", async () => {
  const portal = { status: 302, headers: { location: 'http://portal.test/', date: new Date(0).toUTCString() } }
  const { given } = await world(0, {
    [check.url]: portal,
    'https://www.example.com/': 'refused',
    'https://www.example.net/': 'refused',
  })
  await expect(askAlone(clockOffset, given)).rejects.toThrow('No one who knows the time answered.')
})

test.each(['nonsense', ''])('a Date of %j is none', async (date) => {
  const page = { headers: { date } }
  const { given } = await world(0, { ...fine, 'https://www.example.com/': page, 'https://www.example.net/': page })
  const { fact } = await factOf(clockOffset, given)
  expect(fact.sources.map(({ host }) => host)).toEqual(['captive.example.com'])
})

test('the captive checks are asked once for both probes', async () => {
  const { given, requests } = await world(0, fine)
  const exam = examination(given)
  await Promise.all([clockOffset, openWeb].map((probe) => probe.ask(exam, exam.signal, () => {})))
  expect(requests.filter((url) => url === check.url)).toHaveLength(1)
})

describe('in words', () => {
  test.each([
    [2_999, 'The clock is right'],
    [-3_000, 'The clock is 3 seconds behind'],
    [60_000, 'The clock is 1 minute ahead'],
    [3 * 3_600_000, 'The clock is 3 hours ahead'],
    [3 * day, 'The clock is 3 days ahead'],
    [-365 * day, 'The clock is 1 year behind'],
  ])('%d', (offset, line) => {
    const { chart } = examination({ clock: systemClock })
    expect(render(clockOffset.describe({ offset, sources: [] }, chart).line)).toBe(line)
  })
})
