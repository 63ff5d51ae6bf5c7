import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import { say, verbatim } from '../../core/sentence.ts'
import { filters } from '../../probes/client/filters.ts'
import { mailPrivacyConflict } from '../client/mail-privacy-conflict.ts'
import { atRest, ofTheMessage } from '../lib/app-at-rest.ts'
import { byFilter, byUpdate } from '../lib/brought-by.ts'
import { joinedVerdicts } from '../lib/chart-queries.ts'
import { filterAtWork, productOf, ruleToLookFor } from '../lib/filter-at-work.ts'
import {
  appName,
  changeLine,
  latestChange,
  noWayOutCauses,
  ownConnectionEvidence,
  unansweredCallLine,
  waitingFor,
  waitingLine,
} from '../lib/mail-app.ts'
import { explainBothBlocked, judgeBothBlocked } from '../lib/shut-in.ts'
import { explainSilenced, silencedByFilter } from '../lib/silenced-by-filter.ts'
import { isVerdict, type SocketDifference, socketDifference } from '../lib/socket-difference.ts'

const hour = 3_600_000

/** A filter decides program by program: what passes for us may hang for the mail app, without a word to anybody. */
export const filterBlocksClient: Cause = {
  id: 'filter-blocks-client',
  title: say('A filter on this Mac stops the mail app.'),
  harm: 'stops',
  layer: 'mail-app',
  broughtBy: [...byFilter, ...byUpdate],
  showAfterMs: 60_000,
  shadowedBy: () => [...noWayOutCauses(), ...atRest(), ...ofTheMessage(), mailPrivacyConflict],
  judge(chart) {
    const seen = socketDifference(chart)
    return joinedVerdicts([
      isVerdict(seen) ? seen : judgeApart(chart, seen),
      silencedByFilter(chart),
      judgeBothBlocked(chart),
    ])
  },
  explain(chart) {
    const app = appName(chart)
    const product = productOf(filterAtWork(chart))
    if (silencedByFilter(chart).is === 'present') return explainSilenced(product)
    if (judgeBothBlocked(chart).is === 'present') return explainBothBlocked(app, product)
    return {
      plain: product
        ? say(
            'Your connection works, but {product} keeps {app} from using it. That is a program on this Mac that filters the network. Allow {app} in it.',
            { product: verbatim(product), app },
          )
        : say(
            'Your connection works, but a program that filters the network keeps {app} from using it. Allow {app} in that program.',
            { app },
          ),
      details: [ruleToLookFor(app, product)],
    }
  },
}

function judgeApart(chart: Chart, seen: SocketDifference): Verdict {
  const filter = filterAtWork(chart)
  const change = latestChange(chart, ['filter'], 24 * hour)
  const unlisted = chart.fact(filters) === undefined
  if (!filter && !change) return unlisted && seen.calling.length > 0 ? waitingFor(chart, filters) : absent
  const calling = seen.calling.length > 0
  // Where the server has hung up, the app had come through.
  if (!calling && !seen.idle) return absent
  // A session that fell asleep looks the same where the app does not even call.
  if (!calling && !change && latestChange(chart, ['wake', 'network', 'vpn'], hour)) return absent
  const updated = latestChange(chart, ['app-update', 'system-update'], 24 * hour)
  const base = calling ? 0.82 : 0.5
  return present(
    base + (change ? 0.1 : updated ? 0.05 : 0) - (filter?.kind === 'security' && !change ? 0.1 : 0),
    [
      ...seen.calling.map((server) => unansweredCallLine(chart, server)),
      ...(calling ? [] : [say('{app} has no connection for sending', { app: appName(chart) })]),
      ownConnectionEvidence(chart),
      ...(filter ? [say('At work on this Mac: {product}', { product: verbatim(productOf(filter) ?? '') })] : []),
      ...(change ? [changeLine(chart, change)] : []),
      ...(updated ? [changeLine(chart, updated)] : []),
      ...waitingLine(chart),
    ],
    calling ? [] : [say('It may only be waiting before it tries again')],
  )
}
