import type { Interface } from '../../../core/network.ts'
import type { Scene } from '../scene.ts'
import { familyOf } from '../scene-hosts.ts'

/** What a scene's Mac is connected by unless it says otherwise. */
export const homeWifi: Interface = {
  name: 'en0',
  kind: 'wifi',
  addresses: ['192.168.1.23', '2001:db8:ffff::23'],
  mtu: 1500,
}

export function interfacesOf({ mac }: Scene): readonly Interface[] {
  const all = mac?.interfaces ?? [homeWifi]
  if (mac?.service?.ipv6 !== 'off') return all
  return all.map((one) => ({ ...one, addresses: one.addresses.filter((address) => familyOf(address) === 4) }))
}
