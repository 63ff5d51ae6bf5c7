import { existsSync } from 'node:fs'
import { english, type Locale } from '../core/render.ts'
import { settingsPlaces } from '../storage/settings-places.ts'
import { type Language, languageOf, spokenIn } from '../words/language.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Who reads at the terminal: in the language that was set, or else in that of the environment. Never throws. */
export async function terminalLocale(env: Environment): Promise<Locale> {
  const language = (await languageThatWasSet()) ?? environmentLanguage(env)
  // English is there already.
  return language === 'en' ? english : spokenIn(language)
}

/**
 * The language of the messages by the environment: the first of the three that is not empty decides alone (POSIX.1-2024,
 * Base Definitions 8.2), `de_DE.UTF-8`, `de`, `C`. What is not spoken here is English, and so is `C`.
 */
export function environmentLanguage({ LC_ALL, LC_MESSAGES, LANG }: Environment): Language {
  const name = LC_ALL || LC_MESSAGES || LANG || 'C'
  return languageOf([/^[a-z]{2}(?=[_.@-]|$)/i.exec(name)?.[0] ?? ''])
}

/** Settings are read only where there are any: the code for it takes longer than most commands. */
async function languageThatWasSet(): Promise<Language | undefined> {
  if (!Object.values(settingsPlaces()).some((path) => existsSync(path))) return undefined
  const { loadSettings } = await import('../storage/settings-file.ts')
  const { language } = (await loadSettings()).settings
  return language === 'system' ? undefined : language
}
