import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { Role } from '../../core/mail.ts'
import { joinSentences, type Sentence, say, verbatim } from '../../core/sentence.ts'
import { isOnThisMac } from '../../probes/lib/host-name.ts'
import { otherDoors } from '../../probes/path/other-doors.ts'
import { serverRoute } from '../../probes/path/server-route.ts'
import { encryption } from '../../probes/tls/encryption.ts'
import { byAnotherWay, byFilter } from '../lib/brought-by.ts'
import {
  configuredPort,
  endsInTls,
  isOpen,
  judgeServers,
  mailServers,
  roleWeight,
  undecidedForWantOf,
} from '../lib/chart-queries.ts'
import { portLine } from '../lib/phrases.ts'
import { captivePortal } from '../network/captive-portal.ts'
import { noNetwork } from '../network/no-network.ts'
import { narrowPathLine } from '../path/path-loses-large-packets.ts'
import { filterInspectsTls } from './filter-inspects-tls.ts'

/** A server that dislikes TLS says so in an alert; a reset in the middle of a handshake comes from between. */
export const tlsCutInPath: Cause = {
  id: 'tls-cut-in-path',
  title: say('Something on the way cuts encrypted connections.'),
  harm: 'stops',
  layer: 'encryption',
  broughtBy: [...byAnotherWay, ...byFilter],
  showAfterMs: 60_000,
  passing: () => true,
  shadowedBy: () => [noNetwork, captivePortal, filterInspectsTls],
  judge: (chart) => judgeServers(chart, (role) => judge(chart, role)),
  explain: () => ({
    plain: say(
      'The mail server answers, until the connection is to be encrypted. A firewall or a filter of this network does that.',
    ),
    details: [say('Another network, such as your phone’s, shows whether it is this one.')],
  }),
}

function judge(chart: Chart, role: Role): Verdict {
  const tls = chart.fact(encryption)?.[role]
  const how = (['reset', 'silent'] as const).find((end) => endsInTls(chart, role, end))
  if (!tls || !how) return absent
  // Nothing is on the way to this Mac itself. And once is no habit: a second try may succeed, as it was or shorter.
  if (isOnThisMac(tls.host) || tls.second?.large || tls.second?.small) return absent
  const silent = how === 'silent'
  const way = chart.fact(serverRoute)?.[role]?.route
  // In a tunnel, silence is what large packets that get lost look like.
  if (silent && way === undefined) return undecidedForWantOf(chart, serverRoute) ?? absent
  if (silent && way !== undefined && way !== 'none' && narrowPathLine(way)) return absent
  const tested = configuredPort(chart, role)
  const reached = tested && isOpen(tested) ? [portLine(tested)] : []
  const others = mailServers(chart).filter((one) => one.role !== role && one.server.host !== tls.host)
  const alike = others.filter((one) => endsInTls(chart, one.role, how))
  const fine = others.filter((one) => chart.fact(encryption)?.[one.role]?.outcome === 'secured')
  const before = lastGood(chart, role)
  const elsewhere = securedElsewhere(chart, role, tls.host)
  return present(
    sureness(silent, alike.length > 0 || before.length > 0) * (elsewhere.length > 0 ? 0.6 : 1) * roleWeight(role),
    [
      ...reached,
      silent
        ? say('{host}, port {port}: silence while encryption began', {
            host: verbatim(tls.host),
            port: verbatim(tls.port),
          })
        : say('{host}, port {port}: cut off while encryption began', {
            host: verbatim(tls.host),
            port: verbatim(tls.port),
          }),
      ...before,
    ],
    [
      ...elsewhere.map((port) =>
        say('On port {port} of the same server, encryption is not cut', { port: verbatim(port) }),
      ),
      ...fine.map(({ server }) =>
        say('The encrypted connection to {host} is not cut', { host: verbatim(server.host) }),
      ),
      ...(silent ? [say('{host} itself may be too busy to encrypt', { host: verbatim(tls.host) })] : []),
    ],
  )
}

/** Ports of the same host that do encrypt: whatever cuts connections on the way has let these pass. */
function securedElsewhere(chart: Chart, role: Role, host: string): number[] {
  const tried =
    chart
      .fact(otherDoors)
      ?.[role]?.doors.filter(({ secured }) => secured)
      .map(({ port }) => port) ?? []
  const own = mailServers(chart)
    .filter((one) => one.role !== role && one.server.host === host)
    .filter((one) => chart.fact(encryption)?.[one.role]?.outcome === 'secured')
    .map(({ server }) => server.port)
  return [...new Set([...tried, ...own])].slice(0, 3)
}

/** A cut comes from between; silence may also be the server's own. */
function sureness(silent: boolean, supported: boolean): number {
  if (silent) return supported ? 0.6 : 0.45
  return supported ? 0.85 : 0.65
}

/** It worked before the network changed. A change is a sentence of its own, in another language too. */
function lastGood(chart: Chart, role: Role): Sentence[] {
  const last = chart.past.last(encryption, 'good')
  const change = chart.changes.findLast(({ what }) => what === 'network' || what === 'filter' || what === 'vpn')
  if (last?.fact[role]?.outcome !== 'secured' || !change || change.at < last.at) return []
  return [joinSentences([change.line, say('it worked before that')], '; ')]
}
