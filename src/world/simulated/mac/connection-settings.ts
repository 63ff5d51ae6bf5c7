import type { Ipv6Setting, NetworkService, WifiSwitch } from '../../../core/connection-settings.ts'
import type { ReadResult } from '../../../core/mac-powers.ts'
import type { Interface } from '../../../core/network.ts'
import type { Scene } from '../scene.ts'
import type { SceneMac } from '../schema/mac-state.ts'
import { homeWifi, interfacesOf } from './interfaces.ts'

/** As macOS sets it for a new service. */
export const usualPastProxies: readonly string[] = ['*.local', '169.254/16']

/** What stands in the settings of the scene's Mac, for the first interface that is no tunnel. */
export function networkServiceOf(
  { service = {} }: SceneMac,
  interfaces: readonly Interface[],
  name: string,
): ReadResult<NetworkService> {
  const own = interfaces.find(({ kind }) => kind !== 'vpn')
  if (own?.name !== name || service.unclear === 'which') return { seen: false, why: 'missing' }
  if (service.unclear === 'words') return { seen: true, value: {} }
  return {
    seen: true,
    value: {
      nameServers: service.nameServers ?? [],
      ipv6: ipv6Of(service),
      pastProxies: service.pastProxies ?? usualPastProxies,
    },
  }
}

function ipv6Of({ ipv6 = 'automatic' }: NonNullable<SceneMac['service']>): Ipv6Setting {
  return typeof ipv6 === 'string' ? { is: ipv6 } : { is: 'manual', ...ipv6 }
}

/** Of the Wi-Fi that is there, or that is off. */
export function wifiSwitchOf(scene: Scene): ReadResult<WifiSwitch> {
  const { mac } = scene
  const own = interfacesOf(scene).find(({ kind }) => kind === 'wifi')?.name ?? (mac?.wifi && homeWifi.name)
  return own === undefined
    ? { seen: false, why: 'missing' }
    : { seen: true, value: { interface: own, on: mac?.wifi?.off !== true } }
}

/** Which network it then joins, or that there is none, tells the scene. */
export function withWifi(mac: SceneMac = {}, on: boolean): SceneMac {
  const { off: _, ...wifi } = mac.wifi ?? { open: false }
  return { ...mac, wifi: on ? wifi : { ...wifi, off: true } }
}
