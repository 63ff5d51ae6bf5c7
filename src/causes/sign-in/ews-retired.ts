import { absent, type Cause, present } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import { say } from '../../core/sentence.ts'
import { type Retirement, retiredBy } from '../../knowledge/retirements.ts'
import { clientHealth } from '../../probes/client/client-health.ts'
import { exchangeEndpoints } from '../../probes/server/exchange-endpoints.ts'
import { atRest } from '../lib/app-at-rest.ts'
import { clientHealthIn, clientIn, noWayOutCauses, waitingFor, waitingLine } from '../lib/mail-app.ts'
import { providersBehind } from '../lib/signing-in.ts'
import { overdueMessages } from '../lib/waiting-mail.ts'

/** Legacy Outlook reaches Exchange Online by Exchange Web Services alone; New Outlook does not need them. */
export const ewsRetired: Cause = {
  id: 'ews-retired',
  title: say('Microsoft has switched off the service legacy Outlook needs.'),
  harm: 'stops',
  layer: 'signing-in',
  showAfterMs: 60_000,
  shadowedBy: () => [...noWayOutCauses(), ...atRest()],
  judge(chart) {
    const retired = retirement(chart)
    if (!retired || !clientIn(chart)?.can.needsEws) return absent
    const waits = overdueMessages(chart).length > 0
    // Where an organisation may have kept it, only mail that does not leave is a sign.
    if (retired.extent !== 'everybody' && !waits) return absent
    const mode = clientHealthIn(chart)?.mode ?? 'unknown'
    if (mode === 'unknown')
      return clientHealthIn(chart) ? { is: 'undecided', missing: [clientHealth.id] } : waitingFor(chart, clientHealth)
    if (mode === 'new') return absent
    return present(
      retired.extent === 'everybody' ? 0.9 : 0.6,
      [retired.line, say('Outlook runs in its legacy form'), ...waitingLine(chart)],
      answers(chart)
        ? [say('The service still answers us, which it also does where it is switched off for an account')]
        : [],
    )
  },
  explain: () => ({
    plain: say(
      'The older Outlook talks to Microsoft 365 in a way that Microsoft is switching off. The new Outlook does not need it: switch to it, and save the waiting messages before.',
    ),
    details: [
      say(
        'In Outlook: the Outlook menu, “New Outlook”. Your organisation’s IT may have kept the older way open for now.',
      ),
    ],
  }),
}

function retirement(chart: Chart): Retirement | undefined {
  const { incoming } = chart.account
  if (incoming?.protocol !== 'exchange') return undefined
  const all = providersBehind(chart, incoming).flatMap(({ id }) => retiredBy(id, incoming.protocol, chart.at))
  return all.find(({ what }) => what === 'ews')
}

function answers(chart: Chart): boolean {
  return (
    chart.fact(exchangeEndpoints)?.endpoints.some(({ name, outcome }) => name === 'ews' && outcome === 'there') === true
  )
}
