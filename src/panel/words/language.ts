import { computed, signal } from '@preact/signals'
import { type Language, languageOf, languages } from '../../words/language.ts'
import { readStored, writeStored } from '../frame/stored.ts'
import { germanPanelWords } from './de.ts'
import { englishPanelWords, type PanelWords } from './en.ts'

const all: Readonly<Record<Language, PanelWords>> = { en: englishPanelWords, de: germanPanelWords }

const chosen = 'language'

/** What was chosen in the settings; without it, the first language of the system that there is. */
const chosenLanguage = signal<Language | undefined>(keptLanguage())

export const language = computed(() => chosenLanguage.value ?? languageOf(navigator.languages))

export const words = computed(() => all[language.value])

/** As the agent tells it. Kept in this browser, so that the panel opens in it before anything was told. */
export function chooseLanguage(name: Language | 'system'): void {
  chosenLanguage.value = name === 'system' ? undefined : name
  writeStored(chosen, name)
}

function keptLanguage(): Language | undefined {
  const name = readStored(chosen)
  return languages.find((one) => one === name)
}
