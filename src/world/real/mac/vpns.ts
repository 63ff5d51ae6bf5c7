import type { Vpn } from '../../../core/network.ts'
import { harmless } from '../../../core/text.ts'
import type { RunProgram } from '../run.ts'
import { type ConnectionService, parseConnectionServices, parseConnectionStatus } from './parse/connection-services.ts'
import { askTool, tools } from './tools.ts'

/**
 * The VPNs that the system lists, and the tunnels that carry addresses without being listed. The list is only a hint:
 * Tailscale says "Connected" when it is down, and others are not on it, so that a tunnel decides.
 */
export async function readVpns(
  run: RunProgram,
  tunnels: readonly string[],
  signal: AbortSignal,
): Promise<readonly Vpn[]> {
  const services = (await askTool(run, [tools.scutil, '--nc', 'list'], parseConnectionServices, signal)) ?? []
  const free = new Set(tunnels)
  const listed: Vpn[] = []
  for (const service of services.filter(isVpn).slice(0, 20)) listed.push(await vpnOf(run, service, free, signal))
  const others = [...free].map((name) => ({ name, connected: true, interface: name, system: false }))
  return [...listed, ...others]
}

/** Modems and DSL are listed too. */
function isVpn({ type }: ConnectionService): boolean {
  return /^(VPN\b|IPSec|IKEv2|PPP:(L2TP|PPTP))/i.test(type)
}

async function vpnOf(
  run: RunProgram,
  service: ConnectionService,
  free: Set<string>,
  signal: AbortSignal,
): Promise<Vpn> {
  const vpn = { name: harmless(service.name, 60), connected: false, system: true }
  if (!service.connected) return vpn
  const status = await askTool(run, [tools.scutil, '--nc', 'status', service.id], parseConnectionStatus, signal)
  // Where it does not say by which interface, a tunnel that nobody else claims is taken for its own.
  const name = status?.interface ?? [...free][0]
  if (name === undefined || !free.delete(name)) return vpn
  return { ...vpn, connected: true, interface: name }
}
