import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromModifiedUtf7 } from '../../src/core/modified-utf7.ts'

/** As RFC 3501 writes it: what is not printable ASCII in base64 of UTF-16, with a comma for the slash. */
function modifiedUtf7(name: string): string {
  return name.replaceAll('&', '&-').replaceAll(/[^ -~]+/gu, (run) => {
    const bytes = Buffer.from(run, 'utf16le').swap16()
    return `&${bytes.toString('base64').replaceAll('=', '').replaceAll('/', ',')}-`
  })
}

test('any name comes back from its form on the wire', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(fromModifiedUtf7(modifiedUtf7(name))).toBe(name)
    }),
    { numRuns: 2_000 },
  )
})

// RFC 3501 §5.1.3 gives the first.
test.each([
  ['~peter/mail/&U,BTFw-/&ZeVnLIqe-', '~peter/mail/台北/日本語'],
  ['Entw&APw-rfe', 'Entwürfe'],
  ['Tom &- Jerry', 'Tom & Jerry'],
  ['&2D3eAA-', '😀'],
])('%s is %s', (coded, name) => {
  expect(fromModifiedUtf7(coded)).toBe(name)
})

test.each(['Tom & Jerry', '&A-', '&2D0-', 'a&-b&2AA-', '&', ''])('%j is no such form, and stays as it is', (name) => {
  expect(fromModifiedUtf7(name)).toBe(name)
})
