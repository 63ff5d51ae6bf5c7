import type { Chart } from '../../core/chart.ts'
import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import type { Millis } from '../../core/time.ts'
import { type AddInHosts, addInHosts } from '../../probes/client/add-in-hosts.ts'

/** What the judges of Outlook's add-ins share. Nothing here decides a cause. */

export function lostAddIns(chart: Chart): AddInHosts['addIns'] {
  return chart.fact(addInHosts)?.addIns.filter(({ reach }) => reach !== 'open') ?? []
}

/** Each as evidence, with how long it has been there: one that came lately is suspected first. */
export function addInLines(chart: Chart): Sentence[] {
  return [...lostAddIns(chart)]
    .sort((one, other) => (other.since ?? 0) - (one.since ?? 0))
    .flatMap(({ name, host, since }) => [
      say('The add-in {name} comes from {host}, which does not answer', { name: verbatim(name), host: verbatim(host) }),
      ...(since === undefined
        ? []
        : [
            say('The add-in {name} has been there for {count} days', {
              name: verbatim(name),
              count: daysIn(chart.at - since),
            }),
          ]),
    ])
}

const daysIn = (ms: Millis) => Math.max(1, Math.round(ms / 86_400_000))
