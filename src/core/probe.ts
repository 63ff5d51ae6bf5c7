import type { AccountSnapshot } from './account-snapshot.ts'
import type { Chart } from './chart.ts'
import type { EnvelopeTrial } from './envelope-trial.ts'
import type { PastFacts, Telling } from './finding.ts'
import type { Layer } from './layer.ts'
import type { Outside } from './outside.ts'
import { render } from './render.ts'
import type { Reply } from './reply.ts'
import type { Sentence } from './sentence.ts'
import type { SignIns } from './sign-ins.ts'
import type { Millis } from './time.ts'
import type { Decides } from './way.ts'
import type { World } from './world.ts'

export type { Finding, PastFacts, Telling, Tone } from './finding.ts'

/** One examination under way: whom, in which world, on whose request, and what is known so far. */
export interface ProbeContext extends AccountSnapshot {
  readonly world: World
  readonly outside: Outside
  readonly past: PastFacts
  /** The user asked for the questions that a server may count or that leave traces. */
  readonly deep: boolean
  /** Without it, the server is not asked what it has against the waiting mail unless it is `deep`. */
  readonly trial?: EnvelopeTrial
  /** A person wants the mail app's own log read. */
  readonly readLog?: boolean
  /** Whether mail waits and nothing that was found so far says why. */
  unexplained(): boolean
  /** A secret for signing in is at hand. */
  readonly canSignIn: boolean
  /** Whom a secret may still be said to. */
  readonly signIns: SignIns
  /** Findings so far. A probe sees all it comes `after`. */
  readonly chart: Chart
  /** Shares one piece of work between the probes of an examination: the first to come makes it. */
  once<T>(key: object, make: () => T): T
  /** Aborts when the examination ends; outlives a single probe. */
  readonly signal: AbortSignal
}

/** A question to the world. The probe is its own key into the chart. */
export interface Probe<F> {
  readonly id: string
  /** As a person would ask it, with a question mark. */
  readonly question: Sentence
  /** Its inner time limits add up to less, so that silence is told as a fact and not as `unknown`. */
  readonly budget: Millis
  readonly after?: readonly Probe<unknown>[]
  /** Asked when all others have ended: what they found decides whether it is asked at all. */
  readonly last?: true
  /** Whether the question makes sense here; without it, always. */
  when?(exam: ProbeContext): boolean
  /**
   * Resolves to what the world said, or to `skipped(probe)`. `sofar` tells what is known already where the whole
   * takes longer. Throws `Unknown` where it could not ask; anything else thrown is a bug of ours, told as unknown.
   */
  ask(exam: ProbeContext, signal: AbortSignal, sofar: (fact: F) => void): Promise<F | Skipped>
  describe(fact: F, chart: Chart): Telling
  /** Known and not bad wherever it was asked, or the way of the mail is not clear. */
  readonly vital?: boolean
  /** The row of the timeline that it speaks for; without one, none. */
  readonly layer?: Layer
  /** What its answer decides about that layer; without it, nothing: whatever comes of it colours neither row nor chain. */
  readonly decides?: Decides
  /** How long servers took to answer, for the timeline's line of each. */
  latency?(fact: F): readonly { host: string; ms: Millis }[]
  /** Its newest facts are kept, because `past` is asked for them. What it found otherwise is told, and forgotten. */
  readonly remembered?: true
  /** Sentence of servers in this fact, for the causes that a reply names. */
  replies?(fact: F): readonly Reply[]
  /** The proof, in a phrase, that our own way out works; only with one may a server be blamed. */
  provesWayOut?(fact: F): Sentence | undefined
}

export class Skipped {
  readonly because: string
  constructor(because: Probe<never> | Probe<unknown>) {
    this.because = because.id
  }
}

/** For a probe that cannot ask before `because` has found something. */
export function skipped<F>(because: Probe<F>): Skipped {
  return new Skipped(because as unknown as Probe<unknown>)
}

/** Not finding out: no permission, no means, no time. The words are one harmless sentence for a person. */
export class Unknown extends Error {
  override name = 'Unknown'
  readonly words: Sentence

  constructor(words: Sentence, options?: ErrorOptions) {
    super(render(words), options)
    this.words = words
  }
}
