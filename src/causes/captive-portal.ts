import { absent, type Cause, present } from '../core/cause.ts'
import { openWeb } from '../probes/open-web.ts'
import { noNetwork } from './no-network.ts'
import { isInTrouble, mailServers, someServerWorks, wanting } from './reading.ts'

/** A hotel, train or café answers in everybody's place until one has signed in. */
export const captivePortal: Cause = {
  id: 'captive-portal',
  title: 'The network wants you to sign in first.',
  harm: 'stops',
  patience: 15_000,
  offline: true,
  shadowedBy: () => [noNetwork],
  judge(chart) {
    // A portal that lets the account's own servers through is no reason for anything.
    if (someServerWorks(chart)) return absent
    const web = chart.fact(openWeb)
    if (!web) {
      return mailServers(chart).some(({ role }) => isInTrouble(chart, role))
        ? (wanting(chart, openWeb) ?? absent)
        : absent
    }
    if (!web.portal) return absent
    const others = web.checks.filter(({ outcome }) => outcome === 'other')
    return present(
      0.97,
      others.map(({ host, status, redirect }) =>
        redirect
          ? `Asked for ${host}, the network sent us to ${redirect}`
          : status
            ? `Somebody else answers for ${host} (status ${status})`
            : `Somebody else answers for ${host}`,
      ),
    )
  },
  explain: () => ({
    plain:
      'This network lets nothing out until you have signed in on its own page, as in a hotel or on a train. Your mail waits until then.',
    details: ['Open a web browser: the sign-in page usually appears by itself.'],
  }),
}
