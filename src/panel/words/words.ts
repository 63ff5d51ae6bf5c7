import { computed, signal } from '@preact/signals'
import { type Language, languageOf, languages } from '../../language/language.ts'
import { de } from './de.ts'
import { en, type Words } from './en.ts'

const all: Readonly<Record<Language, Words>> = { en, de }

const kept = 'language'

/** What was chosen in the settings; without it, the first language of the system that there is. */
const chosenLanguage = signal<Language | undefined>(keptLanguage())

export const language = computed(() => chosenLanguage.value ?? languageOf(navigator.languages))

export const words = computed(() => all[language.value])

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
    return languages.find((one) => one === name)
  } catch {
    return undefined
  }
}
