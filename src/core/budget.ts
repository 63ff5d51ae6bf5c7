import type { Instant } from './time.ts'

/** Examinations that were begun lately, by account, oldest first: those of the last hour, and the last whole one. */
export type Begun = Readonly<Record<string, readonly Beginning[]>>

/** `whole`: everything is asked, or may have been. */
export interface Beginning {
  at: Instant
  whole: boolean
  /** A person wanted it. */
  asked: boolean
}
