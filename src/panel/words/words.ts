import { computed, signal } from '@preact/signals'
import { de } from './de.ts'
import { en, type Words } from './en.ts'

export type Language = 'en' | 'de'

const languages: Readonly<Record<Language, Words>> = { en, de }

const kept = 'language'

/** What was chosen in the settings; without it, the first language of the system that there is. */
const chosenLanguage = signal<Language | undefined>(keptLanguage())

export const words = computed(() => languages[chosenLanguage.value ?? systemLanguage(navigator.languages)])

/** The first of these that is spoken here; English where none is. */
export function systemLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const language = tag.slice(0, 2).toLowerCase()
    if (language === 'en' || language === 'de') return language
  }
  return 'en'
}

/** As the agent tells it. Kept in this browser, so that the panel opens in it before anything was told. */
export function speak(name: Language | 'system'): void {
  chosenLanguage.value = name === 'system' ? undefined : name
  try {
    localStorage.setItem(kept, name)
  } catch {}
}

function keptLanguage(): Language | undefined {
  try {
    const name = localStorage.getItem(kept)
    return name === 'en' || name === 'de' ? name : undefined
  } catch {
    return undefined
  }
}
