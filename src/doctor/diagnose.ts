import { absent, type Cause, type Present, type Verdict } from '../core/cause.ts'
import type { Chart } from '../core/chart.ts'
import type { Diagnosis, NamedCause } from '../core/diagnosis.ts'
import type { MessageWay } from '../core/layer.ts'
import type { Log } from '../core/log.ts'
import type { Probe } from '../core/probe.ts'
import type { Sentence } from '../core/sentence.ts'
import { messageWayOf } from '../core/way.ts'
import { justBeforeOf } from './just-before.ts'
import { statusOf } from './status.ts'
import { trackedFindings } from './tracked-findings.ts'

/** The verdict of one cause, and the probes that it read, by their ids. */
export interface CauseJudgement {
  verdict: Verdict
  testimony: readonly string[]
}

/**
 * Judges every cause and names those that are no symptom of another. A server is blamed only with proof that our own
 * way out works; without it the verdict waits for the probes that could prove it.
 */
export function diagnose(
  chart: Chart,
  causes: readonly Cause[],
  probes: readonly Probe<unknown>[],
  log?: FaultLog,
): Diagnosis {
  const judgements = judgeAll(chart, causes, probes, log)
  const present = causes.filter((cause) => judgements.get(cause)?.verdict.is === 'present')
  const roots = present.filter((cause) => !isSymptom(cause, present))
  const named = roots
    .map((cause) => {
      const judgement = judgements.get(cause) as CauseJudgement & { verdict: Present }
      const justBefore = justBeforeOf(cause, judgement.testimony, chart, probes)
      return { ...name(cause, chart, judgement, present), ...(justBefore && { justBefore }) }
    })
    .sort((one, other) => other.weight - one.weight)
  const undecided = causes.flatMap((cause) => {
    const verdict = judgements.get(cause)?.verdict
    return verdict?.is === 'undecided' && !isSymptom(cause, present) ? [{ id: cause.id, missing: verdict.missing }] : []
  })
  const status = statusOf(chart, roots, named, probes)
  return { status, causes: named, undecided, way: wayIn(chart, { status, causes: named }, probes) }
}

function wayIn(
  chart: Chart,
  verdict: Pick<Diagnosis, 'status' | 'causes'>,
  probes: readonly Probe<unknown>[],
): MessageWay {
  const answers = probes.flatMap((probe) => {
    const finding = chart.finding(probe)
    const { layer, decides } = probe
    return finding ? [{ finding, ...(layer && { layer }), ...(decides && { decides }) }] : []
  })
  return messageWayOf(answers, verdict)
}

/** Every cause by itself, symptom or not. */
export function judgeAll(
  chart: Chart,
  causes: readonly Cause[],
  probes: readonly Probe<unknown>[],
  log?: FaultLog,
): ReadonlyMap<Cause, CauseJudgement> {
  const proven = proofsOfWayOut(chart, probes)
  const all = new Map(causes.map((cause) => [cause, fairly(cause, judge(cause, chart, probes, log), proven, probes)]))
  const refuted = [...all].flatMap(([cause, { verdict }]) =>
    verdict.is === 'present' ? (cause.refutes?.(chart) ?? []) : [],
  )
  for (const cause of refuted) {
    const judgement = all.get(cause)
    if (judgement) all.set(cause, { ...judgement, verdict: absent })
  }
  return all
}

function judge(cause: Cause, chart: Chart, probes: readonly Probe<unknown>[], log?: FaultLog): CauseJudgement {
  const { chart: attentive, heard } = trackedFindings(chart, probes)
  const testimony = (verdict: Verdict) => ({ verdict, testimony: [...heard] })
  try {
    return testimony(cause.judge(attentive))
  } catch (error) {
    // A judge of ours that stumbles has not decided anything.
    log?.error('judgement-failed', { of: cause, error })
    return testimony({ is: 'undecided', missing: [] })
  }
}

type FaultLog = Pick<Log, 'error'>

interface Proof {
  probe: string
  line: Sentence
}

function fairly(
  cause: Cause,
  { verdict, testimony }: CauseJudgement,
  proven: readonly Proof[],
  probes: readonly Probe<unknown>[],
): CauseJudgement {
  if (verdict.is !== 'present' || cause.blames !== 'server') return { verdict, testimony }
  const [proof] = proven
  if (proof) {
    const evidence = [...verdict.evidence, proof.line]
    return { verdict: { ...verdict, evidence }, testimony: [...new Set([...testimony, proof.probe])] }
  }
  const missing = probes.filter((probe) => probe.provesWayOut).map((probe) => probe.id)
  return { verdict: { is: 'undecided', missing }, testimony }
}

function proofsOfWayOut(chart: Chart, probes: readonly Probe<unknown>[]): Proof[] {
  return probes.flatMap((probe) => {
    const fact = chart.fact(probe)
    const line = fact === undefined ? undefined : probe.provesWayOut?.(fact)
    return line ? [{ probe: probe.id, line }] : []
  })
}

/** Whether another present cause, directly or through others, has this one as its symptom. */
function isSymptom(cause: Cause, present: readonly Cause[]): boolean {
  return ancestors(cause).some((other) => present.includes(other))
}

function ancestors(cause: Cause, seen: Set<Cause> = new Set([cause])): Cause[] {
  return (cause.shadowedBy?.() ?? []).flatMap((other) => {
    if (seen.has(other)) return []
    seen.add(other)
    return [other, ...ancestors(other, seen)]
  })
}

function name(
  cause: Cause,
  chart: Chart,
  { verdict, testimony }: CauseJudgement & { verdict: Present },
  present: readonly Cause[],
): NamedCause {
  const { plain, details, heading } = cause.explain(chart, verdict)
  return {
    id: cause.id,
    title: cause.title,
    plain,
    details,
    ...(heading !== undefined && { heading }),
    harm: cause.harm,
    layer: cause.layer,
    weight: verdict.weight,
    evidence: verdict.evidence,
    against: verdict.against,
    explains: present.filter((other) => other !== cause && ancestors(other).includes(cause)).map((other) => other.id),
    testimony,
  }
}
