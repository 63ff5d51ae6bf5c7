import type { Chart } from '../../core/chart.ts'
import type { Filter } from '../../core/network.ts'
import { type Arg, type Sentence, say, verbatim } from '../../core/sentence.ts'
import { filters } from '../../probes/client/filters.ts'
import { certificate } from '../../probes/tls/certificate.ts'

/** One that filters the network rather than a security program, where both are there. */
export function filterAtWork(chart: Chart): Filter | undefined {
  const installed = chart.fact(filters)?.filters.filter(({ state }) => state === 'installed') ?? []
  return installed.find(({ kind }) => kind === 'network') ?? installed[0]
}

export const productOf = (filter: Filter | undefined): string | undefined => filter?.product ?? filter?.name

/** The program that shows itself in a certificate. Where that is one of several, what is installed here says which. */
export function inspectorIn(chart: Chart): string | undefined {
  const name = Object.values(chart.fact(certificate) ?? {}).find((shown) => shown.inspector)?.inspector
  const installed = chart.fact(filters)?.filters.flatMap((filter) => productOf(filter) ?? []) ?? []
  return installed.find((one) => name?.split(/, | or /).includes(one)) ?? name
}

/** What to do in the filter, where its rule against the mail app is the cause. */
export function ruleToLookFor(app: Arg, product: string | undefined): Sentence {
  return product
    ? say(
        'In {product}, look for a rule that blocks {app} and allow it, or add {app} to its exceptions. The filter itself can stay on.',
        { product: verbatim(product), app },
      )
    : say(
        'In the filter, look for a rule that blocks {app} and allow it, or add {app} to its exceptions. The filter itself can stay on.',
        { app },
      )
}
