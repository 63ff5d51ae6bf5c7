import type { Chart } from '../core/chart.ts'
import type { NamedCause } from '../core/diagnosis.ts'
import type { Clock, Millis } from '../core/time.ts'
import { judgeAll } from './diagnose.ts'
import type { ExamineOptions } from './examine.ts'
import { type RecheckDeps, recheck } from './recheck.ts'
import { withinBudget } from './within-budget.ts'

/** A resolver that hiccups, a few lost packets, a change of the Wi-Fi's channel: hardly any moment lasts longer. */
const pauseBeforeRecheckMs: Millis = 6_000

/** What is well again answers sooner; whoever is still silent by then has lasted. */
const recheckTimeoutMs: Millis = 10_000

interface SecondLook extends Omit<RecheckDeps, 'budget' | 'believesWitnesses'> {
  clock: Clock
  /** Of the time for the whole examination. */
  left(): Millis
}

/**
 * Whether any of these causes was over a moment later. Only those that may pass are asked about again, and only where
 * there is time for it; a watch has no need of it, since it shows nothing before a cause has lasted.
 */
export async function hasPassedMeanwhile(
  named: readonly NamedCause[],
  chart: Chart,
  { clock, left, ...again }: SecondLook,
  { signal }: Pick<ExamineOptions, 'signal'>,
): Promise<boolean> {
  const doubtful = named.filter(({ id }) => again.causes.find((cause) => cause.id === id)?.passing?.(chart))
  if (doubtful.length === 0 || left() < pauseBeforeRecheckMs + 2 * recheckTimeoutMs) return false
  await clock.wait(pauseBeforeRecheckMs, signal)
  const end = new AbortController()
  const conduct = { signal: AbortSignal.any([signal, end.signal]) }
  const refuters = again.causes.filter(({ refutes }) => refutes)
  const judged = judgeAll(chart, refuters, again.probes)
  const witnesses = [...judged.values()].flatMap(({ testimony }) => testimony)
  // Whoever refutes may itself be kept waiting: what is well again by its own probes need not wait for it.
  const looks = doubtful.flatMap(({ id, testimony }) =>
    [testimony, [...testimony, ...witnesses]].map((asked) =>
      recheck([{ id, testimony: asked }], { ...again, budget: 2 * recheckTimeoutMs, trustsNamedProbes: true }, conduct),
    ),
  )
  const all = Promise.all(looks).then((found) => found.includes('gone'))
  const first = new Promise<true>((resolve) => {
    // One that fails fails `all`, too.
    for (const look of looks) look.then((found) => found === 'gone' && resolve(true)).catch(() => {})
  })
  try {
    return (await withinBudget(clock, recheckTimeoutMs, signal, Promise.race([first, all]))) === true
  } finally {
    end.abort()
  }
}
