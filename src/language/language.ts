/** What is spoken here. */
export const languages = ['en', 'de'] as const

export type Language = (typeof languages)[number]

/** The first of these BCP 47 tags that is spoken here; English where none is. */
export function languageOf(tags: readonly string[]): Language {
  for (const tag of tags) {
    const found = languages.find((one) => one === tag.slice(0, 2).toLowerCase())
    if (found) return found
  }
  return 'en'
}
