import { en } from './en.ts'
import type { Catalogue } from './template.ts'

/** What is spoken here. */
export const languages = ['en', 'de'] as const

export type Language = (typeof languages)[number]

/** Read when it is needed: whoever reads English does not wait for what the others read. */
const catalogues: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => en,
  de: async () => (await import('./de.ts')).de,
}

export function catalogueOf(language: Language): Promise<Catalogue> {
  return catalogues[language]()
}

/** The first of these BCP 47 tags that is spoken here; English where none is. */
export function languageOf(tags: readonly string[]): Language {
  for (const tag of tags) {
    const found = languages.find((one) => one === tag.slice(0, 2).toLowerCase())
    if (found) return found
  }
  return 'en'
}
