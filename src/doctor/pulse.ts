import type { Probe } from '../core/probe.ts'

/**
 * The questions of a light examination: the vital ones and all they come after. Well answered, they are proof enough
 * that mail can leave; anything else is reason to ask everything.
 */
export function pulse(probes: readonly Probe<unknown>[]): readonly Probe<unknown>[] {
  const needed = new Set<Probe<unknown>>()
  const need = (probe: Probe<unknown>) => {
    if (needed.has(probe)) return
    needed.add(probe)
    for (const earlier of probe.after ?? []) need(earlier)
  }
  for (const probe of probes) if (probe.vital) need(probe)
  return probes.filter((probe) => needed.has(probe))
}
