import { absent, type Cause, present } from '../core/cause.ts'
import type { Reach } from '../core/network.ts'
import { wayOut } from '../probes/way-out.ts'
import { noNetwork } from './no-network.ts'
import { configuredDoor, isInTrouble, isOpen, mailServers } from './reading.ts'

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
  shadowedBy: () => [noNetwork],
  judge(chart) {
    const way = chart.fact(wayOut)
    if (!way) return absent
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
  explain: () => ({
    plain:
      'Your Mac is set to send its connections through another computer, a proxy, and that one does not answer. Mail apps wait for it in vain.',
    details: ['The setting is in System Settings, Network, Details, Proxies: “SOCKS proxy”.'],
  }),
}
