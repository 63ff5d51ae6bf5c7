import type { Interface } from '../../../core/network.ts'
import { kindOf } from './interfaces.ts'
import type { HardwarePort } from './parse/networksetup.ts'

/** A tunnel, by the name of its interface. The Mac has several of its own, which carry no mail. */
export function isTunnel(name: string): boolean {
  return /^(utun|ipsec|ppp|tun|tap)\d/.test(name)
}

/** By the port it belongs to; Wi-Fi is not always en0. Names of ports are Apple's, those of services the user's. */
export function kindOnMac(name: string, ports: readonly HardwarePort[]): Interface['kind'] {
  if (isTunnel(name)) return 'vpn'
  const port = ports.find(({ device }) => device === name)?.name
  if (port === undefined) return ports.length > 0 && /^en\d/.test(name) ? 'ethernet' : kindOf(name)
  if (/wi-?fi|wlan|airport/i.test(port)) return 'wifi'
  return /iphone|ipad|modem|wwan/i.test(port) ? 'cellular' : 'ethernet'
}
