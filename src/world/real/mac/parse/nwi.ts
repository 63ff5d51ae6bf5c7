import { inParentheses, keyAndValue, linesOf } from './lines.ts'

/** One interface that the system ranks for a family of addresses. */
export interface RankedInterface {
  name: string
  address?: string
  /** An IPv6-only network that carries IPv4 by translation: IPv4 literals work through it. */
  clat46: boolean
  vpnServer?: string
  reachable: boolean
}

/** What `scutil --nwi` says, best interface first. */
export interface NetworkInformation {
  ipv4: readonly RankedInterface[]
  ipv6: readonly RankedInterface[]
  /** All interfaces in the order of their rank; the first is the primary. */
  order: readonly string[]
}

/** `undefined`: the system has no state at all, or the layout is not known. Offline is three empty lists. */
export function parseNwi(text: string): NetworkInformation | undefined {
  const lines = linesOf(text)
  if (!lines.some((line) => line.trim() === 'Network information')) return undefined
  const found = { ipv4: [] as RankedInterface[], ipv6: [] as RankedInterface[] }
  let family: keyof typeof found | undefined
  let order: readonly string[] = []
  for (const line of lines) {
    const heading = /^IPv([46]) network interface information/.exec(line)
    if (heading) family = heading[1] === '4' ? 'ipv4' : 'ipv6'
    else if (line.startsWith('Network interfaces:'))
      order = line
        .split(/[:\s]+/)
        .filter(Boolean)
        .slice(2)
    else if (family) readLine(line, found[family])
  }
  return { ...found, order }
}

function readLine(line: string, entries: RankedInterface[]) {
  const first = /^ {0,20}(\S{1,32}) : flags {1,20}: (.*)$/.exec(line)
  if (first) {
    const [, name = '', flags = ''] = first
    entries.push({ name, clat46: words(flags).includes('CLAT46'), reachable: true })
    return
  }
  const [key, value] = keyAndValue(line) ?? []
  const entry = entries.at(-1)
  // The line of the whole family starts with REACH and has no value of its own kind.
  if (!entry || value === undefined) return
  if (key === 'address') entry.address = value
  else if (key === 'VPN server') entry.vpnServer = value
  else if (key === 'reach') entry.reachable = !words(value).includes('Not Reachable')
}

function words(value: string): string[] {
  return (inParentheses(value) ?? '').split(',').map((word) => word.trim())
}
