import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { heldUntil, messageAsOf } from '../../src/core/held.ts'
import type { Message } from '../../src/core/mail.ts'

const at = Date.UTC(2026, 10, 20)
const minute = 60_000
const message = (more: Partial<Message>): Message => ({ id: 'm', waitingSince: at, state: 'waiting', ...more })

describe('a message that is meant to wait', () => {
  test('is one that can be taken back for a minute, and no longer', () => {
    const undo = message({ state: 'undo-send' })
    expect(messageAsOf(undo, at + minute - 1)).toBe(undo)
    expect(messageAsOf(undo, at + minute)).toEqual(message({}))
  })

  test('is one to be sent later until its time, and has waited since then', () => {
    const later = message({ state: 'scheduled', due: at + 60 * minute })
    expect(messageAsOf(later, at + 60 * minute)).toBe(later)
    expect(messageAsOf(later, at + 62 * minute)).toMatchObject({ state: 'waiting', waitingSince: at + 60 * minute })
  })

  test('of which nobody knows until when, waits on', () => {
    const later = message({ state: 'scheduled' })
    expect(messageAsOf(later, at + 1e12)).toBe(later)
  })

  test('is that before its end and never after', () => {
    const state = fc.constantFrom('waiting', 'scheduled', 'undo-send')
    const due = fc.option(fc.integer({ min: at - 1e9, max: at + 1e9 }), { nil: undefined })
    fc.assert(
      fc.property(state, due, fc.integer({ min: at - 2e9, max: at + 2e9 }), (is, until, now) => {
        const one = message({ state: is, ...(until !== undefined && { due: until }) })
        const as = messageAsOf(one, now)
        expect(as.state === 'waiting').toBe(is === 'waiting' || now >= heldUntil(one))
        expect(as.waitingSince).toBeGreaterThanOrEqual(one.waitingSince)
        expect(messageAsOf(as, now)).toBe(as)
      }),
    )
  })
})
