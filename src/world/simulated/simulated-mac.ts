import type { Firewall, MacEvent, Power } from '../../core/mac-powers.ts'
import type { ClientId } from '../../core/mail.ts'
import type { Interface, Network } from '../../core/network.ts'
import type { Mac } from '../../core/world.ts'
import { isLoopback } from '../real/net/loopback.ts'
import type { SimulatedClock } from './clock.ts'
import { SimulatedHome } from './home/home.ts'
import { networkServiceOf, usualPastProxies, wifiSwitchOf } from './mac/connection-settings.ts'
import { MacEvents } from './mac/events.ts'
import { interfacesOf } from './mac/interfaces.ts'
import { Journal } from './mac/journal.ts'
import { permissionsOf } from './mac/permissions.ts'
import { simulatedPrograms } from './mac/programs.ts'
import { planSleep } from './mac/sleep.ts'
import { unlessAborted } from './mac/unless-aborted.ts'
import type { Outbox } from './outbox.ts'
import { isFamilyConnected } from './reachability.ts'
import type { Scene } from './scene.ts'
import { familyOf } from './scene-hosts.ts'
import type { SceneTimeline } from './scene-timeline.ts'
import type { SceneMac } from './schema/mac-state.ts'
import { resolversOf } from './system-resolver.ts'

const plentyOfRoom = 120 * 1000 ** 3

export interface SimulatedMac extends Mac {
  readonly home: SimulatedHome
  /** Takes the home folder away. */
  close(): void
}

/** The Mac of a scene. It is asked for the scene each time, since that may change. */
export function simulatedMac(timeline: SceneTimeline, outbox: Outbox, clock: SimulatedClock): SimulatedMac {
  const scene = () => timeline.now().scene
  const mac = (): SceneMac => scene().mac ?? {}
  const journal = new Journal(scene(), networkOf, clock.now())
  const events = new MacEvents(clock)
  const home = new SimulatedHome(timeline, outbox, clock)
  planSleep(scene(), clock, events, journal)
  timeline.onChange((now, before) => {
    journal.become(now.scene, before.scene, clock.now())
    if (now.scene.mac?.slept !== before.scene.mac?.slept) planSleep(now.scene, clock, events, journal)
    for (const event of eventsBetween(before.scene, now.scene)) events.tell(event)
  })
  return {
    home,
    network: (signal) => unlessAborted(signal, () => networkOf(scene())),
    networkService: (name, signal) => unlessAborted(signal, () => networkServiceOf(mac(), interfacesOf(scene()), name)),
    wifiSwitch: (signal) => unlessAborted(signal, () => wifiSwitchOf(scene())),
    routeTo: async (address) => {
      if (isLoopback(address)) return { interface: 'lo0', vpn: false }
      const told = toldRoute(mac().routes ?? {}, address, timeline.now().places.byAddress.get(address)?.host)
      if (told) return told
      const [first] = interfacesOf(scene())
      return first && isFamilyConnected(scene(), familyOf(address))
        ? { interface: first.name, vpn: first.kind === 'vpn', ...gatewayOf(mac(), first) }
        : 'none'
    },
    networkIdentity: (signal) =>
      unlessAborted(signal, () => {
        const { router } = mac()
        const [first] = interfacesOf(scene())
        return router?.hardware === undefined || first?.kind === 'vpn' ? undefined : `router ${router.hardware}`
      }),
    filters: (signal) => unlessAborted(signal, () => mac().filters ?? []),
    firewall: (client, signal) => unlessAborted(signal, () => firewallOf(mac(), client)),
    freeSpace: (signal) => unlessAborted(signal, () => mac().freeSpace ?? plentyOfRoom),
    changes: (since) => journal.since(since),
    programs: simulatedPrograms(timeline.now, home, clock),
    files: home.files,
    power: (signal) => unlessAborted(signal, () => powerOf(scene())),
    permissions: (signal) => unlessAborted(signal, () => permissionsOf(scene())),
    version: (signal) => unlessAborted(signal, () => ({ product: mac().version ?? '26.1', build: '25B78' })),
    watch: events.watch,
    close: () => home.close(),
  }
}

/** Told only where the scene speaks of its router; a tunnel has none. */
function gatewayOf({ router }: SceneMac, { kind }: Interface): { gateway?: string } {
  return router && kind !== 'vpn' ? { gateway: router.address } : {}
}

function firewallOf({ firewall }: SceneMac, client: ClientId): Firewall {
  if (!firewall?.on) return { state: 'off', client: 'unlisted' }
  return { state: 'on', client: firewall.blocks.includes(client) ? 'blocked' : 'allowed' }
}

function eventsBetween(before: Scene, now: Scene): MacEvent[] {
  const differ = (look: (scene: Scene) => unknown) => JSON.stringify(look(before)) !== JSON.stringify(look(now))
  return [
    ...(differ(networkOf) ? [{ is: 'network' } as const] : []),
    ...(differ(powerOf) ? [{ is: 'power' } as const] : []),
  ]
}

function powerOf({ mac }: Scene): Power {
  return { source: mac?.power?.battery ? 'battery' : 'mains', lowPower: mac?.power?.lowPower ?? false }
}

function networkOf(scene: Scene): Network {
  const { mac = {} } = scene
  const interfaces = interfacesOf(scene)
  const general = resolversOf(scene)
  const wireless = interfaces.some(({ kind }) => kind === 'wifi')
  return {
    interfaces,
    ipv4: isFamilyConnected(scene, 4),
    ipv6: isFamilyConnected(scene, 6),
    ...(mac.resolvers !== 'unknown' && { resolvers: mac.resolvers ?? [{ servers: general.general }] }),
    ...(mac.resolvers !== 'unknown' && { nameServersByHand: mac.service?.nameServers ?? [] }),
    proxies: mac.proxies ?? [],
    pastProxies: mac.service?.pastProxies ?? usualPastProxies,
    vpns: mac.vpns ?? [],
    ...(wireless && { wifi: mac.wifi ?? { open: false, signal: -55, noise: -92 } }),
    dhcp: mac.dhcp ?? true,
  }
}

function toldRoute(routes: NonNullable<SceneMac['routes']>, address: string, host: string | undefined) {
  return routes[address] ?? (host === undefined ? undefined : routes[host]) ?? routes.default
}
