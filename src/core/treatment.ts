import type { Instant } from './time.ts'

/** What became of a treatment. All but `under way` are final, except that what was done may still be undone. */
export type Outcome = 'under way' | 'cured' | 'no effect' | 'failed' | 'undone'

/** Written before anything is done: enough to put it back weeks later, by an older or a newer version of us. */
export interface Receipt {
  remedy: string
  /** Of the shape of `before`, as the remedy counts it. */
  version: number
  /** The account that was treated, by its opaque id. */
  account: string
  /** The causes that were to be mended. */
  causes: readonly string[]
  startedAt: Instant
  /** JSON that only the remedy understands. Names of files, never of people: no address, subject or password. */
  before: unknown
}

export interface Treatment extends Receipt {
  id: string
  outcome: Outcome
  endedAt?: Instant
  /** Since when everything has been as it was before. */
  restoredAt?: Instant
  /** How it ended, in a sentence or two. */
  words?: string
}

export interface Ending {
  outcome: Exclude<Outcome, 'under way'>
  at: Instant
  words: string
  /** Everything is as it was before. */
  restored: boolean
}

/** Where treatments are written down. Every verb throws where that fails; a receipt that is written survives a crash. */
export interface Receipts {
  /**
   * The right to treat, until it is given back or this process ends, however it ends; `undefined` while anybody else
   * has it, in this process or another.
   */
  claim(): (() => void) | undefined
  begin(receipt: Receipt): Treatment
  end(id: string, ending: Ending): void
  find(id: string): Treatment | undefined
  /** Newest first. */
  all(): readonly Treatment[]
}
