import type { ActionResult, AdminCommand, Hands } from '../../../core/hands.ts'
import { foreignName, say, verbatim } from '../../../core/sentence.ts'
import { homeWifi } from '../mac/interfaces.ts'
import type { Scene } from '../scene.ts'
import type { SceneTimeline } from '../scene-timeline.ts'
import type { SceneMac } from '../schema/mac-state.ts'
import type { ActionLimits } from './action-limits.ts'

type Service = NonNullable<SceneMac['service']>

/** What an administrator does to the Mac of a scene: what is set is set, and the world is another one. */
export function simulatedAdmin(timeline: SceneTimeline, limits: ActionLimits): Hands['admin'] {
  return async (command) => {
    const { mac = {}, hands: { admin, macSettings } = {} } = timeline.now().scene
    if (admin) return answers[admin]
    const changed = changedBy(command, mac)
    if (changed === 'no-service')
      return { done: false, why: 'missing', detail: say('macOS lists no network connection, or several, on it.') }
    if (changed && macSettings === 'managed')
      return { done: false, why: 'refused', detail: foreignName('You cannot change this setting: it is managed.') }
    return limits.does(undefined, undefined, () => {
      if (changed && macSettings !== 'put-back') timeline.become({ mac: changed })
    })
  }
}

const answers: Readonly<Record<NonNullable<NonNullable<Scene['hands']>['admin']>, ActionResult>> = {
  cancelled: { done: false, why: 'cancelled' },
  'wrong-password': { done: false, why: 'refused', detail: say('The administrator’s name or password was not right.') },
  'no-screen': { done: false, why: 'refused', detail: say('There is no screen to ask an administrator on.') },
  failed: { done: false, why: 'failed', detail: say('Error {number}.', { number: verbatim(1) }) },
}

/** Nothing where a command leaves every setting as it is. */
function changedBy(command: AdminCommand, mac: SceneMac): SceneMac | 'no-service' | undefined {
  switch (command.command) {
    case 'flush-names':
    case 'renew-lease':
      return undefined
    case 'set-clock': {
      const { clock: _, ...right } = mac
      return right
    }
    case 'set-packet-size':
      return withPacketSize(mac, command.interface, command.bytes)
    case 'firewall-allow':
    case 'firewall-block': {
      const { firewall = { on: true, blocks: [] } } = mac
      const others = firewall.blocks.filter((one) => one !== command.client)
      const blocks = command.command === 'firewall-block' ? [...others, command.client] : others
      return { ...mac, firewall: { ...firewall, blocks } }
    }
    default:
      return mac.service?.unclear === 'which' ? 'no-service' : withService(mac, command)
  }
}

function withService(
  mac: SceneMac,
  command: Extract<AdminCommand, { command: 'set-name-servers' | 'set-ipv6' | 'set-past-proxies' }>,
): SceneMac {
  const set = (change: Partial<Service>) => ({ ...mac, service: { ...mac.service, ...change } })
  if (command.command === 'set-past-proxies') return set({ pastProxies: [...command.hosts] })
  if (command.command === 'set-ipv6') {
    const { is, ...entered } = command.to
    return set({ ipv6: is === 'manual' ? (entered as Exclude<Service['ipv6'], string | undefined>) : is })
  }
  const servers = [...command.servers]
  const special = (mac.resolvers === 'unknown' ? [] : (mac.resolvers ?? [])).filter(
    ({ domain }) => domain !== undefined,
  )
  const { given } = mac.service ?? {}
  const { resolvers: _, ...others } = set({ nameServers: servers })
  if (servers.length > 0) return { ...others, resolvers: [{ servers }, ...special] }
  if (!given) return others
  return { ...others, resolvers: [...(given.length > 0 ? [{ servers: given }] : []), ...special] }
}

function withPacketSize(mac: SceneMac, name: string, mtu: number): SceneMac {
  const interfaces = mac.interfaces ?? [{ ...homeWifi, addresses: [...homeWifi.addresses] }]
  const routes = Object.entries(mac.routes ?? {}).map(
    ([to, route]) => [to, route !== 'none' && route.interface === name ? { ...route, mtu } : route] as const,
  )
  return {
    ...mac,
    interfaces: interfaces.map((one) => (one.name === name ? { ...one, mtu } : one)),
    ...(mac.routes && { routes: Object.fromEntries(routes) }),
  }
}
