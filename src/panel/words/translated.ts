import { render } from '../../core/render.ts'
import type { Sentence } from '../../core/sentence.ts'
import { sentencesLocale } from './language.ts'

/** A sentence of the engine's in the language of the panel; nothing where it is known in English alone. */
export function translated(sentence: Sentence): string | undefined {
  const known = sentencesLocale.value
  // What an earlier version wrote down is a text that nothing fills.
  const isKnown =
    known?.tag.startsWith('en') || sentence.args !== undefined || Object.hasOwn(known?.catalogue ?? {}, sentence.key)
  return known && isKnown ? render(sentence, known) : undefined
}

/** The same, in English where it is not known. */
export function translatedOrEnglish(sentence: Sentence): string {
  return translated(sentence) ?? render(sentence)
}
