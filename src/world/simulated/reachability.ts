import { isIPv6 } from 'node:net'
import type { Outside } from '../../core/outside.ts'
import { isLoopback } from '../real/net/loopback.ts'
import type { Destination, Dial } from '../real/net/net.ts'
import { partsOf } from './outside-world.ts'
import type { Scene } from './scene.ts'
import { familyOf, type SceneHost, type SceneHosts } from './scene-hosts.ts'
import type { Reachability } from './schema/primitives.ts'
import { machineInFull, mailPorts } from './services.ts'

/** Whether this Mac is connected at all, in a family. */
export function isFamilyConnected(scene: Scene, family: 4 | 6): boolean {
  if (family === 6 && scene.mac?.service?.ipv6 === 'off') return false
  const said = family === 4 ? scene.mac?.ipv4 : scene.mac?.ipv6
  const { interfaces } = scene.mac ?? {}
  return said ?? interfaces?.some(({ addresses }) => addresses.some((each) => familyOf(each) === family)) ?? true
}

/** How an attempt to reach one port of one address ends: by the Mac, by the way, by the host; the first that bars it. */
export function reachabilityOf(
  scene: Scene,
  places: SceneHosts,
  outside: Outside,
  address: string,
  port: number,
): Reachability {
  const place = places.byAddress.get(address)
  if (isLoopback(address)) return place ? atHost(place, address, port) : 'refused'
  if (!isFamilyConnected(scene, familyOf(address))) return 'unreachable'
  const onTheWay = byWay(scene, place?.host ?? address, address, port)
  if (onTheWay !== 'open' && onTheWay !== 'slow') return onTheWay
  if (!place) return 'unreachable'
  return [...(place.ours ? [] : [byOutside(scene, outside, place.host, port)]), atHost(place, address, port)].reduce(
    worse,
    onTheWay,
  )
}

/** A bar goes before slowness, and slowness before nothing; of two bars the first stands. */
function worse(one: Reachability, other: Reachability): Reachability {
  if (one !== 'open' && one !== 'slow') return one
  return other === 'open' ? one : other
}

function byWay({ way }: Scene, host: string, address: string, port: number): Reachability {
  if (!way || way.except?.some((each) => each.toLowerCase() === host)) return 'open'
  const family = isIPv6(address) ? way.ipv6 : way.ipv4
  // A portal lets out nobody but the asker of its own page.
  const behindPortal: Reachability | undefined =
    way.web === undefined || port === 80 || port === 53 ? undefined : port === 443 ? 'reset' : 'silent'
  const mail = mailPorts.includes(port) ? way.mailPorts : undefined
  return [way.all, family, way.ports?.[port], mail, behindPortal].reduce<Reachability>(
    (all, fate) => worse(all, fate ?? 'open'),
    'open',
  )
}

function byOutside({ outside: told }: Scene, outside: Outside, host: string, port: number): Reachability {
  if (told === undefined) return 'open'
  if (typeof told === 'string') return told
  const parts = Object.entries(partsOf(host, outside)) as [keyof ReturnType<typeof partsOf>, boolean][]
  const special = parts.flatMap(([part, plays]) => {
    const fate = told[part]
    return plays && typeof fate === 'string' ? [fate] : []
  })
  return [told.all ?? 'open', told.ports?.[port] ?? 'open', ...special].reduce(worse, 'open')
}

function atHost({ machine: told, ports }: SceneHost, address: string, port: number): Reachability {
  if (typeof told === 'string' && told !== 'healthy') return told
  const machine = machineInFull(told)
  const family = familyOf(address) === 6 ? machine.ipv6 : machine.ipv4
  const mail = mailPorts.includes(port) && machine.ports?.[port] === undefined ? machine.mailPorts : undefined
  return [family ?? 'open', mail ?? ports.get(port)?.reachability ?? machine.otherPorts ?? 'refused'].reduce(
    worse,
    'open',
  )
}

/** What reaches where: addresses of the play lead to loopback sockets, all others nowhere. Nothing ever leaves. */
export function dialLoopback(
  look: (address: string, port: number) => Reachability,
  listening: (address: string, port: number, transport: 'tcp' | 'udp') => number | undefined,
): Dial {
  return (address, port, transport): Destination => {
    const fate = look(address, port)
    if (fate !== 'open' && fate !== 'slow') return { never: fate }
    const at = listening(address, port, transport)
    return at === undefined
      ? { never: transport === 'udp' ? 'silent' : 'refused' }
      : { to: { host: '127.0.0.1', port: at } }
  }
}
