import type { Chart } from '../core/chart.ts'
import type { NamedCause } from '../core/diagnosis.ts'
import type { Clock, Millis } from '../core/time.ts'
import type { Conduct } from './examine.ts'
import { type Recheck, recheck } from './recheck.ts'

/** A resolver that hiccups, a few lost packets, a change of the Wi-Fi's channel: hardly any moment lasts longer. */
const moment: Millis = 6_000

/** In less time nobody would find out anything. */
const least: Millis = 4_000

interface SecondLook extends Omit<Recheck, 'budget'> {
  clock: Clock
  /** Of the time for the whole examination. */
  left(): Millis
}

/**
 * Whether any of these causes was over a moment later. Only those that may pass are asked about again, and only where
 * there is time for it; a watch has no need of it, since it shows nothing before a cause has lasted.
 */
export async function hasPassed(
  named: readonly NamedCause[],
  chart: Chart,
  { clock, left, ...again }: SecondLook,
  conduct: Omit<Conduct, 'budget'>,
): Promise<boolean> {
  const doubtful = named.filter(({ id }) => again.causes.find((cause) => cause.id === id)?.passing?.(chart))
  if (doubtful.length === 0 || left() < moment + 2 * least) return false
  await clock.wait(moment, conduct.signal)
  // The rest is for asking everything anew.
  const budget = left() / 2
  const began = clock.elapsed()
  const found = await Promise.all(doubtful.map((one) => recheck([one], { ...again, budget }, conduct)))
  // What was cut short has seen nothing, and so no trouble either.
  return found.includes('gone') && clock.elapsed() - began < budget
}
