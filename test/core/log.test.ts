import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultForms, faultOf } from '../../src/core/fault.ts'
import { memoryLog } from '../../src/core/log.ts'
import { logEvents } from '../../src/core/log-events.ts'
import { codeOf } from '../../src/world/real/reach.ts'
import { HandClock } from '../hand-clock.ts'

describe('of what was thrown', () => {
  test('stay the class, the code and our own lines', () => {
    const { stack = '' } = new Error('x')
    expect(stack).not.toBe('')
    const error = Object.assign(new TypeError('canary'), { code: 'ENOSPC' })
    error.stack = `TypeError: canary\n    at open (node:fs:1:2)\n    at tell (${new URL('../../src/doctor/watch.ts', import.meta.url).href}:31:9)\n    at ${new URL('../../src/agent.ts', import.meta.url).pathname}:7:1`
    expect(faultOf(error)).toEqual({ name: 'TypeError', code: 'ENOSPC', places: ['doctor/watch.ts:31', 'agent.ts:7'] })
  })

  test('a frame that stands in a message is none', () => {
    const forged = `x\n    at y (${new URL('../../src/canary.ts', import.meta.url).href}:1:1)`
    expect(faultOf(new Error(forged)).places ?? []).not.toContain('canary.ts:1')
    expect(JSON.stringify(faultOf(new Error(forged)))).not.toContain('canary')
  })

  test('a code of ours is taken from the error that caused it', () => {
    const cause = Object.assign(new Error('canary'), { code: 'SQLITE_FULL' })
    expect(faultOf(new Error('canary', { cause }))).toMatchObject({ code: 'SQLITE_FULL' })
  })

  test.each([['Kn4rr-Pass'], ['mail.example.net'], ['anna@example.net'], [535], ['canary'], ['E'], [undefined]])(
    'the code %j is none',
    (code) => {
      expect(faultOf(Object.assign(new Error('x'), { code })).code).toBeUndefined()
    },
  )

  test('whatever is thrown: nothing else comes out, and nothing is thrown again', () => {
    const trap = new Proxy(new Error('canary'), {
      get() {
        throw new Error('canary')
      },
      getPrototypeOf() {
        throw new Error('canary')
      },
    })
    const forms = (fault: object) =>
      Object.entries(fault).every(([name, value]) =>
        name === 'name'
          ? faultForms.name.test(value)
          : name === 'code'
            ? faultForms.code.test(value)
            : Array.isArray(value),
      )
    const message = fc.string({ unit: 'binary', maxLength: 300 })
    const thrown = fc.oneof(
      fc.anything(),
      fc.constant(trap),
      fc.tuple(message, fc.anything()).map(([text, code]) => Object.assign(new Error(text), { code })),
      fc.tuple(message, message).map(([text, stack]) => Object.assign(new Error(text), { stack })),
    )
    fc.assert(fc.property(thrown, (one) => forms(faultOf(one))))
  })
})

test('every event has a name that may be read again', () => {
  for (const event of Object.keys(logEvents)) expect(event).toMatch(/^[a-z]+(-[a-z]+){0,4}$/)
})

describe('a log', () => {
  test('has its time from the clock it is given, and nothing of an error but its form', async () => {
    const clock = new HandClock(Date.UTC(2026, 2, 2, 9))
    const log = memoryLog(clock, 'app')
    log.error('history-failed', { error: new TypeError('canary of anna@example.net') })
    log.warn('question-failed', { of: { id: 'server-name' }, fault: { name: 'Error' } })
    log.info('started')
    const entries = await log.newest(9)
    expect(entries).toMatchObject([
      { when: Date.UTC(2026, 2, 2, 9), level: 'error', program: 'app', event: 'history-failed', name: 'TypeError' },
      { level: 'warn', event: 'question-failed', of: 'server-name', name: 'Error' },
      { level: 'info', event: 'started' },
    ])
    expect(JSON.stringify(entries)).not.toMatch(/canary|anna/)
  })

  test('an id that is none is left out', async () => {
    const log = memoryLog(new HandClock(0))
    for (const id of ['anna@example.net', 'mail.example.net', 'a b', '']) log.error('answer-failed', { of: { id } })
    expect((await log.newest(9)).map(({ of }) => of)).toEqual([undefined])
  })

  test('the same is written once a minute, with how often it came in between', async () => {
    const clock = new HandClock(0)
    const log = memoryLog(clock)
    for (let second = 0; second <= 60; second += 1) {
      log.error('look-failed', { of: { id: 'outlook' } })
      if (second === 30) log.error('look-failed', { of: { id: 'thunderbird' } })
      await clock.pass(1_000)
    }
    expect((await log.newest(9)).map(({ of, again }) => [of, again])).toEqual([
      ['outlook', undefined],
      ['thunderbird', undefined],
      ['outlook', 59],
    ])
  })

  test('keeps its newest entries only, and never throws', async () => {
    const log = memoryLog(new HandClock(0), 'app', 3)
    for (let n = 0; n < 9; n += 1) log.error('answer-failed', { of: { id: `request${n}` } })
    expect((await log.newest(9)).map(({ of }) => of)).toEqual(['request6', 'request7', 'request8'])
    expect((await log.newest(1)).map(({ of }) => of)).toEqual(['request8'])
    const broken = {
      get error() {
        throw new Error('canary')
      },
    }
    expect(() => log.error('answer-failed', broken)).not.toThrow()
  })
})

test('an error from a file of ours names its line', () => {
  // `codeOf` is called by what it is given.
  const error = new Proxy(new Error('canary'), {
    has() {
      throw new RangeError('canary')
    },
  })
  let thrown: unknown
  try {
    codeOf(error)
  } catch (found) {
    thrown = found
  }
  expect(faultOf(thrown)).toMatchObject({
    name: 'RangeError',
    places: [expect.stringMatching(/^world\/real\/reach\.ts:\d+$/)],
  })
})
