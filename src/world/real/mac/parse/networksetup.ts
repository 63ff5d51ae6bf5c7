import { isIP, isIPv6 } from 'node:net'
import type { Ipv6Setting } from '../../../../core/connection-settings.ts'
import { keyAndValue, linesOf, pairsIn, wholeNumber } from './lines.ts'

/** `networksetup`. It ends 0 with an error as its text, and the names of services are the user's, in any language. */

export interface HardwarePort {
  name: string
  /** `en0`; Wi-Fi is not always that. */
  device: string
}

/** `-listallhardwareports`, without the VLANs. */
export function parseHardwarePorts(text: string): readonly HardwarePort[] {
  const ports: HardwarePort[] = []
  let name: string | undefined
  for (const line of linesOf(text)) {
    if (line.startsWith('VLAN Configurations')) break
    const [key, value = ''] = keyAndValue(line) ?? []
    if (key === 'Hardware Port') name = value
    else if (key === 'Device' && name !== undefined && value) ports.push({ name, device: value })
  }
  return ports
}

/** `-listallnetworkservices`: the first line is a sentence, and an asterisk marks one that is switched off. */
export function parseServices(text: string): readonly { name: string; enabled: boolean }[] {
  const [heading = '', ...lines] = linesOf(text)
  if (!heading.includes('*')) return []
  return lines
    .filter((line) => line.trim())
    .map((line) => ({ name: line.replace(/^\*/, ''), enabled: !line.startsWith('*') }))
}

/** `-listnetworkserviceorder`: which service uses a device. `(1) Name`, then `(Hardware Port: X, Device: en0)`. */
export function serviceOn(device: string, text: string): string | undefined {
  const lines = linesOf(text)
  const at = lines.findIndex((line) => line.trimEnd().endsWith(`, Device: ${device})`))
  return /^\((?:\d{1,4}|\*)\) (.+)$/.exec(lines[at - 1] ?? '')?.[1]
}

/** The same: the one service that is switched on and uses the device; several may share it. */
export function onlyServiceOn(device: string, text: string): string | undefined {
  const lines = linesOf(text)
  const names = lines.flatMap((line, at) => {
    if (!line.trimEnd().endsWith(`, Device: ${device})`)) return []
    const name = /^\(\d{1,4}\) (.+)$/.exec(lines[at - 1] ?? '')?.[1]
    return name === undefined ? [] : [name]
  })
  return names.length === 1 ? names[0] : undefined
}

/** `-getairportpower DEVICE`: `Wi-Fi Power (en0): On`. */
export function parseAirportPower(text: string): boolean | undefined {
  const [word] = linesOf(text).flatMap((line) => /\([a-z]+\d+\): (On|Off)\s*$/.exec(line)?.[1] ?? [])
  return word === undefined ? undefined : word === 'On'
}

/** `-getinfo SERVICE`: whether the address is given by DHCP. */
export function parseDhcp(text: string): boolean | undefined {
  const first = linesOf(text)[0] ?? ''
  if (!first.includes('Configuration')) return undefined
  return first.includes('DHCP')
}

/** `-getinfo SERVICE`: how IPv6 is set. A word that is not known, or a part that is missing, tells nothing. */
export function parseIpv6Setting(text: string): Ipv6Setting | undefined {
  const told = pairsIn(text)
  const word = told.get('IPv6')
  if (word === 'Automatic') return { is: 'automatic' }
  if (word === 'Off') return { is: 'off' }
  const address = told.get('IPv6 IP address') ?? ''
  const router = told.get('IPv6 Router') ?? ''
  const prefixLength = wholeNumber(told.get('IPv6 Prefix Length')) ?? 0
  const whole = isIPv6(address) && isIPv6(router) && prefixLength > 0 && prefixLength <= 128
  return word === 'Manual' && whole ? { is: 'manual', address, prefixLength, router } : undefined
}

/** `-getdnsservers SERVICE`: only those set by hand. A sentence instead of addresses means none. */
export function parseDnsServers(text: string): readonly string[] {
  return linesOf(text).flatMap((line) => (isIP(line.trim()) ? [line.trim()] : []))
}

/** The same, or nothing where a line is neither an address nor the one sentence: what is put back must be whole. */
export function parseAllDnsServers(text: string): readonly string[] | undefined {
  return wholeList(text, (line) => isIP(line) > 0)
}

/** `-getproxybypassdomains SERVICE`: `*.local`, `169.254/16`, names. A sentence instead means none. */
export function parseBypassDomains(text: string): readonly string[] | undefined {
  return wholeList(text, (line) => /^[A-Za-z0-9*.:/_-]{1,255}$/.test(line) && !line.startsWith('-'))
}

function wholeList(text: string, isEntry: (line: string) => boolean): readonly string[] | undefined {
  const lines = linesOf(text).map((line) => line.trim())
  const told = lines.filter((line) => line !== '')
  if (told.length > 0 && told.length <= 100 && told.every(isEntry)) return told
  // "There aren't any DNS Servers set on Wi-Fi." An error is a sentence, too, but begins otherwise.
  return told.length === 1 && /^There aren.t any /.test(told[0] ?? '') ? [] : undefined
}

/** `-getwebproxy SERVICE` and its kin. `undefined`: switched off, or not told. */
export function parseServiceProxy(text: string): { host: string; port: number } | undefined {
  const told = pairsIn(text)
  const host = told.get('Server')
  const port = wholeNumber(told.get('Port'))
  return told.get('Enabled') === 'Yes' && host && port ? { host, port } : undefined
}

/** `-getairportnetwork DEVICE`: since macOS 15 always "not associated", so only a name that is told counts. */
export function parseWifiName(text: string): string | undefined {
  return /^Current Wi-Fi Network: (.+)$/m.exec(text.slice(0, 1_000))?.[1]
}
