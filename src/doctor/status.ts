import type { Cause } from '../core/cause.ts'
import type { Chart } from '../core/chart.ts'
import type { NamedCause, Status } from '../core/diagnosis.ts'
import type { Probe } from '../core/probe.ts'

/**
 * What the icon shows after an examination. `clear` needs proof: at least one vital question was answered, every vital
 * one that was asked was answered well, and no cause was found.
 */
export function statusOf(
  chart: Chart,
  roots: readonly Cause[],
  named: readonly NamedCause[],
  probes: readonly Probe<unknown>[],
): Status {
  const [first] = named
  if (first) {
    if (roots.find((cause) => cause.id === first.id)?.offline) return 'offline'
    return named.some((cause) => cause.harm === 'stops') ? 'stuck' : 'waiting'
  }
  const vital = probes.filter((probe) => probe.vital).flatMap((probe) => chart.finding(probe) ?? [])
  const proven =
    vital.length > 0 && vital.every((finding) => finding.state === 'known' && finding.telling.tone !== 'bad')
  return proven && !hasStuckMessage(chart) ? 'clear' : 'unsure'
}

/** A message that waits longer than any healthy sending takes, and not by design. */
function hasStuckMessage(chart: Chart): boolean {
  const patience = 90_000
  return chart.messages.some((message) => message.state === 'waiting' && chart.at - message.waitingSince > patience)
}
