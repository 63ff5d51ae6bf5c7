import type { NetworkService } from '../../../core/connection-settings.ts'
import type { ReadResult } from '../../../core/mac-powers.ts'
import type { RunProgram } from '../run.ts'
import { onlyServiceOn, parseAllDnsServers, parseBypassDomains, parseIpv6Setting } from './parse/networksetup.ts'
import { askTool, tools } from './tools.ts'

/** What is set for the service of an interface, by `networksetup`; reading it needs no administrator. */
export async function readNetworkService(
  run: RunProgram,
  device: string,
  signal: AbortSignal,
): Promise<ReadResult<NetworkService>> {
  const order = [tools.networksetup, '-listnetworkserviceorder'] as const
  const service = await askTool(run, order, (text) => onlyServiceOn(device, text), signal)
  // What begins with a dash would be an option of the tool.
  if (service === undefined || service.startsWith('-')) return { seen: false, why: 'missing' }
  const ask = <T>(what: string, parse: (text: string) => T | undefined) =>
    askTool(run, [tools.networksetup, what, service], parse, signal)
  const [nameServers, ipv6, pastProxies] = await Promise.all([
    ask('-getdnsservers', parseAllDnsServers),
    ask('-getinfo', parseIpv6Setting),
    ask('-getproxybypassdomains', parseBypassDomains),
  ])
  return {
    seen: true,
    value: { ...(nameServers && { nameServers }), ...(ipv6 && { ipv6 }), ...(pastProxies && { pastProxies }) },
  }
}
