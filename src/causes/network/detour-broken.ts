import { absent, type Cause, present } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { Network, Reach } from '../../core/network.ts'
import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import { wayOut } from '../../probes/network/way-out.ts'
import { byAnotherNetwork } from '../lib/brought-by.ts'
import { configuredPort, isInTrouble, isOpen, mailServers } from '../lib/chart-queries.ts'
import { isPastProxies } from '../lib/past-proxies.ts'
import { webServerInstead } from '../lib/web-instead.ts'
import { noNetwork } from './no-network.ts'

const ends: Record<Exclude<Reach, 'open'>, Sentence> = {
  refused: say('refused'),
  silent: say('no answer'),
  reset: say('cut off'),
  unreachable: say('no way there'),
  denied: say('this Mac did not allow the connection'),
}

/** Only SOCKS carries mail: a proxy for the web alone cannot stop it. */
export const detourBroken: Cause = {
  id: 'detour-broken',
  title: say('A proxy is set that does not work.'),
  harm: 'stops',
  layer: 'path',
  broughtBy: byAnotherNetwork,
  showAfterMs: 30_000,
  passing: () => true,
  shadowedBy: () => [noNetwork],
  judge(chart) {
    const way = chart.fact(wayOut)
    if (!way) return absent
    const [instead, web] = [webServerInstead(chart), webProxy(chart)]
    if (web && instead.length > 0)
      return present(0.9, [
        ...instead,
        say('A proxy is set: {host}, port {port}', { host: verbatim(web.host), port: verbatim(web.port) }),
      ])
    const proxy = way.network.proxies?.find(({ kind }) => kind === 'socks')
    if (!proxy || way.proxyReach === 'open' || allPast(chart, way.network)) return absent
    const troubled = mailServers(chart).some(({ role }) => isInTrouble(chart, role))
    if (way.proxyReach === undefined) return troubled ? { is: 'undecided', missing: [wayOut.id] } : absent
    const direct = mailServers(chart).flatMap(({ role }) => configuredPort(chart, role) ?? [])
    return present(0.88, [
      say('A SOCKS proxy is set: {host}, port {port}', { host: verbatim(proxy.host), port: verbatim(proxy.port) }),
      say('It cannot be reached: {ends}', { ends: ends[way.proxyReach] }),
      ...direct
        .filter(isOpen)
        .map(({ host, port }) =>
          say('Without it, {host} answers on port {port}', { host: verbatim(host), port: verbatim(port) }),
        ),
    ])
  },
  explain: (chart) =>
    webServerInstead(chart).length > 0
      ? {
          plain: say(
            'Your Mac is set to send its connections through another computer, a proxy. It answers mail as if mail were web pages, so your mail gets no further.',
          ),
          details: [say('The setting is in System Settings, Network, Details, Proxies. Mail has to go past it.')],
        }
      : {
          plain: say(
            'Your Mac sends its connections through another computer, a proxy, which does not answer. Mail apps wait for it in vain.',
          ),
          details: [say('The setting is in System Settings, Network, Details, Proxies: “SOCKS proxy”.')],
        },
}

/** Connections to every mail server go straight there, as this Mac is set. */
function allPast(chart: Chart, { pastProxies = [] }: Network): boolean {
  const hosts = mailServers(chart).map(({ server }) => server.host)
  return hosts.length > 0 && hosts.every((host) => isPastProxies(host, pastProxies))
}

/** One that is set for web pages: mail has no business with it. */
export function webProxy(chart: Chart): NonNullable<Network['proxies']>[number] | undefined {
  return chart.fact(wayOut)?.network.proxies?.find(({ kind }) => kind !== 'socks')
}
