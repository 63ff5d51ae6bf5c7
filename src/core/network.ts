import { type Sentence, say } from './sentence.ts'
import type { Instant, Millis } from './time.ts'

export type Family = 4 | 6

/** A network interface that is up and is not the loopback. */
export interface Interface {
  name: string
  kind: 'wifi' | 'ethernet' | 'cellular' | 'vpn' | 'other'
  /** Without link-local ones: an fe80:: or 169.254 address leads nowhere. */
  addresses: readonly string[]
  mtu?: number
}

/** The only names of interfaces that get into a command: `en0`, `utun4`. */
export function isInterfaceName(name: string): boolean {
  return /^[a-z]{1,12}[0-9]{1,4}$/.test(name)
}

/** A resolver the Mac is set to ask. `domain` marks one that only answers for that domain (split DNS). */
export interface ConfiguredResolver {
  servers: readonly string[]
  domain?: string
}

export interface Proxy {
  kind: 'http' | 'https' | 'socks' | 'pac'
  host: string
  port: number
}

export interface Vpn {
  name: string
  connected: boolean
  interface?: string
  /** Listed by the system, so that the system can also stop it. */
  system: boolean
}

/** Software that may stand between programs and the network. */
export interface Filter {
  name: string
  /** `installed`: approved and possibly at work; `waiting`: not approved, so not at work. */
  state: 'installed' | 'waiting' | 'disabled'
  kind: 'network' | 'security'
  product?: string
  version?: string
}

/** What this machine knows of its own connection, without asking anybody outside. */
export interface Network {
  interfaces: readonly Interface[]
  /** A default route of this family, or an address of it that leads out. */
  ipv4: boolean
  ipv6: boolean
  /** `undefined`: this machine could not tell. */
  resolvers?: readonly ConfiguredResolver[]
  /** Those of `resolvers` that were entered by hand, for the interface that leads out; none: the network gives them. */
  nameServersByHand?: readonly string[]
  proxies?: readonly Proxy[]
  /** Hosts that connections go straight to, past the proxies: `*.local`, `mail.example.net`. */
  pastProxies?: readonly string[]
  vpns?: readonly Vpn[]
  wifi?: { open: boolean; signal?: number; noise?: number }
  dhcp?: boolean
}

/** The way a packet to one address would take. */
export interface Route {
  interface: string
  vpn: boolean
  mtu?: number
  /** The next machine on it, by address; a tunnel has none. */
  gateway?: string
}

/** How a change of place is told, as opposed to a network that came back: judges go by it. */
export const joinedAnotherNetwork = say('This Mac joined another network')

/** Something that became different, as the agent saw it. */
export interface Change {
  at: Instant
  what: 'network' | 'vpn' | 'filter' | 'wake' | 'sleep' | 'app-update' | 'system-update' | 'settings' | 'treatment'
  /** One harmless phrase: "The VPN connected", "LuLu was updated". */
  line: Sentence
}

/** How one attempt to open a TCP connection ended. Refused = somebody answered; silent = something dropped it. */
export type Reach = 'open' | 'refused' | 'silent' | 'reset' | 'unreachable' | 'denied'

export interface Attempt {
  address: string
  family: Family
  port: number
  reach: Reach
  /** The system's name for it: `ECONNREFUSED`, `EHOSTUNREACH`. */
  code?: string
  ms: Millis
}

/** An answer to a name query. `silent`: nobody answered; `refused`: the resolver would not or was not there. */
export type DnsOutcome = 'answered' | 'no-such-name' | 'no-records' | 'refused' | 'silent' | 'failed'

export interface DnsAnswer<Record> {
  outcome: DnsOutcome
  records: readonly Record[]
  code?: string
  ms: Millis
}

export interface Address {
  address: string
  family: Family
}

export interface DnsRecords {
  A: string
  AAAA: string
  MX: { exchange: string; priority: number }
  SRV: { name: string; port: number; priority: number; weight: number }
  TXT: string
}

/** Whom to ask: the system's configured servers, one server by `address` or `address:port`, or DNS over HTTPS. */
export type DnsServer = 'system' | { server: string } | { doh: string }
