import type { Change, Interface, Network } from '../../core/network.ts'
import type { Mac } from '../../core/world.ts'
import { notAMac } from '../real/not-a-mac.ts'
import type { SimulatedClock } from './clock.ts'
import { connected, isLoopback } from './doors.ts'
import { familyOf, type Places } from './places.ts'
import type { Scene } from './scene.ts'
import type { SceneMac } from './schema/mac.ts'
import { resolversOf } from './system-resolver.ts'

const homeWifi: Interface = { name: 'en0', kind: 'wifi', addresses: ['192.168.1.23', '2001:db8:ffff::23'], mtu: 1500 }
const plentyOfRoom = 120 * 1000 ** 3

/** The Mac of a scene. It is asked for the scene each time, since that may change. */
export function simulatedMac(scene: () => Scene, places: () => Places, clock: SimulatedClock): Mac {
  const mac = (): SceneMac => scene().mac ?? {}
  const began = clock.now()
  return {
    network: async () => networkOf(scene()),
    routeTo: async (address) => {
      if (isLoopback(address)) return { interface: 'lo0', vpn: false }
      const told = toldRoute(mac().routes ?? {}, address, places().byAddress.get(address)?.host)
      if (told) return told
      const [first] = interfacesOf(scene())
      return first && connected(scene(), familyOf(address))
        ? { interface: first.name, vpn: first.kind === 'vpn' }
        : 'none'
    },
    filters: async () => mac().filters ?? [],
    freeSpace: async () => mac().freeSpace ?? plentyOfRoom,
    changes: (since) =>
      changesOf(mac(), began)
        .filter(({ at }) => at >= since)
        .sort((one, other) => one.at - other.at),
    ...notAMac,
  }
}

export function changesOf(mac: SceneMac, began: number): Change[] {
  return (mac.changes ?? []).map((change) => ({ ...change, at: began + change.at }))
}

function interfacesOf(scene: Scene): readonly Interface[] {
  return scene.mac?.interfaces ?? [homeWifi]
}

function networkOf(scene: Scene): Network {
  const { mac = {} } = scene
  const interfaces = interfacesOf(scene)
  const general = resolversOf(scene)
  const wireless = interfaces.some(({ kind }) => kind === 'wifi')
  return {
    interfaces,
    ipv4: connected(scene, 4),
    ipv6: connected(scene, 6),
    ...(mac.resolvers !== 'unknown' && { resolvers: mac.resolvers ?? [{ servers: general.general }] }),
    proxies: mac.proxies ?? [],
    vpns: mac.vpns ?? [],
    ...(wireless && { wifi: mac.wifi ?? { open: false, signal: -55, noise: -92 } }),
    dhcp: mac.dhcp ?? true,
  }
}

function toldRoute(routes: NonNullable<SceneMac['routes']>, address: string, host: string | undefined) {
  return routes[address] ?? (host === undefined ? undefined : routes[host]) ?? routes.default
}
