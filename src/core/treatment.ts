import type { Sentence } from './sentence.ts'
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
  /** A print of what it changes, before anything was done; none where it could not be seen. */
  stood?: string
  /** The treatment that was undone, by its id, where this one keeps what was newer. */
  newerOf?: string
}

export interface Treatment extends Receipt {
  id: string
  outcome: Outcome
  /** The same print when it had been done: an undo is for the state that was left. */
  left?: string
  /** When it was last begun to be undone. */
  undoBeganAt?: Instant
  endedAt?: Instant
  /** Since when everything has been as it was before. */
  restoredAt?: Instant
  /** How it ended, in a sentence or two. */
  words?: Sentence
}

export interface TreatmentEnd {
  outcome: Exclude<Outcome, 'under way'>
  at: Instant
  words: Sentence
  /** Everything is as it was before. */
  restored: boolean
}

/**
 * Where treatments are written down. Every verb throws where that fails; a receipt that is written survives a crash,
 * and a power cut, and was read back from the disk by whoever would look for it afterwards.
 */
export interface Receipts {
  /** Whether they outlive this process; in memory nothing does. */
  readonly lasting: boolean
  /**
   * The right to treat, until it is given back or this process ends, however it ends; `undefined` while anybody else
   * has it, in this process or another.
   */
  claim(): (() => void) | undefined
  begin(receipt: Receipt): Treatment
  /** What touched nothing needs no receipt: it is written down whole, once it is over. */
  note(receipt: Receipt, ending: TreatmentEnd): Treatment
  /** How it stands now that it was done. */
  left(id: string, print: string): void
  /** Before anything is put back. */
  undoing(id: string, at: Instant): void
  end(id: string, ending: TreatmentEnd): void
  find(id: string): Treatment | undefined
  /** Newest first. */
  all(): readonly Treatment[]
}
