import { absent, type Explanation, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import { serversOf } from '../../core/mail.ts'
import { type Arg, say, verbatim } from '../../core/sentence.ts'
import { configuredPort } from './chart-queries.ts'
import { filterAtWork, productOf, ruleToLookFor } from './filter-at-work.ts'
import { changeLine, latestChange, socketOf, unansweredCallLine, waitingLine } from './mail-app.ts'
import { portLine } from './phrases.ts'
import { overdueMessages } from './waiting-mail.ts'

const day = 86_400_000

/** This Mac itself forbids us the server, and the app calls that very server in vain: a filter lets out neither. */
export function judgeBothBlocked(chart: Chart): Verdict {
  const filter = filterAtWork(chart)
  const change = latestChange(chart, ['filter'], day)
  if ((!filter && !change) || overdueMessages(chart).length === 0) return absent
  const shut = serversOf(chart.account).flatMap(({ role }) => {
    const tested = configuredPort(chart, role)
    return tested?.end === 'denied' && socketOf(chart, role)?.state === 'syn-sent' ? [tested] : []
  })
  if (shut.length === 0) return absent
  const product = productOf(filter)
  return present(change ? 0.9 : 0.82, [
    ...shut.map((server) => unansweredCallLine(chart, server)),
    ...shut.map(portLine),
    ...(product ? [say('At work on this Mac: {product}', { product: verbatim(product) })] : []),
    ...(change ? [changeLine(chart, change)] : []),
    ...waitingLine(chart),
  ])
}

export function explainBothBlocked(app: Arg, product: string | undefined): Explanation {
  return {
    plain: product
      ? say(
          'A program on this Mac that filters the network ({product}) lets neither {app} nor Outbox Doctor through. Allow {app} in that program.',
          { product: verbatim(product), app },
        )
      : say(
          'A program on this Mac that filters the network lets neither {app} nor Outbox Doctor through. Allow {app} in that program.',
          { app },
        ),
    details: [ruleToLookFor(app, product)],
  }
}
