import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dialogs } from '../../src/knowledge/dialogs.ts'
import { explainCode } from '../../src/knowledge/explain-code.ts'
import { causeIds } from './cause-ids.ts'

const file = join(import.meta.dirname, '../recordings/field/pasted.json')
const { pastes } = JSON.parse(readFileSync(file, 'utf8')) as {
  pastes: { text: string; right: (string | null)[] }[]
}
const meansOf = (text: string) => explainCode(text)?.means[0] ?? null

describe('what people paste', () => {
  test.each(pastes)('$text', ({ text, right }) => {
    expect(right).toContain(meansOf(text))
  })

  test('line ends of any kind, and marks of quotation in front, change nothing', () => {
    for (const { text } of pastes) {
      expect(meansOf(text.replaceAll('\n', '\r\n')), text).toBe(meansOf(text))
      expect(meansOf(text.replaceAll(/^/gm, '> ')), text).toBe(meansOf(text))
    }
  })

  test('polite words around it do not win over the reply', () => {
    for (const { text, right } of pastes.filter(({ text: one }) => /^[25]\d\d |said: \d/.test(one)))
      expect(right, text).toContain(
        meansOf(
          `Hello, my mailbox is full of spam and my password is fine.\n\n${text}\n\nPlease help, the server is down!`,
        ),
      )
  })

  test('dialogs name causes that exist', () => {
    for (const { means, pattern } of dialogs) for (const id of means) expect(causeIds, pattern).toContain(id)
  })

  test('the longest paste is explained at once', () => {
    const piece = fc.constantFrom(
      '550 5.1.1 ',
      'Status: ',
      '\n',
      '> ',
      'said: ',
      'NO [',
      '-ERR ',
      'server response was: ',
      'x ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 300 }), (pieces) => {
        explainCode(pieces.join(''))
      }),
      { numRuns: 100 },
    )
    // Processor time: a busy machine does not count.
    const before = process.threadCpuUsage()
    for (const text of ['550 ', 'NO ', '550-5.1.1 x\n', '> > ', 'server response was: ', 'a.b ', 'Status: 5.1.1\n'])
      explainCode(text.repeat(100_000))
    const { user, system } = process.threadCpuUsage(before)
    expect((user + system) / 1_000).toBeLessThan(3_000)
  })
})
