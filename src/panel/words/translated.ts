import { signal } from '@preact/signals'
import { english, type Locale, render } from '../../core/render.ts'
import type { Sentence } from '../../core/sentence.ts'
import { catalogueOf } from '../../words/language.ts'
import { language, words } from './language.ts'

const locales = signal<Readonly<Record<string, Locale>>>({ en: english })

/** Learns what the engine's sentences are called in the language of the panel. Where that fails, they stay English. */
export async function loadTranslations(): Promise<void> {
  const tag = language.value
  if (locales.value[tag]) return
  try {
    locales.value = { ...locales.value, [tag]: { tag, catalogue: await catalogueOf(tag) } }
  } catch {
    // They stay English, and are asked for again with the next page.
  }
}

/** A sentence of the engine's in the language of the panel; nothing where it is known in English alone. */
export function translated(sentence: Sentence): string | undefined {
  const { locale } = words.value
  const known = locales.value[locale]
  // What an earlier version wrote down is a text that nothing fills.
  const isKnown = locale === 'en' || sentence.args !== undefined || Object.hasOwn(known?.catalogue ?? {}, sentence.key)
  return known && isKnown ? render(sentence, known) : undefined
}

/** The same, in English where it is not known. */
export function translatedOrEnglish(sentence: Sentence): string {
  return translated(sentence) ?? render(sentence)
}
