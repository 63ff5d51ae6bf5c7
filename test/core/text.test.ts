import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asSet, harmless, withoutAddresses } from '../../src/core/text.ts'

describe('hostile text', () => {
  test.each([
    ['550 \u001b[31mred\u0007', '550 [31mred'],
    ['a\u202egnp.exe', 'a gnp.exe'],
    ['two\r\nlines\u2028three', 'two lines three'],
    ['nul\0byte', 'nul byte'],
    ['zero\u200bwidth', 'zero width'],
    ['half \ud800 a pair', 'half a pair'],
    ['  plain  ', 'plain'],
  ])('%j is shown as %j', (text, shown) => {
    expect(harmless(text)).toBe(shown)
  })

  test.each([
    ['550 5.1.1 <bob@example.com>: unknown', '550 5.1.1 <<address>>: unknown'],
    ['user=bob.o+x@mail.example.co.uk, wait', '<address>, wait'],
    ['no address here @ all', 'no address here @ all'],
  ])('%j loses its address', (text, shown) => {
    expect(withoutAddresses(text)).toBe(shown)
  })

  test('whatever comes, the result is one short line without controls, and doing it twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), fc.integer({ min: 5, max: 300 }), (text, most) => {
        const shown = harmless(text, most)
        expect([...shown].length).toBeLessThanOrEqual(most)
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
        expect(harmless(shown, most)).toBe(shown)
      }),
    )
  })

  test('a setting is as harmless, and what is not seen in it is not lost', () => {
    expect(asSet('mail.example.net')).toBe('mail.example.net')
    expect(asSet('mail.example.net ')).toBe('mail.example.net ')
    expect(asSet('mail.ex\u200bample.net\u202e')).toBe('mail.ex\ufffdample.net\ufffd')
    expect(asSet('x'.repeat(300))).toBe(`${'x'.repeat(252)}…`)
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), fc.integer({ min: 5, max: 300 }), (text, most) => {
        const shown = asSet(text, most)
        expect([...shown].length).toBeLessThanOrEqual(most)
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
        expect(shown === text).toBe([...text].length <= most && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/u.test(text))
      }),
    )
  })

  test('an address never survives', () => {
    fc.assert(
      fc.property(fc.string(), fc.emailAddress(), fc.string(), (before, address, after) => {
        const local = address.slice(0, address.lastIndexOf('@'))
        fc.pre(/^[\w.+-]+$/.test(local))
        expect(withoutAddresses(`${before} ${address} ${after}`, 2_000)).not.toContain(address)
      }),
    )
  })
})
