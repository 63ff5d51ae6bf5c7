import type { AccountSnapshot } from '../core/account-snapshot.ts'
import { CalledOff } from '../core/called-off.ts'
import type { Chart } from '../core/chart.ts'
import type { EnvelopeTrial } from '../core/envelope-trial.ts'
import type { DepartedMessage } from '../core/episode.ts'
import { messageAsOf } from '../core/held.ts'
import { isFault } from '../core/is-fault.ts'
import type { Change } from '../core/network.ts'
import type { Outside } from '../core/outside.ts'
import { privateWordsMask } from '../core/private-words.ts'
import {
  type Finding,
  type PastFacts,
  type Probe,
  type ProbeContext,
  Skipped,
  type Telling,
  Unknown,
} from '../core/probe.ts'
import { type Sentence, say, verbatim, withTexts } from '../core/sentence.ts'
import type { SignIns } from '../core/sign-ins.ts'
import { harmless } from '../core/text.ts'
import type { Clock, Millis } from '../core/time.ts'
import type { World } from '../core/world.ts'
import { outOfBudget, withinBudget } from './within-budget.ts'

/** Whom to examine, in which world, and what is known before. */
export interface ExaminationInput extends AccountSnapshot {
  world: World
  left?: readonly DepartedMessage[]
  outside: Outside
  past: PastFacts
  changes: readonly Change[]
  deep: boolean
  trial?: EnvelopeTrial
  readLog?: boolean
  /** Whether what a chart knows so far leaves open why mail waits; without it, nothing is asked that goes by that. */
  unexplained?(chart: Chart): boolean
  canSignIn: boolean
  signIns: SignIns
  /** What no finding may tell: addresses of people, and a password that servers have heard. */
  privateWords?: readonly string[]
}

/** What is told while an examination runs, in the order in which it happens. */
export type ExaminationProgress =
  | { is: 'asking'; probe: Probe<unknown> }
  | { is: 'so far'; probe: Probe<unknown>; telling: Telling }
  | { is: 'found'; probe: Probe<unknown>; finding: Finding<unknown> }

export interface ExamineOptions {
  /** Aborts everything; `examine` then rejects with its reason. */
  signal: AbortSignal
  /** For the whole examination; what is not found out by then is unknown. */
  budget: Millis
  onProgress?: (progress: ExaminationProgress) => void
}

/**
 * Asks every probe that makes sense here, each as soon as those it comes after have ended, each within its own
 * budget. One probe that fails, hangs or throws costs the others nothing.
 */
export async function examine(
  whom: ExaminationInput,
  probes: readonly Probe<unknown>[],
  options: ExamineOptions,
): Promise<Chart> {
  const { clock } = whom.world
  // Whoever hands messages over tells of them as their app does: it calls what is overdue scheduled for ever.
  const input = { ...whom, messages: whom.messages.map((message) => messageAsOf(message, clock.now())) }
  const tell = options.onProgress ?? (() => {})
  const clean = privateWordsMask(input.privateWords ?? [])
  const end = new AbortController()
  const signal = AbortSignal.any([options.signal, end.signal])
  const findings = new Map<string, Finding<unknown>>()
  const chart = chartOf(input, probes, findings)
  const shared = new Map<object, unknown>()
  const exam: ProbeContext = {
    ...input,
    chart,
    unexplained: () => whom.unexplained?.(chart) ?? false,
    signal,
    once<T>(key: object, make: () => T): T {
      if (!shared.has(key)) shared.set(key, make())
      return shared.get(key) as T
    },
  }

  const running = new Map<Probe<unknown>, Promise<void>>()
  const asked = probes.filter((probe) => probe.when?.(exam) ?? true)
  const run = (probe: Probe<unknown>): Promise<void> => {
    const already = running.get(probe)
    if (already) return already
    const ended = (async () => {
      const earlier = probe.last ? asked.filter((one) => !one.last) : (probe.after ?? [])
      await Promise.all(earlier.filter((one) => asked.includes(one)).map(run))
      if (signal.aborted) return
      tell({ is: 'asking', probe })
      const finding = await ask(probe, exam, clock, tell, clean)
      if (signal.aborted) return
      findings.set(probe.id, finding)
      tell({ is: 'found', probe, finding })
    })()
    running.set(probe, ended)
    return ended
  }

  const everything = Promise.all(asked.map(run))
  try {
    await withinBudget(clock, options.budget, signal, everything)
    options.signal.throwIfAborted()
    for (const probe of asked.filter((one) => !findings.has(one.id))) {
      const finding: Finding<unknown> = {
        state: 'unknown',
        why: say('The time for this examination ran out.'),
        ms: options.budget,
      }
      findings.set(probe.id, finding)
      tell({ is: 'found', probe, finding })
    }
    return chart
  } finally {
    end.abort(new CalledOff('The examination has ended.'))
  }
}

async function ask(
  probe: Probe<unknown>,
  exam: ProbeContext,
  clock: Clock,
  tell: (progress: ExaminationProgress) => void,
  clean: <T>(told: T) => T,
): Promise<Finding<unknown>> {
  const started = clock.elapsed()
  const since = () => Math.round(clock.elapsed() - started)
  const own = new AbortController()
  const signal = AbortSignal.any([exam.signal, own.signal])
  const sofar = (fact: unknown) => {
    if (!signal.aborted) tell({ is: 'so far', probe, telling: probe.describe(clean(fact), exam.chart) })
  }
  try {
    const answer = await withinBudget(clock, probe.budget, signal, probe.ask(exam, signal, sofar))
    if (answer === outOfBudget)
      return { state: 'unknown', why: say('It took longer than this check may take.'), ms: since() }
    if (answer instanceof Skipped) return { state: 'skipped', because: answer.because, ms: since() }
    // Here, strangers' words enter: whatever is judged, shown, written down or handed on comes by here.
    const fact = clean(answer)
    return { state: 'known', fact, telling: probe.describe(fact, exam.chart), ms: since() }
  } catch (error) {
    if (isFault(error) && !signal.aborted) exam.world.log.error('question-failed', { of: probe, error })
    return { state: 'unknown', why: clean(reason(error)), ms: since() }
  } finally {
    own.abort(new CalledOff('The probe has ended.'))
  }
}

function reason(error: unknown): Sentence {
  if (error instanceof Unknown) return withTexts(error.words, (text) => harmless(text))
  return say('This check failed by a fault of ours: {error}', {
    error: verbatim(harmless(error instanceof Error ? error.message : String(error), 120)),
  })
}

function chartOf(
  input: ExaminationInput,
  probes: readonly Probe<unknown>[],
  findings: Map<string, Finding<unknown>>,
): Chart {
  const finding = <F>(probe: Probe<F>) => findings.get(probe.id) as Finding<F> | undefined
  const fact = <F>(probe: Probe<F>) => {
    const found = finding(probe)
    return found?.state === 'known' ? found.fact : undefined
  }
  return {
    account: input.account,
    messages: input.messages,
    ...(input.observation && { observation: input.observation }),
    ...(input.left && { left: input.left }),
    ...(input.patience !== undefined && { patience: input.patience }),
    at: input.world.clock.now(),
    past: input.past,
    changes: input.changes,
    finding,
    fact,
    replies: () =>
      probes.flatMap((probe) => {
        const known = fact(probe)
        return known === undefined ? [] : [...(probe.replies?.(known) ?? [])]
      }),
  }
}
