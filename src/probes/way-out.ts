import type { Interface, Network, Reach } from '../core/network.ts'
import type { Examination, Probe, Telling } from '../core/probe.ts'
import { proxyReach } from './proxy-reach.ts'

export interface WayOut {
  network: Network
  /** An address and a way out exist, in any family. */
  connected: boolean
  /** How the SOCKS proxy that is set could be reached; missing where none is set. */
  proxyReach?: Reach
}

export const wayOut: Probe<WayOut> = {
  id: 'way-out',
  question: 'Is this Mac connected?',
  layer: 'network',
  // Reading the network 3 s, looking the proxy's name up 5 s, connecting to it 4 s.
  budget: 13_000,
  ask: async (exam, signal, sofar) => {
    const network = await ownNetwork(exam)
    const fact = { network, connected: isConnected(network) }
    // Only SOCKS carries mail; proxies for the web do not matter to it.
    const proxy = network.proxies?.find(({ kind }) => kind === 'socks')
    if (!proxy) return fact
    sofar(fact)
    return { ...fact, proxyReach: await proxyReach(exam, proxy, signal) }
  },
  tell,
}

/** What this Mac knows of its connection, looked at once in an examination. */
export function ownNetwork(exam: Examination): Promise<Network> {
  return exam.once(ownNetwork, () => exam.world.mac.network(exam.signal))
}

/** An address leads nowhere by itself, and a route without one neither. */
export function isConnected({ interfaces, ipv4, ipv6 }: Network): boolean {
  return (ipv4 || ipv6) && interfaces.some(hasAddress)
}

const links: Record<Interface['kind'], (name: string) => string> = {
  wifi: (name) => `Wi-Fi (${name})`,
  ethernet: (name) => `cable (${name})`,
  cellular: (name) => `mobile network (${name})`,
  vpn: (name) => `VPN (${name})`,
  other: (name) => `network (${name})`,
}

function tell({ network, connected, proxyReach: reach }: WayOut): Telling {
  const { interfaces, ipv4, ipv6 } = network
  if (interfaces.length === 0) return { tone: 'bad', line: 'No connection: no network is switched on or plugged in' }
  const inWords = (some: readonly Interface[]) => some.map(({ kind, name }) => links[kind](name)).join(', ')
  const all = inWords(interfaces)
  if (!interfaces.some(hasAddress)) return { tone: 'bad', line: `No connection: ${all} has no address` }
  if (!connected) return { tone: 'bad', line: `No connection: ${all} leads nowhere` }
  const families = ipv4 && ipv6 ? 'IPv4 and IPv6' : ipv4 ? 'IPv4 only' : 'IPv6 only'
  const line = `Connected by ${inWords(interfaces.filter(hasAddress))}, ${families}`
  if (reach === undefined) return { tone: 'good', line }
  return reach === 'open'
    ? { tone: 'good', line: [line, 'the proxy for mail answers'].join('; ') }
    : { tone: 'bad', line: [line, 'the proxy that is set cannot be reached'].join('; ') }
}

function hasAddress({ addresses }: Interface): boolean {
  return addresses.length > 0
}
