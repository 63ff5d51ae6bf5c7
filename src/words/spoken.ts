import type { OwnAppWords } from './app/en.ts'
import type { de } from './de.ts'
import type { PanelWords } from './panel/en.ts'
import type { Catalogue, CatalogueEntry } from './template.ts'

/** Everything that a language consists of, but for the titles of the scenes, which stand in these. */
export interface Spoken {
  /** For `Intl` (BCP 47). */
  readonly tag: string
  /** What every sentence is called, by the English. */
  readonly catalogue: Readonly<Record<keyof typeof de, CatalogueEntry>> & Catalogue
  readonly panel: PanelWords
  readonly app: OwnAppWords
}
