import { isIP, isIPv6 } from 'node:net'
import type { Server } from '../../core/mail.ts'
import type { Outside } from '../../core/outside.ts'
import { outsideMachines } from './outside-world.ts'
import type { Scene } from './scene.ts'
import type { SceneAccount } from './schema/account.ts'
import type { SceneMachine } from './schema/hosts.ts'
import type { NameAnswer } from './schema/names.ts'
import { machineInFull, type ServicePort, servicePortsOf } from './services.ts'

/** A host of the scene: its addresses and ports. `ours`: the account's own, or told in the scene. */
export interface SceneHost {
  host: string
  addresses: readonly string[]
  ports: ReadonlyMap<number, ServicePort>
  machine: SceneMachine | undefined
  ours: boolean
}

/** All hosts there are, by name; and whose each address is. */
export interface SceneHosts {
  byName: ReadonlyMap<string, SceneHost>
  byAddress: ReadonlyMap<string, SceneHost>
}

export function hostsOfScene(scene: Scene, outside: Outside): SceneHosts {
  const told = lowered(scene.hosts ?? {})
  const names = lowered(scene.names ?? {})
  const wanted = Map.groupBy(sceneAccounts(scene).flatMap(sceneServers), (server) => server.host.toLowerCase())
  const others = outsideMachines(scene, outside)
  // A name that the scene says is unknown or unanswered still has a machine: another view may know it.
  const hosts = new Set([...wanted.keys(), ...told.keys(), ...others.keys()])
  const byName = new Map<string, SceneHost>()
  const byAddress = new Map<string, SceneHost>()
  for (const host of hosts) {
    const ours = wanted.has(host) || told.has(host)
    const machine = told.get(host) ?? others.get(host)
    const addresses = addressesOf(host, machine, names.get(host), byName.size + 1)
    const place = { host, addresses, machine, ours, ports: servicePortsOf(host, machine, wanted.get(host) ?? []) }
    byName.set(host, place)
    for (const address of addresses) if (isIP(host) || !byAddress.has(address)) byAddress.set(address, place)
  }
  return { byName, byAddress }
}

export function sceneAccounts(scene: Scene): SceneAccount[] {
  return [scene.account, ...(scene.otherAccounts ?? [])]
}

/** The servers of an account, each with its protocol. */
export function sceneServers(account: SceneAccount): Server[] {
  const outgoing = account.outgoing && { ...account.outgoing, protocol: 'smtp' as const }
  return [outgoing, account.incoming].filter((server) => server !== undefined)
}

function addressesOf(
  host: string,
  machine: SceneMachine | undefined,
  answer: NameAnswer | undefined,
  number: number,
): readonly string[] {
  if (isIP(host)) return [host]
  if (host === 'localhost') return ['127.0.0.1', '::1']
  const said = machineInFull(machine).addresses ?? (Array.isArray(answer) ? answer : namedAddresses(answer))
  // Of the ranges kept for documentation (RFC 5737, RFC 3849), so that no play ever names somebody's machine.
  return (
    said ?? [`${number < 250 ? '203.0.113' : '198.51.100'}.${(number % 250) + 1}`, `2001:db8::${number.toString(16)}`]
  )
}

function namedAddresses(answer: NameAnswer | undefined): readonly string[] | undefined {
  return typeof answer === 'object' && !Array.isArray(answer) ? answer.addresses : undefined
}

function lowered<T>(record: Readonly<Record<string, T>>): Map<string, T> {
  return new Map(Object.entries(record).map(([name, value]) => [name.toLowerCase(), value]))
}

export function familyOf(address: string): 4 | 6 {
  return isIPv6(address) ? 6 : 4
}
