import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { Role } from '../../core/mail.ts'
import type { Attempt } from '../../core/network.ts'
import { duration, say, verbatim } from '../../core/sentence.ts'
import { controlHosts } from '../../probes/network/control-hosts.ts'
import { wayOut } from '../../probes/network/way-out.ts'
import { byAnotherWay } from '../lib/brought-by.ts'
import { configuredPort, judgeServers, roleWeight, undecidedForWantOf } from '../lib/chart-queries.ts'
import { captivePortal } from './captive-portal.ts'
import { noNetwork } from './no-network.ts'

/** Mail apps try IPv6 first and lose seconds, or give up, where it leads nowhere. */
export const ipv6Broken: Cause = {
  id: 'ipv6-broken',
  title: say('IPv6 is set up here but leads nowhere.'),
  harm: 'delays',
  layer: 'network',
  broughtBy: byAnotherWay,
  showAfterMs: 120_000,
  passing: () => true,
  shadowedBy: () => [noNetwork, captivePortal],
  judge: (chart) => judgeServers(chart, (role) => judge(chart, role)),
  explain: () => ({
    plain: say(
      'There are two ways to the mail server, an old one and a new one (IPv6). On this network the new one is a dead end, and the mail app may wait there.',
    ),
    details: [say('Restarting the router often helps.'), say('Everything works over the old way (IPv4).')],
  }),
}

function judge(chart: Chart, role: Role): Verdict {
  const tries = configuredPort(chart, role)?.tries ?? []
  const six = tries.filter(({ family }) => family === 6)
  const four = tries.find(({ family, reach }) => family === 4 && reach === 'open')
  // Without IPv6 here an unreachable address is how it should be.
  if (!four || six.length === 0 || !six.every((one) => isLost(one)) || hasNone(chart, six)) return absent
  const wants = undecidedForWantOf(chart, controlHosts)
  if (wants) return wants
  const others = (chart.fact(controlHosts)?.tries ?? []).filter(({ family }) => family === 6)
  // Good elsewhere: then the address that the server publishes is stale.
  if (others.some(({ reach }) => reach === 'open' || reach === 'refused')) return absent
  const host = verbatim(chart.account[role]?.host ?? '')
  const slowest = Math.max(...six.map(({ ms }) => ms))
  return present(
    (others.length > 0 ? 0.5 : 0.4) * roleWeight(role),
    [
      say('{host} over IPv6: no answer within {took} ({addresses})', {
        host,
        took: duration(slowest),
        addresses: say('{count} addresses', { count: six.length }),
      }),
      say('{host} over IPv4: open after {took}', { host, took: duration(four.ms) }),
      ...(others.length > 0
        ? [say('No other provider answers over IPv6 ({others} tried)', { others: others.length })]
        : []),
    ],
    others.length > 0 ? [] : [say('No other provider could be tried over IPv6')],
  )
}

const isLost = ({ reach }: Attempt): boolean => reach === 'silent' || reach === 'unreachable'

function hasNone(chart: Chart, six: readonly Attempt[]): boolean {
  const known = chart.fact(wayOut)?.network.ipv6
  return known === undefined ? six.every(({ reach }) => reach === 'unreachable') : !known
}
