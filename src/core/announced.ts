import type { Instant } from './time.ts'

/** That somebody was told of a cause, and for which accounts. */
export interface Announced {
  at: Instant
  account: string
  cause: string
}

/** What was announced, over restarts. Never throws: where nothing can be written, it is remembered while we run. */
export interface AnnouncedLog {
  keep(accounts: readonly string[], cause: string, at: Instant): void
  /** It was not shown after all. */
  takeBack(accounts: readonly string[], cause: string, at: Instant): void
  /** Oldest first. */
  since(moment: Instant): readonly Announced[]
}
