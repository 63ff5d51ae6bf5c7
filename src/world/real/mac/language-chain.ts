/** Scripts that Apple's tables name by a country. */
const countryOf: Readonly<Record<string, string>> = { Hans: 'CN', Hant: 'TW' }
const sameLanguage: Readonly<Record<string, string>> = { nb: 'no', no: 'nb', he: 'iw', iw: 'he', id: 'in', in: 'id' }

/**
 * The keys under which a table may have the words for a language, best first: `de-CH`, `de`. As BCP 47 tags with a
 * dash; Apple writes some with an underscore, and Chinese by its script or by a country.
 */
export function languageChain(tag: string): string[] {
  const { language, script, region } = localeOf(tag) ?? {}
  if (!language) return []
  const names = [language, sameLanguage[language] ?? language]
  const country = script && countryOf[script]
  const ends = [script && region && `${script}-${region}`, region, script, country, ''].filter(
    (end) => end !== undefined,
  )
  return [...new Set(ends.flatMap((end) => names.map((name) => (end ? `${name}-${end}` : name))))]
}

/** Equal for the ways in which a table and a person's settings write the same language. */
export function languageKey(key: string): string {
  return key.replaceAll('_', '-').toLowerCase()
}

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    const locale = new Intl.Locale(tag.replaceAll('_', '-'))
    // Only of Chinese does the script tell which table it is.
    return locale.language === 'zh' ? locale.maximize() : locale
  } catch {
    return undefined
  }
}
