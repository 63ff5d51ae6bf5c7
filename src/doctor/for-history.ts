import type { ExaminationRecord } from '../core/examination-record.ts'
import type { Finding, Probe } from '../core/probe.ts'

/** A finding with all that its probe says about it for the timeline. */
export function forHistory({
  probe,
  finding,
}: {
  probe: Probe<unknown>
  finding: Finding<unknown>
}): ExaminationRecord['findings'][number] {
  const latency = finding.state === 'known' ? probe.latency?.(finding.fact) : undefined
  const forgotten = probe.remembered ? {} : { forgotten: true as const }
  return {
    probe: probe.id,
    finding,
    ...forgotten,
    ...(probe.layer && { layer: probe.layer }),
    ...(probe.decides && { decides: probe.decides }),
    ...(latency && { latency }),
  }
}
