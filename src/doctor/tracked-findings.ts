import type { Chart } from '../core/chart.ts'
import type { Finding, Probe } from '../core/probe.ts'

/** A chart that remembers which probes a judge read, whatever they had found: what its verdict depends on. */
export function trackedFindings(
  chart: Chart,
  probes: readonly Probe<unknown>[],
): { chart: Chart; heard: ReadonlySet<string> } {
  const heard = new Set<string>()
  const spoke = (probe: Probe<unknown>) => {
    const fact = chart.fact(probe)
    return fact !== undefined && (probe.replies?.(fact).length ?? 0) > 0
  }
  const attentive: Chart = {
    ...chart,
    finding<F>(probe: Probe<F>): Finding<F> | undefined {
      heard.add(probe.id)
      return chart.finding(probe)
    },
    fact<F>(probe: Probe<F>): F | undefined {
      heard.add(probe.id)
      return chart.fact(probe)
    },
    replies() {
      // No verdict depends on a probe without a reply.
      for (const probe of probes) if (spoke(probe)) heard.add(probe.id)
      return chart.replies()
    },
  }
  return { chart: attentive, heard }
}

/** These probes and all that they come after, in the order of the list. */
export function withPrerequisites(
  wanted: Iterable<string>,
  probes: readonly Probe<unknown>[],
): readonly Probe<unknown>[] {
  const needed = new Set<Probe<unknown>>()
  const need = (probe: Probe<unknown>) => {
    if (needed.has(probe)) return
    needed.add(probe)
    for (const earlier of probe.after ?? []) need(earlier)
  }
  const ids = new Set(wanted)
  for (const probe of probes) if (ids.has(probe.id)) need(probe)
  return probes.filter((probe) => needed.has(probe))
}
