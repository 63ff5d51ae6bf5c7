import type { CauseLayer, MessageWay } from './layer.ts'
import type { Sentence } from './sentence.ts'
import type { Instant } from './time.ts'

/** How mail stands: what the icon shows, one state at a time. */
export type Status = 'clear' | 'checking' | 'waiting' | 'stuck' | 'offline' | 'unsure' | 'paused'

/** A cause that is present, ready to be told. */
export interface NamedCause {
  id: string
  title: Sentence
  plain: Sentence
  details: readonly Sentence[]
  /** To stand above it, where the words for the status would not be true. */
  heading?: Sentence
  harm: 'stops' | 'delays'
  layer: CauseLayer
  /** What changed on this Mac shortly before, where that can have brought it. */
  justBefore?: JustBefore
  weight: number
  evidence: readonly Sentence[]
  against: readonly Sentence[]
  /** Causes that would be named, were they not symptoms of this one. */
  explains: readonly string[]
  /** The probes whose findings the verdict rests on, by their ids. */
  testimony: readonly string[]
}

/** `at`: when it changed. */
export interface JustBefore {
  at: Instant
  line: Sentence
}

export interface Diagnosis {
  status: Status
  /** The first is the answer. */
  causes: readonly NamedCause[]
  undecided: readonly { id: string; missing: readonly string[] }[]
  /** Missing where nothing was asked. */
  way?: MessageWay
}
