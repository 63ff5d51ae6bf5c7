import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os'
import type { Interface } from '../../../core/network.ts'

// By name, which says enough until the system itself is asked (networksetup -listallhardwareports).
const kinds: readonly [RegExp, Interface['kind']][] = [
  [/^(utun|ipsec|ppp|tun|tap|wg|tailscale|zt)/, 'vpn'],
  [/^wl/, 'wifi'],
  [/^(pdp_ip|ww)/, 'cellular'],
  [/^(en|eth)/, 'ethernet'],
]

/** The interfaces that are up. Idle tunnels and Apple's own (awdl, llw), which have no address, are left out. */
export function interfacesUp(found = networkInterfaces()): Interface[] {
  return Object.entries(found).flatMap(([name, entries = []]) => {
    if (entries.every((entry) => entry.internal)) return []
    const kind = kindOf(name)
    const addresses = entries.filter((entry) => !isLinkLocal(entry)).map((entry) => entry.address)
    const mayLackAddress = kind !== 'vpn' && kind !== 'other'
    return addresses.length > 0 || mayLackAddress ? [{ name, kind, addresses }] : []
  })
}

/** The interface that has this address, the loopback too. */
export function interfaceWith(address: string, found = networkInterfaces()): string | undefined {
  return Object.keys(found).find((name) => found[name]?.some((entry) => entry.address === address))
}

export function kindOf(name: string): Interface['kind'] {
  // On every Mac with Wi-Fi but the oldest towers it is the first.
  if (process.platform === 'darwin' && name === 'en0') return 'wifi'
  return kinds.find(([names]) => names.test(name))?.[1] ?? 'other'
}

/** RFC 3927, RFC 4291 §2.5.6. */
function isLinkLocal({ address }: NetworkInterfaceInfo): boolean {
  return /^169\.254\.|^fe[89ab]/i.test(address)
}
