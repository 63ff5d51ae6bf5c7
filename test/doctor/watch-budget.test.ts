import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { initialWatchState } from '../../src/doctor/watch-state.ts'
import { minute, observation, quiet, Story, second, start } from './story.ts'

const hour = 60 * minute

/** Lets so much time pass with a network that changes every so often; counts what begins, by account and depth. */
function count(story: Story, ms: number, everyMs: number, answer: { grew: boolean; cause?: string }) {
  const began: { account: string; depth: string; at: number }[] = []
  const take = () => {
    for (const command of story.commands.splice(0))
      if (command.do === 'examine') began.push({ ...command, at: story.state.at })
    const { examining } = story.state
    if (examining) story.happens({ is: 'examined', account: examining, ...answer }, 5 * second)
  }
  for (let step = 0, flips = 0; story.state.at < start + ms; step++) {
    if (everyMs > 0 && step % (everyMs / (10 * second)) === 0)
      story.happens({ is: 'network', online: true, network: `n${flips++ % 2}` })
    story.happens({ is: 'tick' }, 10 * second)
    take()
  }
  return began
}

const ofHome = (began: readonly { account: string }[]) => began.filter(({ account }) => account === 'home').length

describe('a network that comes and goes', () => {
  test('every minute costs no healthy account more than three times what a steady one does', () => {
    const steady = ofHome(count(quiet(), hour, 0, { grew: false }))
    const flapping = ofHome(count(quiet(), hour, minute, { grew: false }))
    expect(steady).toBeGreaterThan(0)
    expect(flapping).toBeGreaterThanOrEqual(steady)
    expect(flapping).toBeLessThanOrEqual(3 * steady)
  })

  test('does not abort for ever what is under way', () => {
    const story = quiet().happens({ is: 'asked', account: 'home' })
    for (let flips = 0; flips < 3; flips++)
      story.happens({ is: 'network', online: true, network: `n${flips}` }, 30 * second)
    story.pass(2 * minute).told()
    expect(story.state.examining).toBe('home')
    story.happens({ is: 'network', online: true, network: 'other' }, 30 * second)
    expect(story.told()).not.toContain('abort home')
  })

  test('is waited for longer each time, and looked at soon after the first change', () => {
    const story = quiet()
    story.happens({ is: 'network', online: true, network: 'a' })
    expect(story.pass(2 * second).told()).toEqual(['examine home: network'])
    story.happens({ is: 'network', online: true, network: 'b' }, second)
    expect(story.pass(9 * second).told()).toEqual(['abort home'])
    expect(story.pass(second).told()).toEqual(['examine home: network'])
  })

  test('and stuck mail: no more than six whole examinations in any hour', () => {
    const story = quiet().sees([{}, { account: 'work', id: 'other' }])
    const began = count(story, 24 * hour, minute, { grew: true, cause: 'x' })
    for (const account of ['home', 'work']) {
      const times = began.filter((one) => one.account === account && one.depth === 'whole').map(({ at }) => at)
      expect(times.length).toBeGreaterThan(24)
      for (const at of times)
        expect(times.filter((other) => other >= at && other < at + hour).length).toBeLessThanOrEqual(6)
    }
  })
})

test('what was spent is not forgotten by a restart; what a person asks for is free', () => {
  const begun = Array.from({ length: 6 }, (_, index) => ({ at: start - index * minute, whole: true, asked: false }))
  const story = new Story()
  story.state = initialWatchState({ at: start, elapsed: 0 }, [], {}, { home: begun.reverse() })
  story.sees([{}], { accounts: observation([]).accounts.slice(0, 1) })
  story.pass(10 * minute)
  expect(story.told()).toEqual(['opened'])
  expect(story.happens({ is: 'asked', account: 'home' }).told()).toEqual(['examine home: asked'])
})

test('an answer that comes after its examination was broken off makes no light one of it', () => {
  const story = quiet().happens({ is: 'asked', account: 'home' })
  story.happens({ is: 'network', online: false, network: 'none' }, minute)
  expect(story.told()).toEqual(['examine home: asked', 'abort home'])
  const whole = () => story.state.begun.home?.filter((one) => one.whole).length
  const before = whole()
  story.happens({ is: 'examined', account: 'home', grew: false })
  expect(whole()).toBe(before)
})

test('whatever happens, no account is examined wholly more than six times in an hour unasked', () => {
  const event = fc.oneof(
    fc.nat(5).map((network) => ({ is: 'network', online: network > 0, network: String(network) }) as const),
    fc.constantFrom({ is: 'slept' } as const, { is: 'woke' } as const, { is: 'resumed' } as const),
    fc.constant({ is: 'tick' } as const),
    fc.nat(3).map((id) => ({ is: 'observed', observation: observation(id > 0 ? [{ id: `m${id}` }] : []) }) as const),
    fc.boolean().map((grew) => ({ is: 'examined', account: 'home', grew, ...(grew && { cause: 'x' }) }) as const),
    fc.constant({ is: 'aborted', account: 'home' } as const),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(event, fc.nat(3 * minute)), { maxLength: 150 }), (events) => {
      const story = new Story()
      const began: number[] = []
      let whole = false
      for (const [happening, after] of events) {
        // Of a light one that did not grow, the answer tells.
        if (happening.is === 'examined' && !happening.grew && story.state.examining === 'home' && !whole) began.pop()
        // As the agent tells it: whatever was asked wholly from the beginning has grown.
        const told = happening.is === 'examined' && whole ? { ...happening, grew: true } : happening
        story.happens(told, after)
        for (const command of story.commands.splice(0))
          if (command.do === 'examine' && command.account === 'home') {
            began.push(story.state.at)
            whole = command.depth === 'whole'
            const last = began.filter((at) => at > story.state.at - hour)
            expect(last.length).toBeLessThanOrEqual(6)
          }
        if (story.state.examining === 'work') story.happens({ is: 'examined', account: 'work', grew: false })
      }
    }),
    { numRuns: 3_000 },
  )
})
