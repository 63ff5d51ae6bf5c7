import { isIP } from 'node:net'
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

/** `-getinfo SERVICE`: whether the address is given by DHCP. */
export function parseDhcp(text: string): boolean | undefined {
  const first = linesOf(text)[0] ?? ''
  if (!first.includes('Configuration')) return undefined
  return first.includes('DHCP')
}

/** `-getdnsservers SERVICE`: only those set by hand. A sentence instead of addresses means none. */
export function parseDnsServers(text: string): readonly string[] {
  return linesOf(text).flatMap((line) => (isIP(line.trim()) ? [line.trim()] : []))
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
