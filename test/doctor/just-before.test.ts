import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allCauses } from '../../src/causes/index.ts'
import type { Message } from '../../src/core/mail.ts'
import { type Change, joinedAnotherNetwork } from '../../src/core/network.ts'
import { render } from '../../src/core/render.ts'
import { foreignName, say, verbatim } from '../../src/core/sentence.ts'
import { justBeforeMs, justBeforeOf } from '../../src/doctor/just-before.ts'
import { allProbes } from '../../src/probes/index.ts'
import { encryption } from '../../src/probes/tls/encryption.ts'
import { chartOf, type Line, noon, type Rest } from '../causes/chart.ts'

const minute = 60_000
const vpnUp: Change = { at: 0, what: 'vpn', line: say('The VPN {name} connected', { name: verbatim('Quiet Tunnel') }) }
const vpnDown: Change = {
  at: 0,
  what: 'vpn',
  line: say('The VPN {name} disconnected', { name: verbatim('Quiet Tunnel') }),
}
const moved: Change = { at: 0, what: 'network', line: joinedAnotherNetwork }
const ago = (change: Change, minutes: number): Change => ({ ...change, at: noon - minutes * minute })
const waits = (minutes: number): Message => ({
  id: `${minutes}`,
  state: 'waiting',
  waitingSince: noon - minutes * minute,
})

function told(rest: Rest, id = 'vpn-blocks-mail', lines: readonly Line[] = [], testimony: readonly string[] = []) {
  const cause = allCauses.find((one) => one.id === id)
  if (!cause) throw new Error(`There is no ${id}.`)
  const found = justBeforeOf(cause, testimony, chartOf(lines, rest), allProbes)
  return found && { at: found.at, line: render(found.line) }
}

describe('what changed just before the mail began to wait', () => {
  test('is told with how long before, and when', () => {
    expect(told({ messages: [waits(20)], changes: [ago(vpnUp, 22)] })).toEqual({
      at: noon - 22 * minute,
      line: 'The VPN Quiet Tunnel connected, 2 minutes before your mail began to wait',
    })
    const { line } = told({ messages: [waits(20)], changes: [ago(vpnUp, 200)] }) ?? {}
    expect(line).toBe('The VPN Quiet Tunnel connected, 3 hours before your mail began to wait')
  })

  test('is the newest of several, before the oldest of what waits', () => {
    const changes = [ago(vpnUp, 60), ago(vpnUp, 30), ago(vpnUp, 10)]
    expect(told({ messages: [waits(5), waits(20)], changes })?.at).toBe(noon - 30 * minute)
  })

  test('is told by itself where nothing waits', () => {
    expect(told({ changes: [ago(vpnUp, 3)] })?.line).toBe(
      'The VPN Quiet Tunnel connected, shortly before this was found',
    )
  })

  test.each([
    ['the other way round', { messages: [waits(20)], changes: [ago(vpnDown, 22)] }],
    ['of another kind', { messages: [waits(20)], changes: [ago(moved, 22)] }],
    ['that came after it', { messages: [waits(20)], changes: [ago(vpnUp, 19)] }],
    ['too long before', { messages: [waits(20)], changes: [ago(vpnUp, 21 + justBeforeMs / minute)] }],
    [
      'after which mail still left',
      { messages: [waits(20)], changes: [ago(vpnUp, 22)], left: [{ account: 'a1', size: 0, at: noon - 21 * minute }] },
    ],
    ['that lies in the future of a clock that was set back', { messages: [waits(-60)], changes: [ago(vpnUp, -30)] }],
    [
      'that an older version wrote down as text',
      { messages: [waits(20)], changes: [{ ...ago(vpnUp, 22), line: foreignName('VPN went up: Quiet Tunnel') }] },
    ],
  ] satisfies [string, Rest][])('is nothing %s', (_name, rest) => {
    expect(told(rest)).toBeUndefined()
  })

  test('what is due later, as it is meant to, has not begun to wait', () => {
    const later: Message = { ...waits(60), state: 'scheduled' }
    expect(told({ messages: [later, waits(20)], changes: [ago(vpnUp, 22)] })?.line).toContain('2 minutes before')
  })

  test('is nothing where what is bad now was good after it', () => {
    const tone = (of: 'good' | 'bad') => ({ tone: of, line: foreignName('') })
    const secured = { id: encryption.id, finding: { state: 'known', fact: {}, telling: tone('good'), ms: 1 } } as const
    const now = { id: encryption.id, finding: { state: 'known', fact: {}, telling: tone('bad'), ms: 1 } } as const
    const at = (minutes: number) => ({
      messages: [waits(20)],
      changes: [ago(moved, 25)],
      before: [{ ...secured, ago: minutes * minute }],
    })
    const seen = (minutes: number, lines: readonly Line[], testimony = [encryption.id]) =>
      told(at(minutes), 'tls-cut-in-path', lines, testimony)?.at
    expect(seen(26, [now])).toBe(noon - 25 * minute)
    expect(seen(24, [now])).toBeUndefined()
    // It is still good, or the verdict rests on something else: then it says nothing of the change.
    expect(seen(24, [secured])).toBe(noon - 25 * minute)
    expect(seen(24, [now], [])).toBe(noon - 25 * minute)
  })

  test('whatever changed when: it is before the mail waits, not too long, and one that matters', () => {
    const change = fc.record({
      at: fc.integer({ min: -400, max: 30 }).map((minutes) => noon + minutes * minute),
      kind: fc.constantFrom(vpnUp, vpnDown, moved),
    })
    fc.assert(
      fc.property(
        fc.array(change).map((some) => some.map(({ at, kind }) => ({ ...kind, at })).toSorted((a, b) => a.at - b.at)),
        fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 3 }),
        fc.constantFrom(...allCauses),
        (changes, waiting, cause) => {
          const found = told({ changes, messages: waiting.map(waits) }, cause.id)
          const began = noon - Math.max(0, ...waiting) * minute
          const by = cause.broughtBy ?? []
          const fits = changes.filter(
            ({ at, what, line }) =>
              (by.includes(what) || by.some((one) => one === line.key)) && at <= began && began - at <= justBeforeMs,
          )
          expect(found?.at).toBe(fits.at(-1)?.at)
        },
      ),
    )
  })
})
