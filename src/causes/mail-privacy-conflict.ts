import { absent, type Cause, present } from '../core/cause.ts'
import type { Chart } from '../core/chart.ts'
import { type Role, roles } from '../core/mail.ts'
import { clientHealth } from '../probes/client-health.ts'
import { apart, isVerdict } from './apart-from-us.ts'
import { atRest } from './app-at-rest.ts'
import { filterAtWork, productOf } from './filter-at-work.ts'
import { client, health, network, ownProof, socketOf, waitingFor } from './mail-app.ts'

/** With Protect Mail Activity, Mail asks through a relay, which some filters hold up for single hosts. */
export const mailPrivacyConflict: Cause = {
  id: 'mail-privacy-conflict',
  title: 'Protect Mail Activity and a filter get in each other’s way.',
  harm: 'stops',
  patience: 60_000,
  shadowedBy: () => [...network(), ...atRest()],
  judge(chart) {
    const seen = apart(chart)
    const filter = filterAtWork(chart)
    if (isVerdict(seen) || !filter || !client(chart)?.can.mailPrivacy) return absent
    const [blocked, ...others] = seen.calling
    const passing = roles.find((role) => isThrough(chart, role))
    if (!blocked || others.length > 0 || !passing) return absent
    const on = health(chart)?.protectMailActivity
    if (on !== true) return health(chart) ? absent : waitingFor(chart, clientHealth)
    return present(0.88, [
      `Mail calls ${blocked.host}, port ${blocked.port}, and gets no answer`,
      `Mail is connected to ${socketOf(chart, passing)?.host}`,
      `Protect Mail Activity is on, and ${productOf(filter)} filters the network`,
      ownProof(chart),
    ])
  },
  explain: (chart) => ({
    plain: `Mail hides your activity by way of Apple’s servers, and ${productOf(filterAtWork(chart)) ?? 'a filter on this Mac'} stops just that. Allow Mail in that program, and your mail can leave.`,
    details: [
      'The setting is in Mail, Settings, Privacy: “Protect Mail Activity”. It can stay on once Mail is allowed.',
    ],
  }),
}

function isThrough(chart: Chart, role: Role): boolean {
  const state = socketOf(chart, role)?.state
  return state === 'established' || state === 'elsewhere'
}
