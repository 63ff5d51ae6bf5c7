import type { Instant } from './time.ts'

/** Examinations that were begun lately, by account, oldest first: those of the last hour, and the last whole one. */
export type BegunExaminations = Readonly<Record<string, readonly BegunExamination[]>>

/** `whole`: everything is asked, or may have been. */
export interface BegunExamination {
  at: Instant
  whole: boolean
  /** A person wanted it. */
  asked: boolean
}
