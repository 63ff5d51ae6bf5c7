import type { Probe } from '../core/probe.ts'
import { withPrerequisites } from './tracked-findings.ts'

/**
 * The questions of a light examination: the vital ones and all they come after. Well answered, they are proof enough
 * that mail can leave; anything else is reason to ask everything.
 */
export function vitalProbes(probes: readonly Probe<unknown>[]): readonly Probe<unknown>[] {
  const vital = probes.filter((probe) => probe.vital).map(({ id }) => id)
  return withPrerequisites(vital, probes)
}
