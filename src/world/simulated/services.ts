import type { LineProtocol, Server } from '../../core/mail.ts'
import type { SceneMachine, SceneMailServer } from './schema/hosts.ts'
import type { Reachability } from './schema/primitives.ts'

export type MachineInFull = Exclude<SceneMachine, string>
export type Website = Exclude<NonNullable<MachineInFull['web']>, string>
export type TlsMode = 'tls' | 'starttls' | 'clear'

/** What stands behind one open port of a host. */
export type Service = { host: string; port: number; mode: TlsMode } & (
  | { protocol: LineProtocol; speaker: SceneMailServer }
  | { protocol: 'web'; website: Website }
)

/** One port of a host: how it is reached there, and what answers. */
export interface ServicePort {
  reachability: Reachability
  service?: Service
}

type Kind = Service['protocol']

const usual: Readonly<Record<Kind, readonly number[]>> = {
  smtp: [25, 465, 587],
  imap: [143, 993],
  pop3: [110, 995],
  web: [80, 443],
}
export const mailPorts: readonly number[] = [25, 465, 587, 2525, 143, 993, 110, 995]
const modes: Readonly<Record<number, TlsMode>> = { 465: 'tls', 993: 'tls', 995: 'tls', 443: 'tls', 80: 'clear' }

/**
 * All ports of a host: what it is told to run, what the account wants of it, and what differs by port. A host of
 * which nobody says anything has no open ports.
 */
export function servicePortsOf(
  host: string,
  told: SceneMachine | undefined,
  wanted: readonly Server[],
): Map<number, ServicePort> {
  const machine = machineInFull(told)
  const general = typeof told === 'string' && told !== 'healthy' ? told : 'open'
  const ports = new Map<number, ServicePort>()
  const add = (port: number, protocol: Kind, mode: TlsMode = modes[port] ?? 'starttls') =>
    ports.set(port, { reachability: general, service: serviceOf(host, port, protocol, mode, machine) })
  for (const kind of kindsOf(machine, wanted)) for (const port of usual[kind]) add(port, kind)
  for (const { port, protocol, security } of wanted) {
    if (protocol === 'exchange' || ports.has(port) || machine[protocol] === 'none') continue
    add(port, protocol, security === 'none' ? 'clear' : security)
  }
  for (const [key, differing] of Object.entries(machine.ports ?? {})) {
    const port = Number(key)
    const before = ports.get(port)
    ports.set(
      port,
      typeof differing === 'string' ? { ...before, reachability: differing } : opened(host, port, differing, before),
    )
  }
  return ports

  function opened(name: string, port: number, differing: OwnDoor, before: ServicePort | undefined): ServicePort {
    const { fate = 'open', protocol, mode, ...speaker } = differing
    const kind = protocol ?? before?.service?.protocol ?? kindAt(port)
    const at = mode ?? before?.service?.mode ?? modes[port] ?? 'starttls'
    return { reachability: fate, service: serviceOf(name, port, kind, at, machine, speaker) }
  }
}

type OwnDoor = Exclude<NonNullable<MachineInFull['ports']>[string], string>

export function machineInFull(told: SceneMachine | undefined): MachineInFull {
  return typeof told === 'object' ? told : {}
}

function kindsOf(machine: MachineInFull, wanted: readonly Server[]): Kind[] {
  const all = Object.keys(usual) as Kind[]
  const used = new Set<string>(wanted.map((server) => server.protocol))
  if (used.size > 0) used.add('web')
  return all.filter((kind) => machine[kind] !== 'none' && (machine[kind] !== undefined || used.has(kind)))
}

function kindAt(port: number): Kind {
  const all = Object.keys(usual) as Kind[]
  return all.find((kind) => usual[kind].includes(port)) ?? 'smtp'
}

function serviceOf(
  host: string,
  port: number,
  protocol: Kind,
  mode: TlsMode,
  machine: MachineInFull,
  own: SceneMailServer = {},
): Service {
  const told = machine[protocol]
  const base = {
    ...(machine.tls && { tls: machine.tls }),
    ...(machine.certificate && { certificate: machine.certificate }),
    ...(typeof told === 'object' && told),
  }
  if (protocol === 'web') {
    // A port may differ from the site only in how it is encrypted and how slow it is.
    const { tls, certificate, delay } = own
    const website = { ...base, ...(tls && { tls }), ...(certificate && { certificate }), ...(delay && { delay }) }
    return { host, port, mode, protocol, website: website as Website }
  }
  return { host, port, mode, protocol, speaker: { ...(base as SceneMailServer), ...own } }
}
