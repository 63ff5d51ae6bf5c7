import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { Role } from '../../core/mail.ts'
import { duration, say, verbatim } from '../../core/sentence.ts'
import { filters } from '../../probes/client/filters.ts'
import { resolvers } from '../../probes/names/resolvers.ts'
import { serverName } from '../../probes/names/server-name.ts'
import { byAnotherWay } from '../lib/brought-by.ts'
import { judgeServers, roleWeight, undecidedForWantOf } from '../lib/chart-queries.ts'
import { captivePortal } from '../network/captive-portal.ts'
import { noNetwork } from '../network/no-network.ts'
import { uplinkSaturated } from '../network/uplink-saturated.ts'
import { namesBroken } from './names-broken.ts'

/** Mail apps give up on a server whose name alone takes this long. */
const slow = 3_000
/** Slow only against something: a resolver asked at the same time that took no longer than this. */
const fast = 1_000

export const namesSlow: Cause = {
  id: 'names-slow',
  title: say('Looking up names takes too long.'),
  harm: 'delays',
  layer: 'names',
  broughtBy: byAnotherWay,
  showAfterMs: 120_000,
  shadowedBy: () => [noNetwork, captivePortal, namesBroken, uplinkSaturated],
  judge: (chart) => judgeServers(chart, (role) => judge(chart, role)),
  explain: () => ({
    plain: say(
      'Your Mac needs several seconds just to find the mail server. The mail app may give up before it is found.',
    ),
    details: [say('A program that filters web addresses, or a slow router, is the usual reason.')],
  }),
}

function judge(chart: Chart, role: Role): Verdict {
  const name = chart.fact(serverName)?.[role]
  if (name?.outcome !== 'answered' || name.literal || name.ms <= slow) return absent
  const wants = undecidedForWantOf(chart, resolvers)
  if (wants) return wants
  const contrast = chart
    .fact(resolvers)
    ?.views.find(({ outcome, from, ms }) => outcome === 'answered' && from !== 'system' && ms < fast)
  if (!contrast) return absent
  const filter = chart.fact(filters)?.filters.find(({ state, kind }) => state === 'installed' && kind === 'network')
  return present(0.4 * roleWeight(role), [
    say('Looking up {host} took {took}', { host: verbatim(name.host), took: duration(name.ms) }),
    say('{server} answers in {took}', { server: verbatim(contrast.server), took: duration(contrast.ms) }),
    ...(filter
      ? [say('A network filter is installed: {product}', { product: verbatim(filter.product ?? filter.name) })]
      : []),
  ])
}
