import { firstValueOf } from './dictionary.ts'
import { inParentheses, linesOf } from './lines.ts'

/** A service of `scutil --nc list`. Tailscale says it is connected even when it is down, and many VPNs are not listed. */
export interface ConnectionService {
  id: string
  name: string
  connected: boolean
  /** `PPP:L2TP`, `PPP:Modem`, `IPSec`, `VPN:com.wireguard.macos`. */
  type: string
}

/** `undefined`: the layout is not known. Columns are not aligned, names are the user's. */
export function parseConnectionServices(text: string): readonly ConnectionService[] | undefined {
  const lines = linesOf(text)
  if (!lines.some((line) => line.startsWith('Available network connection services'))) return undefined
  return lines.flatMap((line) => serviceOf(line) ?? [])
}

function serviceOf(line: string): ConnectionService | undefined {
  const first = line.indexOf('"')
  const last = line.lastIndexOf('"')
  const state = inParentheses(line.slice(0, first))
  const id = line
    .slice(line.indexOf(')') + 1)
    .trimStart()
    .split(' ', 1)[0]
  const type = /\[([^\]]+)\]\s*$/.exec(line.slice(last))?.[1]
  if (first < 0 || last <= first || !state || !id || !type || !/^[* ]/.test(line)) return undefined
  return { id, name: line.slice(first + 1, last), connected: state === 'Connected', type }
}

/** `scutil --nc status NAME`: whether it is up, and by which interface. */
export function parseConnectionStatus(text: string): { connected: boolean; interface?: string } | undefined {
  const state = linesOf(text)[0]?.trim()
  if (!/^(Invalid|Disconnected|Connecting|Connected|Disconnecting|Unknown)$/.test(state ?? '')) return undefined
  const name = firstValueOf(text, 'InterfaceName')
  return { connected: state === 'Connected', ...(name === undefined ? {} : { interface: name }) }
}
