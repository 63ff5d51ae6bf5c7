import type { Cause } from '../core/cause.ts'
import type { NamedCause } from '../core/diagnosis.ts'
import type { Probe } from '../core/probe.ts'
import type { Millis } from '../core/time.ts'
import { type CauseJudgement, judgeAll } from './diagnose.ts'
import { type ExaminationInput, type ExamineOptions, examine } from './examine.ts'
import { withPrerequisites } from './tracked-findings.ts'

export interface RecheckDeps {
  causes: readonly Cause[]
  probes: readonly Probe<unknown>[]
  /** For each examination. */
  budget: Millis
  /** What the named probes say no longer is gone, whichever others could be asked: for what may pass in a moment. */
  trustsNamedProbes?: boolean
  /** The account as it is now: its outbox may be another one than before. */
  lookAgain(signal: AbortSignal): Promise<ExaminationInput>
}

/** Of the causes that were there before: `gone` is every one, and `unseen` is that nobody can tell. */
export type RecheckResult = 'gone' | 'still there' | 'unseen'

// A judge that finds one port open may ask about the next. None has three more.
const rounds = 3

/**
 * Asks the probes again that these causes rest on, and judges the causes anew. A judge that now reads a probe which was
 * not asked is not believed before that one was asked, too.
 */
export async function recheck(
  named: readonly Pick<NamedCause, 'id' | 'testimony'>[],
  { causes, probes, budget, trustsNamedProbes = false, lookAgain }: RecheckDeps,
  options: Omit<ExamineOptions, 'budget'>,
): Promise<RecheckResult> {
  const these = causes.filter(({ id }) => named.some((one) => one.id === id))
  const wanted = new Set(named.flatMap(({ testimony }) => testimony))
  for (let round = 0; round < rounds; round += 1) {
    const asked = withPrerequisites(wanted, probes)
    const input = await lookAgain(options.signal)
    const chart = await examine(input, asked, { ...options, budget })
    const judged = judgeAll(chart, causes, probes)
    const judgements = these.flatMap((cause) => judged.get(cause) ?? [])
    const refuters = causes.flatMap((cause) => (cause.refutes ? (judged.get(cause) ?? []) : []))
    const unasked = whoElse(judgements, refuters, asked, probes)
    const found = foundIn(judgements)
    if (unasked.length === 0 || (trustsNamedProbes && found === 'gone')) return found
    for (const id of unasked) wanted.add(id)
  }
  return 'unseen'
}

/** What is still there needs only the probes that could refute it; what is not, all that its judges now read. */
function whoElse(
  judgements: readonly CauseJudgement[],
  refuters: readonly CauseJudgement[],
  asked: readonly Probe<unknown>[],
  probes: readonly Probe<unknown>[],
): readonly string[] {
  const isThere = judgements.some(({ verdict }) => verdict.is === 'present')
  const consulted = new Set(
    (isThere ? refuters : judgements).flatMap(({ verdict, testimony }) => [
      ...testimony,
      ...(verdict.is === 'undecided' ? verdict.missing : []),
    ]),
  )
  return probes.filter((probe) => consulted.has(probe.id) && !asked.includes(probe)).map(({ id }) => id)
}

function foundIn(judgements: readonly CauseJudgement[]): RecheckResult {
  const says = (is: CauseJudgement['verdict']['is']) => judgements.some(({ verdict }) => verdict.is === is)
  if (says('present')) return 'still there'
  return says('undecided') ? 'unseen' : 'gone'
}
