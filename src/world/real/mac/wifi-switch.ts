import type { WifiSwitch } from '../../../core/connection-settings.ts'
import type { ReadResult } from '../../../core/mac-powers.ts'
import { isInterfaceName } from '../../../core/network.ts'
import type { RunProgram } from '../run.ts'
import { kindOnMac } from './interface-kind.ts'
import { parseAirportPower, parseHardwarePorts } from './parse/networksetup.ts'
import { askTool, tools } from './tools.ts'

/** Whether Wi-Fi is on, by `networksetup`; of the first interface that is one. Reading it needs no administrator. */
export async function readWifiSwitch(run: RunProgram, signal: AbortSignal): Promise<ReadResult<WifiSwitch>> {
  const all = [tools.networksetup, '-listallhardwareports'] as const
  const ports = await askTool(run, all, parseHardwarePorts, signal)
  const name = ports?.find(({ device }) => kindOnMac(device, ports) === 'wifi')?.device
  if (name === undefined || !isInterfaceName(name)) return { seen: false, why: 'missing' }
  const on = await askTool(run, [tools.networksetup, '-getairportpower', name], parseAirportPower, signal)
  return on === undefined ? { seen: false, why: 'failed' } : { seen: true, value: { interface: name, on } }
}
