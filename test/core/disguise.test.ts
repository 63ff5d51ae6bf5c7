import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskWords } from '../../src/core/disguise.ts'
import { withoutAddresses } from '../../src/core/text.ts'
import { disguises } from './disguises.ts'

const canaries = [
  ...['hunter2canary', 'Pass+Wörd/Canary', 'c4n4ry$%^&', 'correct horse canary', '(canary)[x]*', 'schlüsselkanarie'],
  ...['anna.canary@example.org', 'rcpt+canary@example.net', "o'canary@example.com", '"rcpt canary"@example.org'],
  ...[
    'canary_7@sub.example.co.uk',
    'kanarie@bücher.example',
    'canary%x@example.org',
    'c-a-n@example.io',
    'canary9@a.example',
  ],
]

describe('fifteen canaries in every disguise', () => {
  test('there are fifteen', () => expect(canaries).toHaveLength(15))

  test.each(Object.entries(disguises))('%s', (_, disguise) => {
    for (const canary of canaries) {
      const shown = disguise(canary)
      for (const text of [shown, `535 5.7.8 ${shown} is wrong`, `user=<${shown}>, id=7`, `${shown} ${shown}`])
        expect(maskWords([canary], '<login>')(text)).not.toContain(shown)
    }
  })
})

test('what is not known stays as it is', () => {
  const text = '535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6 limit=40MB, try again at 10 %'
  expect(maskWords(['hunter2', 'ab', '', 'anna@example.org'], '<login>')(text)).toBe(text)
  expect(withoutAddresses(text)).toBe(text)
})

test('whatever the words, it ends soon and never throws', () => {
  const started = performance.now()
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(fc.string({ maxLength: 60 }), { maxLength: 4 }),
      (text, words) => {
        expect(typeof maskWords(words, '<login>')(text)).toBe('string')
      },
    ),
    { numRuns: 500 },
  )
  withoutAddresses('a'.repeat(200_000), 50_000)
  withoutAddresses('"'.repeat(20_000), 50_000)
  expect(performance.now() - started).toBeLessThan(20_000)
})

test.each([
  'rcpt%40example.org',
  'rcpt%40EXAMPLE.org',
  'rcpt=40example.org',
  'rcpt&#64;example.org',
  'rcpt&#x40;example.org',
  'rcpt＠example.org',
  '"rcpt x"@example.org',
  '"rcpt \\" x"@example.org',
  'rcpt [at] example.org',
  'rcpt(at)example.org',
])('the address of nobody we know is taken out as %s', (address) => {
  for (const text of [address, `550 5.1.1 <${address}>: unknown`, `to=${address}, relay=x`]) {
    const told = withoutAddresses(text)
    expect(told).toContain('<address>')
    expect(told).not.toMatch(/rcpt/)
  }
})
