import { signal } from '@preact/signals'
import { english, type Locale, render } from '../../core/render.ts'
import type { Wording } from '../../core/sentence.ts'
import { numbered } from '../../language/numbered.ts'
import { translatorFor } from '../../language/speak.ts'
import { words } from './language.ts'

const old: Readonly<Record<string, URL>> = { de: new URL('../../language/german.json', import.meta.url) }

/** Read when it is needed: whoever speaks English needs none. */
const catalogues: Readonly<Record<string, () => Promise<Pick<Locale, 'catalogue'>>>> = {
  de: async () => ({ catalogue: (await import('../../words/de.ts')).de }),
}

const locales = signal<Readonly<Record<string, Locale>>>({ en: english })

/** Learns what the engine's sentences are called in the language of the panel. Where that fails, they stay English. */
export async function loadTranslations(): Promise<void> {
  const { locale } = words.value
  const read = catalogues[locale]
  const address = old[locale]
  if (read === undefined || address === undefined || locales.value[locale]) return
  try {
    const [{ catalogue }, answer] = await Promise.all([read(), fetch(address)])
    const turn = answer.ok ? { turn: translatorFor({ ...numbered(catalogue), ...(await answer.json()) }, locale) } : {}
    locales.value = { ...locales.value, [locale]: { tag: locale, catalogue, ...turn } }
  } catch {
    // They stay English, and are asked for again with the next page.
  }
}

/** A sentence of the engine's in the language of the panel; nothing where it is not known in it. */
export function translated(sentence: Wording): string | undefined {
  const { locale } = words.value
  const known = locales.value[locale]
  if (typeof sentence === 'string' && locale !== 'en') return known?.turn?.(sentence)
  return known && render(sentence, known)
}

/** The same, in English where it is not known. */
export function translatedOrEnglish(sentence: Wording): string {
  return translated(sentence) ?? render(sentence)
}
