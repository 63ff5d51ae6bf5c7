import { absent, type Cause, present } from '../../core/cause.ts'
import { say, verbatim } from '../../core/sentence.ts'
import { openWeb } from '../../probes/network/open-web.ts'
import { byAnotherNetwork } from '../lib/brought-by.ts'
import { isInTrouble, mailServers, someServerWorks, undecidedForWantOf } from '../lib/chart-queries.ts'
import { webServerInstead } from '../lib/web-instead.ts'
import { webProxy } from './detour-broken.ts'
import { noNetwork } from './no-network.ts'

/** A hotel, train or café answers in everybody's place until one has signed in. */
export const captivePortal: Cause = {
  id: 'captive-portal',
  title: say('The network wants you to sign in first.'),
  harm: 'stops',
  layer: 'network',
  ofNetwork: true,
  broughtBy: byAnotherNetwork,
  showAfterMs: 15_000,
  offline: true,
  shadowedBy: () => [noNetwork],
  judge(chart) {
    const instead = webServerInstead(chart)
    // With a proxy that is set, it is that one.
    if (instead.length > 0 && !webProxy(chart))
      return present(0.9, instead, [say('The server itself may be set up wrongly')])
    // A portal that lets the account's own servers through is no reason for anything.
    if (someServerWorks(chart)) return absent
    const web = chart.fact(openWeb)
    if (!web) {
      return mailServers(chart).some(({ role }) => isInTrouble(chart, role))
        ? (undecidedForWantOf(chart, openWeb) ?? absent)
        : absent
    }
    if (!web.portal) return absent
    const others = web.checks.filter(({ outcome }) => outcome === 'other')
    return present(
      0.97,
      others.map(({ host, status, redirect }) =>
        redirect
          ? say('Asked for {host}, the network sent us to {redirect}', {
              host: verbatim(host),
              redirect: verbatim(redirect),
            })
          : status
            ? say('Somebody else answers for {host} (status {status})', {
                host: verbatim(host),
                status: verbatim(status),
              })
            : say('Somebody else answers for {host}', { host: verbatim(host) }),
      ),
    )
  },
  explain: (chart) => ({
    plain:
      webServerInstead(chart).length > 0 && !chart.fact(openWeb)?.portal
        ? say(
            'Something in this network answers like a web page in the place of your mail server. It is a sign-in page that waits for you, or a proxy that knows no mail. On another network, such as your phone’s, the mail should leave.',
          )
        : say(
            'It lets nothing out until you have signed in on its own page. Hotels and trains do that. Your mail waits until then.',
          ),
    details: [say('Open a web browser: the sign-in page usually appears by itself.')],
  }),
}
