import type { Cause } from '../core/cause.ts'
import type { Chart } from '../core/chart.ts'
import type { Diagnosis } from '../core/diagnosis.ts'
import type { MacVersion } from '../core/mac-powers.ts'
import type { Probe } from '../core/probe.ts'
import type { RemedyContext } from '../core/remedy.ts'
import { judgeAll } from './diagnose.ts'
import type { ExaminationInput } from './examine.ts'

/** What was found of an account, as remedies look at it. */
export function remedyContextOf(
  input: ExaminationInput,
  chart: Chart,
  diagnosis: Diagnosis,
  version: MacVersion,
  causes: readonly Cause[],
  probes: readonly Probe<unknown>[],
): RemedyContext {
  const judgements = judgeAll(chart, causes, probes)
  const { world, account, observation, outside } = input
  return {
    world,
    account,
    messages: chart.messages,
    ...(observation && { observation }),
    chart,
    diagnosis,
    outside,
    version,
    has: (cause) => judgements.get(cause)?.verdict.is === 'present',
  }
}
