import type { Sentence } from '../core/sentence.ts'
import type { Instant } from '../core/time.ts'
import type { RescueFilters } from './filters.ts'
import type { ItemWatch } from './item-watch.ts'
import type { RescueFormat } from './outputs/output.ts'
import type { PagePrinter } from './pages/printer.ts'
import type { MailSource } from './source.ts'

/** What is to be rescued, and into what. */
export interface RescueOrder {
  readonly sources: readonly MailSource[]
  /** A new or empty folder, or one in which the same rescue was interrupted. */
  readonly target: string
  readonly formats: readonly RescueFormat[]
  readonly filters: RescueFilters
  /** How large an mbox file may become. */
  readonly splitBytes?: number
  /** As text, for the list, in the language of whoever asked. */
  inWords(words: Sentence): string
}

/** What a rescue asks of its surroundings. */
export interface RescueContext {
  now(): Instant
  /** Free bytes where the target is. */
  freeBytes(path: string): number
  onProgress(progress: RescueProgress): void
  readonly signal: AbortSignal
  /** Where pages can be printed: PDF takes it. */
  readonly printer?: PagePrinter
  /** Whoever sees to it that no single item takes too much. */
  readonly watch?: ItemWatch
}

export interface RescueProgress {
  readonly stage: 'looking' | 'writing' | 'checking'
  readonly items: number
  readonly doneBytes: number
  /** Missing while it is not known yet. */
  readonly allBytes?: number
}
