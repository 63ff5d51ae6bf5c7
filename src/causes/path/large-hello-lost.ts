import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { Role } from '../../core/mail.ts'
import { say, verbatim } from '../../core/sentence.ts'
import { encryption } from '../../probes/tls/encryption.ts'
import { byAnotherWay, byFilter } from '../lib/brought-by.ts'
import { judgeServers, roleWeight } from '../lib/chart-queries.ts'
import { captivePortal } from '../network/captive-portal.ts'
import { noNetwork } from '../network/no-network.ts'
import { pathLosesLargePackets } from './path-loses-large-packets.ts'

/** The key share against quantum computers makes the first word longer than one packet, and old boxes drop it. */
export const largeHelloLost: Cause = {
  id: 'large-hello-lost',
  title: say('The long first word of modern encryption gets lost.'),
  harm: 'stops',
  layer: 'encryption',
  ofNetwork: true,
  broughtBy: [...byAnotherWay, ...byFilter],
  showAfterMs: 30_000,
  shadowedBy: () => [noNetwork, captivePortal, pathLosesLargePackets],
  judge: (chart) => judgeServers(chart, (role) => judge(chart, role)),
  explain: () => ({
    plain: say(
      'The mail server, or something on the way to it, cannot cope with it. With a short one it answers at once.',
    ),
    details: [
      say('Whether your mail app is hit depends on the version of macOS: newer ones use the long word.'),
      say(
        'Another network or another port may do until whoever runs the server, or the firewall before it, has updated it.',
      ),
    ],
  }),
}

function judge(chart: Chart, role: Role): Verdict {
  const tls = chart.fact(encryption)?.[role]
  // The same handshake failed twice, and a short one went through.
  if (!tls?.second?.small || tls.second.large) return absent
  return present(
    0.93 * roleWeight(role),
    [
      say('{host}, port {port}: no encryption after a long first word, twice', {
        host: verbatim(tls.host),
        port: verbatim(tls.port),
      }),
      say('With a short first word, encryption succeeded at once'),
    ],
    [say('The mail app may use a short first word, and not be hit')],
  )
}
