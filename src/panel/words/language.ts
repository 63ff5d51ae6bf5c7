import { computed, signal } from '@preact/signals'
import type { Status } from '../../core/diagnosis.ts'
import type { Layer } from '../../core/layer.ts'
import type { Permissions } from '../../core/mac-powers.ts'
import { english as englishLocale, type Locale } from '../../core/render.ts'
import type { SettingKey } from '../../core/settings.ts'
import type { Condition, MarkKind } from '../../core/timeline.ts'
import { type Language, languageOf, languages, spokenIn } from '../../words/language.ts'
import { englishPanelWords, type PanelWords } from '../../words/panel/en.ts'
import { readStored, writeStored } from '../frame/stored.ts'

/** What the words must have because the core has it. The other languages are held to the English. */
interface Asked {
  layers: Record<Layer, string>
  breaks: Record<Layer, string>
  conditions: Record<Condition, string>
  marks: Record<MarkKind, string>
  statuses: Record<Status, string>
  under: Record<Status, string>
  settings: { rows: Record<SettingKey, { label: string; more?: string }> }
  permissions: { names: Record<Exclude<keyof Permissions, 'systemEvents'>, unknown> }
}
const english: PanelWords & Asked = englishPanelWords

type Known = Locale & { panel: PanelWords }
/** What was read so far. */
const spoken = signal<{ readonly [L in Language]?: Known }>({ en: { ...englishLocale, panel: english } })

const chosen = 'language'

/** What was chosen in the settings; without it, the first language of the system that there is. */
const chosenLanguage = signal<Language | undefined>(keptLanguage())

export const language = computed(() => chosenLanguage.value ?? languageOf(navigator.languages))

const shown = computed(() => spoken.value[language.value])

/** English until the language of the person is there. */
export const words = computed(() => shown.value?.panel ?? english)

/** For the engine's sentences; nothing while they are not there. */
export const sentencesLocale = computed<Locale | undefined>(() => shown.value)

/** Reads the language of the panel. Where that fails, it stays English. */
export async function loadLanguage(): Promise<void> {
  const one = language.value
  if (spoken.value[one]) return
  try {
    const loaded = await spokenIn(one)
    spoken.value = { ...spoken.value, [one]: loaded }
  } catch {
    // It stays English, and is asked for again with the next page.
  }
}

/** As the agent tells it. Kept in this browser, so that the panel opens in it before anything was told. */
export function chooseLanguage(name: Language | 'system'): void {
  chosenLanguage.value = name === 'system' ? undefined : name
  writeStored(chosen, name)
}

function keptLanguage(): Language | undefined {
  const name = readStored(chosen)
  return languages.find((one) => one === name)
}
