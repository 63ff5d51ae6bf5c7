import type { Reach } from '../../../core/network.ts'

/** Where packets for an address really go: to a socket, or nowhere, and then how that looks from here. */
export type Destination = { to: { host: string; port: number } } | { never: Exclude<Reach, 'open'>; code?: string }

/** Turns a named address into a destination. A simulated net sends made-up addresses to loopback, or into silence. */
export type Dial = (address: string, port: number, transport: 'tcp' | 'udp') => Destination

/** The real net: an address is where it says it is. */
export const dialDirectly: Dial = (host, port) => ({ to: { host, port } })
