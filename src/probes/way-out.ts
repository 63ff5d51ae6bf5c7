import type { Attempt, Interface, Network } from '../core/network.ts'
import type { Examination, Probe, Telling } from '../core/probe.ts'

export interface WayOut {
  network: Network
  /** An address and a way out exist, in any family. */
  connected: boolean
  /** How the SOCKS proxy that is set could be reached; missing where none is set or nobody tried. */
  proxyReach?: Attempt['reach']
}

export const wayOut: Probe<WayOut> = {
  id: 'way-out',
  question: 'Is this Mac connected?',
  budget: 3_000,
  ask: async (exam) => {
    const network = await ownNetwork(exam)
    return { network, connected: isConnected(network) }
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

const names: Record<Interface['kind'], string> = {
  wifi: 'Wi-Fi',
  ethernet: 'cable',
  cellular: 'mobile network',
  vpn: 'VPN',
  other: 'network',
}

function tell({ network, connected }: WayOut): Telling {
  const { interfaces, ipv4, ipv6 } = network
  if (interfaces.length === 0) return { tone: 'bad', line: 'No connection: no network is switched on or plugged in' }
  const links = interfaces.map(({ kind, name }) => `${names[kind]} (${name})`).join(', ')
  if (!interfaces.some(hasAddress)) return { tone: 'bad', line: `No connection: ${links} has no address` }
  if (!connected) return { tone: 'bad', line: `No connection: ${links} leads nowhere` }
  const used = interfaces.filter(hasAddress).map(({ kind, name }) => `${names[kind]} (${name})`)
  const families = ipv4 && ipv6 ? 'IPv4 and IPv6' : `${ipv4 ? 'IPv4' : 'IPv6'} only`
  return { tone: 'good', line: `Connected by ${used.join(', ')}, ${families}` }
}

function hasAddress({ addresses }: Interface): boolean {
  return addresses.length > 0
}
