import { expect, test } from 'vitest'
import { de } from '../../src/words/de.ts'
import { spokenIn } from '../../src/words/language.ts'
import { textsOf } from './texts-of.ts'

/** Nobody keeps more than that in mind until the full stop. */
const mostWords = 25

function sentencesIn(text: string): string[] {
  return text.replaceAll(/\{\w+\}/g, 'name').split(/(?<=[.!?:;])\s+|\n+/)
}

const tooLong = (texts: readonly string[]) =>
  texts.flatMap(sentencesIn).filter((one) => (one.match(/[\p{L}\p{N}’'-]+/gu) ?? []).length > mostWords)

test.each(['en', 'de'] as const)('no sentence of %s is long', async (language) => {
  const { panel, app, catalogue } = await spokenIn(language)
  // The English sentences are the keys.
  const texts = [...(language === 'en' ? Object.keys(de) : textsOf(catalogue)), ...textsOf([panel, app])]
  expect(texts.length).toBeGreaterThan(2_000)
  expect(tooLong(texts)).toEqual([])
})

test('words are counted, and a gap as one', () => {
  const words = (count: number) => 'word '.repeat(count - 1)
  expect(tooLong([`${words(25)}{name}.`, `${words(20)}end. ${words(20)}end.`])).toEqual([])
  expect(tooLong([`${words(26)}{name}.`])).toHaveLength(1)
})
