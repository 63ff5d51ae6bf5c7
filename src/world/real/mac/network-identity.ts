import { isIPv4 } from 'node:net'
import type { RunProgram } from '../run.ts'
import { isTunnel } from './interface-kind.ts'
import { parseArp } from './parse/arp.ts'
import { parseRoute } from './parse/route.ts'
import { askTool, tools } from './tools.ts'

// Set aside for documentation (RFC 5737): only what carries all the rest leads there, half routes of a VPN too.
const somewhere = '192.0.2.1'

/**
 * What tells this network from others, as its router's hardware address; macOS gives it without asking for the place.
 * Nothing by a tunnel, which hides the network that it runs through, or where the router is not known.
 */
export async function readNetworkIdentity(run: RunProgram, signal: AbortSignal): Promise<string | undefined> {
  const ran = await run(tools.route, ['-n', 'get', somewhere], { signal })
  signal.throwIfAborted()
  const route = 'failed' in ran ? undefined : parseRoute(ran)
  if (route === undefined || route === 'none' || isTunnel(route.interface)) return undefined
  const { gateway = '' } = route
  if (!isIPv4(gateway)) return undefined
  const hardware = await askTool(run, [tools.arp, '-n', gateway], (text) => parseArp(text, gateway), signal)
  return hardware === undefined ? undefined : `router ${hardware}`
}
