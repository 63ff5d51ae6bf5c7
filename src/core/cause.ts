import type { Chart } from './chart.ts'
import type { CauseLayer } from './layer.ts'
import type { Change } from './network.ts'
import type { Probe } from './probe.ts'
import type { Sentence, SentenceKey } from './sentence.ts'
import type { Millis } from './time.ts'

/** `missing`: ids of the probes whose facts would decide. `weight`: 0 to 1, how sure and how far-reaching. */
export type Verdict =
  | { is: 'present'; evidence: readonly Sentence[]; against: readonly Sentence[]; weight: number }
  | { is: 'absent' }
  | { is: 'undecided'; missing: readonly string[] }

/** A reason why mail does not leave. Judges a chart and touches nothing. */
export interface Cause {
  readonly id: string
  /** In plain words, as a sentence: "This Mac is not connected." */
  readonly title: Sentence
  readonly harm: 'stops' | 'delays'
  /** Where it holds the mail: the chain breaks there. Who blames nobody does it nowhere. */
  readonly layer: CauseLayer
  /** Changes of this Mac that can bring it: one that happened shortly before the mail began to wait is told with it. */
  readonly broughtBy?: readonly BringingChange[]
  /** How long it must last before it is shown while the agent watches. */
  readonly showAfterMs: Millis
  /** This cause is only a symptom while one of these is present. A function, since files refer to each other. */
  shadowedBy?(): readonly Cause[]
  /**
   * Causes that this one, present, shows to be none: what they were judged by was not seen. Unlike a symptom, such a
   * cause is absent.
   */
  refutes?(chart: Chart): readonly Cause[]
  /** Says that the far end is at fault; the engine lets it stand only with proof that our own way out works. */
  readonly blames?: 'server'
  /** With this cause present the Mac is offline rather than the mail stuck. */
  readonly offline?: boolean
  /** With nothing but this present, we cannot see rather than the mail stuck: the status is `unsure`, never `clear`. */
  readonly unsure?: boolean
  /** The network that this Mac is in does it: whoever joins it again is told at once. */
  readonly ofNetwork?: boolean
  /** The Mac itself has seen it: where a light examination finds only this, asking everything would tell no more. */
  readonly seenHere?: boolean
  /** What it was seen by may be over in a moment: whoever asks just once is told after a second look. */
  passing?(chart: Chart): boolean
  judge(chart: Chart): Verdict
  /** One or two sentences for somebody who is worried about an e-mail, and details for the curious. */
  explain(chart: Chart, verdict: Present): Explanation
}

/** All changes of a kind, or only those that are told by this sentence. */
export type BringingChange = Change['what'] | SentenceKey

export interface Explanation {
  plain: Sentence
  details: readonly Sentence[]
  /** Stands above the cause where "Your mail cannot leave" would not be true, with a colon. */
  heading?: Sentence
}

export type Present = Extract<Verdict, { is: 'present' }>

export const absent: Verdict = { is: 'absent' }

/** A verdict that stands, with its evidence as short facts. */
export function present(weight: number, evidence: readonly Sentence[], against: readonly Sentence[] = []): Verdict {
  return { is: 'present', evidence, against, weight }
}

/** A verdict that waits for these probes. */
export function undecided<F extends unknown[]>(...missing: { [K in keyof F]: Probe<F[K]> }): Verdict {
  return { is: 'undecided', missing: missing.map((probe) => probe.id) }
}
