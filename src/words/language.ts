import type { Spoken } from './spoken.ts'
import type { Catalogue } from './template.ts'

type Loaded = Omit<Spoken, 'catalogue'> & { readonly catalogue: Catalogue }
interface Row {
  /** As its speakers call it. */
  name: string
  /** Read when it is needed: whoever reads English does not wait for what the others read. */
  load(): Promise<Loaded>
}
/** What is not English has every sentence. */
interface OtherRow extends Row {
  load(): Promise<Spoken>
}

/** Every language but English, by the two letters of ISO 639-1. All that a language needs hangs on its line here. */
const others = {
  de: { name: 'Deutsch', load: async () => (await import('./german.ts')).spokenGerman },
} as const satisfies Readonly<Record<string, OtherRow>>

const rows = {
  en: { name: 'English', load: async () => (await import('./english.ts')).spokenEnglish },
  ...others,
} satisfies Readonly<Record<string, Row>>

export type OtherLanguage = keyof typeof others
export type Language = keyof typeof rows

export const otherLanguages = Object.keys(others) as readonly OtherLanguage[]
/** What is spoken here, English first. */
export const languages = Object.keys(rows) as readonly Language[]

/** As its speakers call it; a code that is not spoken here stays as it is. */
export function languageName(code: string): string {
  return languages.flatMap((one) => (one === code ? [rows[one].name] : []))[0] ?? code
}

/** Its sentences and words; they serve as the locale of `render`. */
export function spokenIn(language: Language): Promise<Loaded> {
  return rows[language].load()
}

export async function everyLanguage(): Promise<Readonly<Record<Language, Loaded>>> {
  const all = languages.map(async (one) => [one, await spokenIn(one)] as const)
  return Object.fromEntries(await Promise.all(all)) as Record<Language, Loaded>
}

/** The first of these BCP 47 tags that is spoken here; English where none is. */
export function languageOf(tags: readonly string[]): Language {
  for (const tag of tags) {
    const found = languages.find((one) => one === tag.slice(0, 2).toLowerCase())
    if (found) return found
  }
  return 'en'
}
