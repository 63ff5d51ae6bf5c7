import { germanAppWords } from './app/de.ts'
import { de } from './de.ts'
import { germanPanelWords } from './panel/de.ts'
import type { Spoken } from './spoken.ts'

export const spokenGerman: Spoken = { tag: 'de', catalogue: de, panel: germanPanelWords, app: germanAppWords }
