import type { Sentence } from './sentence.ts'
import type { Instant, Millis } from './time.ts'

/** How a fact reads to a person: fine, wrong, or neither. A tone is not a verdict. */
export type Tone = 'good' | 'bad' | 'plain'

export interface Telling {
  tone: Tone
  line: Sentence
}

/**
 * What a probe found out. A refusal is a fact; only not finding out is `unknown`, and a question that made no sense
 * without another's answer is `skipped`.
 */
export type Finding<F> =
  | { state: 'known'; fact: F; telling: Telling; ms: Millis }
  | { state: 'unknown'; why: Sentence; ms: Millis }
  | { state: 'skipped'; because: string; ms: Millis }

/** What was known of an account before this examination. */
export interface PastFacts {
  /** The newest known fact of a probe, or the newest with that tone. */
  last<F>(probe: FactKey<F>, tone?: Tone): { fact: F; at: Instant } | undefined
}

/** A probe as the key of what it finds out. */
export interface FactKey<F> {
  readonly id: string
  describe(fact: F, chart: never): Telling
}
