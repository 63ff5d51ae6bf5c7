import type { Cause, Present, Verdict } from '../core/cause.ts'
import type { Chart } from '../core/chart.ts'
import type { Diagnosis, NamedCause } from '../core/diagnosis.ts'
import type { Probe } from '../core/probe.ts'
import { statusOf } from './status.ts'

/**
 * Judges every cause and names those that are no symptom of another. A server is blamed only with proof that our own
 * way out works; without it the verdict waits for the probes that could prove it.
 */
export function diagnose(chart: Chart, causes: readonly Cause[], probes: readonly Probe<unknown>[]): Diagnosis {
  const proven = proofsOfWayOut(chart, probes)
  const verdicts = new Map(causes.map((cause) => [cause, fairly(cause, judge(cause, chart), proven, probes)]))
  const present = causes.filter((cause) => verdicts.get(cause)?.is === 'present')
  const roots = present.filter((cause) => !isSymptom(cause, present))
  const named = roots
    .map((cause) => name(cause, chart, verdicts.get(cause) as Present, present))
    .sort((one, other) => other.weight - one.weight)
  const undecided = causes.flatMap((cause) => {
    const verdict = verdicts.get(cause)
    return verdict?.is === 'undecided' && !isSymptom(cause, present) ? [{ id: cause.id, missing: verdict.missing }] : []
  })
  return { status: statusOf(chart, roots, named, probes), causes: named, undecided }
}

function judge(cause: Cause, chart: Chart): Verdict {
  try {
    return cause.judge(chart)
  } catch {
    // A judge of ours that stumbles has not decided anything.
    return { is: 'undecided', missing: [] }
  }
}

function fairly(cause: Cause, verdict: Verdict, proven: readonly string[], probes: readonly Probe<unknown>[]): Verdict {
  if (verdict.is !== 'present' || cause.blames !== 'server') return verdict
  if (proven.length > 0) return { ...verdict, evidence: [...verdict.evidence, ...proven.slice(0, 1)] }
  return { is: 'undecided', missing: probes.filter((probe) => probe.provesWayOut).map((probe) => probe.id) }
}

function proofsOfWayOut(chart: Chart, probes: readonly Probe<unknown>[]): string[] {
  return probes.flatMap((probe) => {
    const fact = chart.fact(probe)
    const proof = fact === undefined ? undefined : probe.provesWayOut?.(fact)
    return proof ? [proof] : []
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

function name(cause: Cause, chart: Chart, verdict: Present, present: readonly Cause[]): NamedCause {
  const { plain, details } = cause.explain(chart, verdict)
  return {
    id: cause.id,
    title: cause.title,
    plain,
    details,
    harm: cause.harm,
    weight: verdict.weight,
    evidence: verdict.evidence,
    against: verdict.against,
    explains: present.filter((other) => other !== cause && ancestors(other).includes(cause)).map((other) => other.id),
  }
}
