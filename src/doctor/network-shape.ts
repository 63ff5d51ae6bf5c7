import type { Network } from '../core/network.ts'

/** Whether anything leads out of this Mac. */
export function isOnline(network: Network): boolean {
  return network.interfaces.length > 0 && (network.ipv4 || network.ipv6)
}

/** Equal while nothing about the network has changed that matters to mail: not how strong the signal is. */
export function networkFingerprint(network: Network): string {
  const { interfaces, ipv4, ipv6, resolvers = [], proxies = [], vpns = [] } = network
  const up = interfaces.map(({ name, addresses }) => [name, ...new Set(addresses.map(withoutHost))].join(' '))
  const asked = resolvers.map(({ servers, domain = '' }) => [domain, ...servers].join(' '))
  const through = proxies.map(({ kind, host, port }) => `${kind} ${host}:${port}`)
  const tunnels = vpns.filter(({ connected }) => connected).map(({ name }) => name)
  return JSON.stringify([ipv4, ipv6, up.sort(), asked, through, tunnels.sort()])
}

/** Privacy addresses change within their /64 by themselves (RFC 8981), and the network stays the same. */
function withoutHost(address: string): string {
  return address.includes(':') ? prefixOf(address) : address
}

function prefixOf(address: string): string {
  const [head = '', tail] = address.split('::')
  const groups = head.split(':').filter(Boolean)
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length
  return [...groups, ...Array<string>(Math.max(0, missing)).fill('0')].slice(0, 4).join(':')
}
