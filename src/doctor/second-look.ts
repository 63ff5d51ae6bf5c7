import type { Chart } from '../core/chart.ts'
import type { NamedCause } from '../core/diagnosis.ts'
import type { Clock, Millis } from '../core/time.ts'
import type { Conduct } from './examine.ts'
import { type Recheck, recheck } from './recheck.ts'

/** A resolver that hiccups, a few lost packets, a change of the Wi-Fi's channel: hardly any moment lasts longer. */
const moment: Millis = 6_000

/**
 * Whether any of these causes was over a moment later. Only those that may pass are asked about again; a watch has no
 * need of it, since it shows nothing before a cause has lasted.
 */
export async function hasPassed(
  named: readonly NamedCause[],
  chart: Chart,
  { clock, ...again }: Recheck & { clock: Clock },
  conduct: Omit<Conduct, 'budget'>,
): Promise<boolean> {
  const doubtful = named.filter(({ id }) => again.causes.find((cause) => cause.id === id)?.passing?.(chart))
  if (doubtful.length === 0) return false
  await clock.wait(moment, conduct.signal)
  const found = await Promise.all(doubtful.map((one) => recheck([one], again, conduct)))
  return found.includes('gone')
}
