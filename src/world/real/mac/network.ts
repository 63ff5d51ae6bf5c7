import { isIPv4, isIPv6 } from 'node:net'
import type { Interface, Network, Route } from '../../../core/network.ts'
import { Unknown } from '../../../core/probe.ts'
import { say } from '../../../core/sentence.ts'
import type { RunProgram } from '../run.ts'
import { isTunnel, kindOnMac } from './interface-kind.ts'
import { configuredResolvers, parseDns } from './parse/dns.ts'
import { type InterfaceBlock, isLinkLocal, isUsable, parseIfconfig } from './parse/ifconfig.ts'
import { parseSummary } from './parse/ipconfig.ts'
import {
  type HardwarePort,
  parseAllDnsServers,
  parseDhcp,
  parseHardwarePorts,
  serviceOn,
} from './parse/networksetup.ts'
import { type NetworkInformation, parseNwi, type RankedInterface } from './parse/nwi.ts'
import { parsePastProxies, parseProxies } from './parse/proxy.ts'
import { parseRoute } from './parse/route.ts'
import { askTool, tools } from './tools.ts'
import { readVpns } from './vpns.ts'

/** The network as macOS ranks it. `elsewhere` is what any Unix tells, for what macOS does not say. */
export async function readMacNetwork(run: RunProgram, elsewhere: Network, signal: AbortSignal): Promise<Network> {
  const [nwi, dns, proxies, blocks, ports = []] = await Promise.all([
    askTool(run, [tools.scutil, '--nwi'], parseNwi, signal),
    askTool(run, [tools.scutil, '--dns'], parseDns, signal),
    askTool(run, [tools.scutil, '--proxy'], proxiesIn, signal),
    askTool(run, [tools.ifconfig], parseIfconfig, signal),
    askTool(run, [tools.networksetup, '-listallhardwareports'], parseHardwarePorts, signal),
  ])
  const interfaces = blocks?.length ? interfacesOf(blocks, ports, nwi) : elsewhere.interfaces
  const tunnels = interfaces.filter(({ kind }) => kind === 'vpn').map(({ name }) => name)
  const [vpns, link] = await Promise.all([readVpns(run, tunnels, signal), readLink(run, interfaces, nwi, signal)])
  return {
    interfaces,
    ...(nwi ? families(nwi) : { ipv4: elsewhere.ipv4, ipv6: elsewhere.ipv6 }),
    ...(dns ? { resolvers: configuredResolvers(dns) } : {}),
    ...proxies,
    vpns,
    ...link,
  }
}

function proxiesIn(text: string): Pick<Network, 'proxies' | 'pastProxies'> | undefined {
  const proxies = parseProxies(text)
  const pastProxies = parsePastProxies(text)
  return proxies && { proxies, ...(pastProxies.length > 0 && { pastProxies }) }
}

/** With translation (CLAT46, RFC 6877) an IPv6-only network carries IPv4 too. */
function families({ ipv4, ipv6 }: NetworkInformation): Pick<Network, 'ipv4' | 'ipv6'> {
  const leadsOut = ({ address, reachable }: RankedInterface) =>
    reachable && address !== undefined && !isLinkLocal(address)
  const translated = [...ipv4, ...ipv6].some(({ clat46, reachable }) => clat46 && reachable)
  return { ipv4: ipv4.some(leadsOut) || translated, ipv6: ipv6.some(leadsOut) }
}

function interfacesOf(
  blocks: readonly InterfaceBlock[],
  ports: readonly HardwarePort[],
  nwi: NetworkInformation | undefined,
): readonly Interface[] {
  return blocks
    .filter((block) => matters(block, ports, nwi))
    .map(({ name, addresses, mtu }) => ({
      name,
      kind: kindOnMac(name, ports),
      addresses: addresses.filter((address) => !isLinkLocal(address)),
      ...(mtu === undefined ? {} : { mtu }),
    }))
}

/** Of the many tunnels, only one with an IPv4 address or with a rank is a VPN; of the rest, what carries or is plugged in. */
function matters(block: InterfaceBlock, ports: readonly HardwarePort[], nwi: NetworkInformation | undefined): boolean {
  if (isTunnel(block.name)) {
    const own = isUsable(block) && block.addresses.some((address) => isIPv4(address))
    return own || (nwi?.order.includes(block.name) ?? false)
  }
  const plugged = block.active === true && ports.some(({ device }) => device === block.name)
  return isUsable(block) || plugged
}

/** Of the best interface that is no tunnel: whether its Wi-Fi is open, and whether its address is given by DHCP. */
async function readLink(
  run: RunProgram,
  interfaces: readonly Interface[],
  nwi: NetworkInformation | undefined,
  signal: AbortSignal,
): Promise<Pick<Network, 'wifi' | 'dhcp' | 'nameServersByHand'>> {
  const names = nwi?.order ?? interfaces.map(({ name }) => name)
  const first = interfaces.find(({ name, kind }) => kind !== 'vpn' && names.includes(name))
  if (!first) return {}
  const [summary, service] = await Promise.all([
    askTool(run, [tools.ipconfig, 'getsummary', first.name], parseSummary, signal),
    readService(run, first.name, signal),
  ])
  return {
    ...(summary?.wifi && summary.open !== undefined ? { wifi: { open: summary.open } } : {}),
    ...service,
  }
}

async function readService(
  run: RunProgram,
  device: string,
  signal: AbortSignal,
): Promise<Pick<Network, 'dhcp' | 'nameServersByHand'>> {
  const order = [tools.networksetup, '-listnetworkserviceorder'] as const
  const service = await askTool(run, order, (text) => serviceOn(device, text), signal)
  if (service === undefined) return {}
  const [dhcp, nameServersByHand] = await Promise.all([
    askTool(run, [tools.networksetup, '-getinfo', service], parseDhcp, signal),
    askTool(run, [tools.networksetup, '-getdnsservers', service], parseAllDnsServers, signal),
  ])
  return { ...(dhcp === undefined ? {} : { dhcp }), ...(nameServersByHand && { nameServersByHand }) }
}

/** The way to one address: the surest sign whether mail goes through a VPN. */
export async function readMacRoute(run: RunProgram, address: string, signal: AbortSignal): Promise<Route | 'none'> {
  if (!isIPv4(address) && !isIPv6(address)) throw new Unknown(say('This is no address a way leads to.'))
  const family = isIPv6(address) ? ['-inet6'] : []
  const ran = await run(tools.route, ['-n', 'get', ...family, address], { signal })
  signal.throwIfAborted()
  const route = 'failed' in ran ? undefined : parseRoute(ran)
  if (route === undefined) throw new Unknown(say('This Mac did not say which way its packets go.'))
  if (route === 'none') return 'none'
  const { interface: name, mtu, gateway = '' } = route
  const hasNext = !isTunnel(name) && (isIPv4(gateway) || isIPv6(gateway))
  return {
    interface: name,
    vpn: isTunnel(name),
    ...(mtu ? { mtu } : {}),
    ...(hasNext ? { gateway } : {}),
  }
}
