import fc from 'fast-check'
import { expect, test } from 'vitest'
import { render } from '../../src/core/render.ts'
import type { HttpAnswer } from '../../src/core/world.ts'
import { fateOf } from '../../src/telemetry/fate.ts'
import { encodedResponse } from './published.ts'

const now = Date.UTC(2026, 10, 21, 9)
const answered = (status: number, headers: Readonly<Record<string, string>> = {}, body = ''): HttpAnswer => ({
  outcome: 'answered',
  status,
  headers,
  body,
  ms: 1,
})
const told = (answer: HttpAnswer) => {
  const { told: sentence, ...fate } = fateOf(answer, now)
  return [fate, render(sentence)]
}

test.each([200, 202, 204])('%i is taken', (status) => {
  expect(told(answered(status))).toEqual([{ is: 'taken' }, 'The collector took it.'])
})

test('what was taken in part is not sent again', () => {
  const body = encodedResponse('metrics', { partialSuccess: { rejectedDataPoints: 200, errorMessage: 'out of order' } })
  expect(told(answered(200, {}, body.toString('latin1')))).toEqual([
    { is: 'taken' },
    'The collector took it, but not all (200 left out); it says: “out of order”',
  ])
})

test.each([429, 502, 503, 504])('%i may be tried again, when the collector says', (status) => {
  const words = `The collector cannot take it now (status ${status}); it is tried again later.`
  expect(told(answered(status))).toEqual([{ is: 'later' }, words])
  expect(told(answered(status, { 'retry-after': '120' }))).toEqual([{ is: 'later', afterMs: 120_000 }, words])
  const date = new Date(now + 90_000).toUTCString()
  expect(told(answered(status, { 'retry-after': date }))).toEqual([{ is: 'later', afterMs: 90_000 }, words])
})

test.each([
  ['999999999', 3_600_000],
  [new Date(now - 1e9).toUTCString(), 0],
  ['soon', undefined],
  ['-5', undefined],
])('a wait of “%s” keeps nobody for ever', (header, afterMs) => {
  const { told: _, ...fate } = fateOf(answered(429, { 'retry-after': header }), now)
  // Node and browsers take "-5" for a year before Christ's birth or a month; it is no time in any case.
  expect('afterMs' in fate ? Math.max(0, fate.afterMs ?? 0) : undefined).toBe(header === '-5' ? 0 : afterMs)
})

test.each([
  [301, 'leads on to another one (status 301), which is not followed'],
  [307, 'leads on to another one (status 307), which is not followed'],
  [400, 'does not understand what it is sent (status 400)'],
  [401, 'does not let this Mac in (status 401)'],
  [403, 'does not let this Mac in (status 403)'],
  [404, 'Nothing takes figures at this address (status 404)'],
  [405, 'Nothing takes figures at this address (status 405)'],
  [413, 'does not understand what it is sent (status 413)'],
  [415, 'does not understand what it is sent (status 415)'],
  [500, 'refused it (status 500)'],
  [501, 'refused it (status 501)'],
] as const)('%i is not tried again', (status, words) => {
  const [fate, sentence] = told(answered(status, { 'retry-after': '1' }))
  expect(fate).toEqual({ is: 'refused', status })
  expect(sentence).toContain(words)
})

test.each([
  ['silent', 'The collector did not answer.'],
  ['reset', 'The collector did not answer.'],
  ['unreachable', 'The collector did not answer.'],
  ['failed', 'The collector did not answer.'],
  ['refused', 'The collector did not answer: nothing takes connections there.'],
  ['no-such-name', 'The collector was not found: its name has no address.'],
  ['bad-certificate', 'The collector was not told anything: its certificate is not trusted.'],
] as const)('%s may pass', (outcome, words) => {
  expect(told({ outcome, ms: 1 })).toEqual([{ is: 'later' }, words])
})

test('every answer is one fate with one sentence', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 999 }),
      fc.string({ unit: 'binary' }),
      fc.string(),
      (status, body, wait) => {
        const fate = fateOf(answered(status, { 'retry-after': wait }, body), now)
        expect(render(fate.told)).not.toBe('')
        if (fate.is === 'later') expect(fate.afterMs ?? 0).toBeLessThanOrEqual(3_600_000)
      },
    ),
  )
})
