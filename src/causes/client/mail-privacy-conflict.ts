import { absent, type Cause, present } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import { type Role, roles } from '../../core/mail.ts'
import { type Arg, say, verbatim } from '../../core/sentence.ts'
import { clientHealth } from '../../probes/client/client-health.ts'
import { atRest } from '../lib/app-at-rest.ts'
import { byFilter, byUpdate } from '../lib/brought-by.ts'
import { filterAtWork, productOf } from '../lib/filter-at-work.ts'
import {
  clientHealthIn,
  clientIn,
  noWayOutCauses,
  ownConnectionEvidence,
  socketOf,
  waitingFor,
} from '../lib/mail-app.ts'
import { isVerdict, socketDifference } from '../lib/socket-difference.ts'

/** With Protect Mail Activity, Mail asks through a relay, which some filters hold up for single hosts. */
export const mailPrivacyConflict: Cause = {
  id: 'mail-privacy-conflict',
  title: say('Protect Mail Activity and a filter get in each other’s way.'),
  harm: 'stops',
  layer: 'mail-app',
  broughtBy: [...byFilter, ...byUpdate],
  showAfterMs: 60_000,
  shadowedBy: () => [...noWayOutCauses(), ...atRest()],
  judge(chart) {
    const seen = socketDifference(chart)
    const filter = filterAtWork(chart)
    if (isVerdict(seen) || !filter || !clientIn(chart)?.can.mailPrivacy) return absent
    const [blocked, ...others] = seen.calling
    const passing = roles.find((role) => isThrough(chart, role))
    if (!blocked || others.length > 0 || !passing) return absent
    const on = clientHealthIn(chart)?.protectMailActivity
    if (on !== true) return clientHealthIn(chart) ? absent : waitingFor(chart, clientHealth)
    return present(0.88, [
      say('Mail calls {host}, port {port}, and gets no answer', {
        host: verbatim(blocked.host),
        port: verbatim(blocked.port),
      }),
      say('Mail is connected to {host}', { host: verbatim(socketOf(chart, passing)?.host ?? '') }),
      say('Protect Mail Activity is on, and {product} filters the network', {
        product: verbatim(productOf(filter) ?? ''),
      }),
      ownConnectionEvidence(chart),
    ])
  },
  explain: (chart) => ({
    plain: say(
      'Mail hides your activity by way of Apple’s servers, and {product} stops just that. Allow Mail in that program, and your mail can leave.',
      { product: filterName(chart) },
    ),
    details: [
      say('The setting is in Mail, Settings, Privacy: “Protect Mail Activity”. It can stay on once Mail is allowed.'),
    ],
  }),
}

function isThrough(chart: Chart, role: Role): boolean {
  const state = socketOf(chart, role)?.state
  return state === 'established' || state === 'elsewhere'
}

function filterName(chart: Chart): Arg {
  const product = productOf(filterAtWork(chart))
  return product === undefined ? say('a filter on this Mac') : verbatim(product)
}
