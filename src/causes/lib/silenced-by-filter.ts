import { absent, type Explanation, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import { say, verbatim } from '../../core/sentence.ts'
import { configuredPort, isOpen, mailServers, type TestedPort } from './chart-queries.ts'
import { closedPorts, otherHostsEvidence } from './closed-ports.ts'
import { filterAtWork, productOf } from './filter-at-work.ts'
import { incidentLines } from './incidents.ts'
import { changeLine, latestChange, waitingLine } from './mail-app.ts'
import { portLine } from './phrases.ts'

const day = 86_400_000
/** So soon after the change there is no better suspect than the filter. */
const justNow = 2 * 3_600_000

/**
 * Not a door of the account's hosts opens, strangers answer, and a filter was changed just before: its new list or rule
 * is likelier than a provider that fell silent in the same hour. A refusal comes from a machine that is there, and a
 * provider who says that there is trouble speaks for the filter.
 */
export function silencedByFilter(chart: Chart): Verdict {
  const change = latestChange(chart, ['filter'], day)
  const servers = mailServers(chart)
  if (!change || servers.length === 0 || incidentLines(chart).length > 0) return absent
  const shut = servers.map(({ role }) => closedPorts(chart, role))
  if (!shut.every((seen): seen is TestedPort[] => Array.isArray(seen) && seen.length > 0)) return absent
  if (shut.flat().some((tested) => isOpen(tested) || tested.end === 'refused')) return absent
  const [tested] = servers.flatMap(({ role }) => configuredPort(chart, role) ?? [])
  const compared = tested ? otherHostsEvidence(chart, tested) : absent
  if (!tested || !Array.isArray(compared)) return Array.isArray(compared) ? absent : compared
  const product = productOf(filterAtWork(chart))
  return present(
    chart.at - change.at <= justNow ? 0.92 : 0.7,
    [
      ...shut.flatMap(([one]) => (one ? [portLine(one)] : [])),
      ...compared,
      ...(product ? [say('At work on this Mac: {product}', { product: verbatim(product) })] : []),
      changeLine(chart, change),
      ...waitingLine(chart),
    ],
    [say('The mail server may also be down: another device in the same network tells')],
  )
}

export function explainSilenced(product: string | undefined): Explanation {
  return {
    plain: product
      ? say(
          'A program on this Mac that filters the network ({product}) was changed a short while ago. Since then nothing of your mail provider answers here, while others do: most likely the program keeps it away.',
          { product: verbatim(product) },
        )
      : say(
          'A program on this Mac that filters the network was changed a short while ago. Since then nothing of your mail provider answers here, while others do: most likely the program keeps it away.',
        ),
    details: [
      product
        ? say(
            'In {product}, look for a rule or list that blocks your mail servers and allow them, or add them to its exceptions. The filter itself can stay on.',
            { product: verbatim(product) },
          )
        : say(
            'In the filter, look for a rule or list that blocks your mail servers and allow them, or add them to its exceptions. The filter itself can stay on.',
          ),
      say('Another device in the same network is the proof: if mail works there, it is this Mac and not the server.'),
    ],
  }
}
