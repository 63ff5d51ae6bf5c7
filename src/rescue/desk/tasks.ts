import type { Locale } from '../../core/render.ts'
import type { Sentence } from '../../core/sentence.ts'
import type { RescueFilters } from '../filters.ts'
import type { ItemLook } from '../look-into.ts'
import type { RescueProgress } from '../order.ts'
import type { RescueFormat } from '../outputs/output.ts'
import type { RescueEnd } from '../rescue.ts'
import type { Survey } from '../survey.ts'
import type { GivenUp } from './shared-mark.ts'

/** With a task: the moment, for the dates of messages, and what was given up when it was tried before. */
export type GivenTask = DeskTask & { readonly now: number; readonly givenUp: GivenUp }

/** What the thread that rescues is asked; one at a time. */
export type DeskTask =
  | { readonly is: 'look'; readonly paths: readonly string[]; readonly filters: RescueFilters; readonly most: number }
  | { readonly is: 'show'; readonly paths: readonly string[]; readonly source: number; readonly id: string }
  | ({ readonly is: 'save' } & SavingTask)

export interface SavingTask {
  readonly paths: readonly string[]
  readonly target: string
  readonly formats: readonly RescueFormat[]
  readonly filters: RescueFilters
  readonly splitBytes?: number
  /** What the saved files say is said in it. */
  readonly locale: Locale
  readonly canPrint: boolean
}

/** What it finds in the sources: without the list of everything, which may be long. */
export type Looked = Omit<Survey, 'wanted' | 'emptyFolders'> & { readonly wanted: number }

export interface DeskResults {
  look: Looked
  show: ItemLook
  save: RescueEnd
}

export type DeskAnswer =
  | { readonly is: 'progress'; readonly progress: RescueProgress }
  | { readonly is: 'print'; readonly number: number; readonly html: string }
  | { readonly is: 'done'; readonly value: DeskResults[keyof DeskResults] }
  | { readonly is: 'refused'; readonly words: Sentence }
  | { readonly is: 'failed'; readonly message: string }

/** To the thread, about a page that it wanted printed; without `pdf` it failed. */
export interface PrintedPage {
  readonly is: 'printed'
  readonly number: number
  readonly pdf?: Uint8Array
}
