import { expect, test } from 'vitest'
import { forbiddenKinds, isForbiddenBy, strangeFixes } from '../../src/core/fix-rules.ts'
import { rendered } from '../../src/core/rendered.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { allRemedies } from '../../src/remedies/index.ts'

const why = foreignName('not here')
const forbids = (word: string) => allRemedies.filter((one) => isForbiddenBy({ forbidden: [word], why }, one))

test('no fix is called as a word that forbids many, and each can be forbidden alone', () => {
  for (const { id } of allRemedies) {
    expect(forbiddenKinds).not.toContain(id)
    expect(id).toMatch(/^[a-z0-9-]+$/)
    expect(forbids(id).map((one) => one.id)).toEqual([id])
  }
})

test('all that is done by us is forbidden by one word, and no guide and no text', () => {
  expect(forbids('all').map(({ id }) => id)).toEqual(allRemedies.filter((one) => 'apply' in one).map(({ id }) => id))
})

test.each(['admin', 'mail', 'network', 'settings'])('“%s” forbids some of them', (word) => {
  const found = forbids(word)
  expect(found.length).toBeGreaterThan(0)
  for (const one of found) expect('apply' in one && [one.kind, one.touches]).toContain(word)
})

test('a slip of the pen, which forbids nothing, is told', () => {
  const ids = allRemedies.map(({ id }) => id)
  expect(strangeFixes(['all', 'network', ...ids], ids)).toEqual([])
  expect(rendered(strangeFixes(['swich-port'], ids))).toEqual([
    'The setting “forbiddenFixes”: there is no fix “swich-port”, so nothing is forbidden by it.',
  ])
})
