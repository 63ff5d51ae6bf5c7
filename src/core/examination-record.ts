import type { Diagnosis, Status } from './diagnosis.ts'
import type { Layer } from './layer.ts'
import type { Account } from './mail.ts'
import type { Finding, Tone } from './probe.ts'
import type { Sentence } from './sentence.ts'
import type { Instant, Millis } from './time.ts'
import type { Decides } from './way.ts'

/** What an examination was made for: somebody asked, a message is stuck, or the pulse between episodes. */
export type Occasion = 'asked' | 'stuck' | 'pulse'

/** One examination as it is handed to history. The account is there to know what must not be written. */
export interface ExaminationRecord {
  account: Account
  at: Instant
  elapsed: Millis
  why: Occasion
  /**
   * `layer`: the row of the timeline that the probe speaks for, and what it decides there. `latency`: how long servers took to answer.
   * `forgotten`: only what was told is kept, not what was found.
   */
  findings: readonly {
    probe: string
    finding: Finding<unknown>
    layer?: Layer
    decides?: Decides
    latency?: readonly { host: string; ms: Millis }[]
    forgotten?: true
  }[]
  diagnosis: Diagnosis
}

/** One examination as history remembers it. */
export interface PastExamination {
  /** `key` is opaque; `host` is how a person tells accounts apart. */
  account: { key: string; host: string }
  at: Instant
  elapsed: Millis
  why: Occasion
  status: Status
  /** The first was the answer. */
  causes: readonly PastVerdict[]
  undecided: Diagnosis['undecided']
  findings: readonly PastFinding[]
}

export interface PastVerdict {
  id: string
  weight: number
  evidence: readonly Sentence[]
  against: readonly Sentence[]
  explains: readonly string[]
}

export interface PastFinding {
  probe: string
  state: Finding<unknown>['state']
  tone?: Tone
  /** The line told, the reason of an unknown, or the id of the probe it was skipped for. */
  line: Sentence
  ms: Millis
}
