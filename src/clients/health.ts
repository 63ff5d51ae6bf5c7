import type { Sentence } from '../core/sentence.ts'

/** What is said and known of a mail app that is not well. */
export interface HealthWords {
  /** How its user takes it online. */
  readonly goOnline: Sentence
  /** The same for one account. */
  readonly accountOnline: Sentence
  /** Parts of it about which codesign complains on healthy Macs, too. */
  readonly harmlessParts?: RegExp
}
