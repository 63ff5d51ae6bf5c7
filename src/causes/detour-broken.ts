import { absent, type Cause, present } from '../core/cause.ts'
import type { Chart } from '../core/chart.ts'
import type { Network, Reach } from '../core/network.ts'
import { wayOut } from '../probes/way-out.ts'
import { noNetwork } from './no-network.ts'
import { configuredDoor, isInTrouble, isOpen, mailServers } from './reading.ts'
import { webInstead } from './web-instead.ts'

const ends: Record<Exclude<Reach, 'open'>, string> = {
  refused: 'refused',
  silent: 'no answer',
  reset: 'cut off',
  unreachable: 'no way there',
  denied: 'this Mac did not allow the connection',
}

/** Only SOCKS carries mail: a proxy for the web alone cannot stop it. */
export const detourBroken: Cause = {
  id: 'detour-broken',
  title: 'A proxy is set that does not work.',
  harm: 'stops',
  patience: 30_000,
  passing: () => true,
  shadowedBy: () => [noNetwork],
  judge(chart) {
    const way = chart.fact(wayOut)
    if (!way) return absent
    const [instead, web] = [webInstead(chart), webProxy(chart)]
    if (web && instead.length > 0) return present(0.9, [...instead, `A proxy is set: ${web.host}, port ${web.port}`])
    const proxy = way.network.proxies?.find(({ kind }) => kind === 'socks')
    if (!proxy || way.proxyReach === 'open') return absent
    const troubled = mailServers(chart).some(({ role }) => isInTrouble(chart, role))
    if (way.proxyReach === undefined) return troubled ? { is: 'undecided', missing: [wayOut.id] } : absent
    const direct = mailServers(chart).flatMap(({ role }) => configuredDoor(chart, role) ?? [])
    return present(0.88, [
      `A SOCKS proxy is set: ${proxy.host}, port ${proxy.port}`,
      `It cannot be reached: ${ends[way.proxyReach]}`,
      ...direct.filter(isOpen).map(({ host, port }) => `Without it, ${host} answers on port ${port}`),
    ])
  },
  explain: (chart) =>
    webInstead(chart).length > 0
      ? {
          plain:
            'Your Mac is set to send its connections through another computer, a proxy. It answers mail as if mail were web pages, so your mail gets no further.',
          details: ['The setting is in System Settings, Network, Details, Proxies. Mail has to go past it.'],
        }
      : {
          plain:
            'Your Mac is set to send its connections through another computer, a proxy, and that one does not answer. Mail apps wait for it in vain.',
          details: ['The setting is in System Settings, Network, Details, Proxies: “SOCKS proxy”.'],
        },
}

/** One that is set for web pages: mail has no business with it. */
export function webProxy(chart: Chart): NonNullable<Network['proxies']>[number] | undefined {
  return chart.fact(wayOut)?.network.proxies?.find(({ kind }) => kind !== 'socks')
}
