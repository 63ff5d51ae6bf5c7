import { z } from 'zod'
import { clientIds } from '../../../clients/known-clients.ts'
import { mailBridges } from '../../../knowledge/mail-bridges.ts'
import { appSchema } from './apps.ts'
import {
  durationSchema,
  hostSchema,
  ipSchema,
  portSchema,
  reachabilitySchema,
  relativeTimeSchema,
} from './primitives.ts'

const networkInterface = z.strictObject({
  name: z.string().min(1).max(32),
  kind: z.enum(['wifi', 'ethernet', 'cellular', 'vpn', 'other']),
  addresses: z.array(ipSchema),
  mtu: z.int().positive().exactOptional(),
})

const route = z.union([
  z.literal('none'),
  z.strictObject({
    interface: z.string().min(1).max(32),
    vpn: z.boolean().default(false),
    mtu: z.int().positive().exactOptional(),
  }),
])

const ipv6 = z.union([
  z.enum(['automatic', 'off']),
  z.strictObject({ address: ipSchema, prefixLength: z.int().min(1).max(128), router: ipSchema }),
])

/** What stands in the settings of the network service that leads out. */
const service = z.strictObject({
  /** Entered by hand, in the place of those that the network gives; `resolvers` says which are asked now. */
  nameServers: z.array(ipSchema).max(20).exactOptional(),
  /** Those that the network gives. */
  given: z.array(ipSchema).max(20).exactOptional(),
  ipv6: ipv6.exactOptional(),
  /** Hosts that connections go straight to. */
  pastProxies: z.array(z.string().min(1).max(255)).max(100).exactOptional(),
  /** What nobody can make out: several services share the interface, or the tool's words are not known. */
  unclear: z.enum(['which', 'words']).exactOptional(),
})

const permission = z.enum(['full-disk-access', 'automation', 'accessibility', 'local-network', 'notifications'])

const inOrder = [
  ({ from, until }: { from: number; until: number }) => from < until,
  'must end after it begins',
] as const

/** This Mac. What is not said is as on a healthy one on a home Wi-Fi with IPv4 and IPv6. */
export const macSchema = z.strictObject({
  /** Its clock minus the true time. */
  clock: relativeTimeSchema.exactOptional(),
  freeSpace: z.int().nonnegative().exactOptional(),
  interfaces: z.array(networkInterface).exactOptional(),
  ipv4: z.boolean().exactOptional(),
  ipv6: z.boolean().exactOptional(),
  /** Whom it is set to ask for names; `"unknown"`: this cannot be read. */
  resolvers: z
    .union([
      z.literal('unknown'),
      z.array(z.strictObject({ servers: z.array(ipSchema), domain: hostSchema.exactOptional() })),
    ])
    .exactOptional(),
  proxies: z
    .array(z.strictObject({ kind: z.enum(['http', 'https', 'socks', 'pac']), host: hostSchema, port: portSchema }))
    .exactOptional(),
  service: service.exactOptional(),
  /** Programs that wait for connections on this Mac, besides those that a scene plays. */
  listeners: z
    .array(
      z.strictObject({
        port: portSchema,
        name: z.string().min(1).max(100),
        /** Missing: a program of another user. */
        path: z.string().startsWith('/').max(500).exactOptional(),
      }),
    )
    .max(20)
    .exactOptional(),
  /** Mail bridges that are installed, by their names in our list. */
  bridges: z
    .array(z.strictObject({ name: z.enum(mailBridges.map(({ name }) => name)), running: z.boolean().default(true) }))
    .max(10)
    .exactOptional(),
  vpns: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(100),
        connected: z.boolean(),
        interface: z.string().max(32).exactOptional(),
        system: z.boolean().default(true),
      }),
    )
    .exactOptional(),
  filters: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(100),
        state: z.enum(['installed', 'waiting', 'disabled']).default('installed'),
        kind: z.enum(['network', 'security']).default('network'),
        product: z.string().max(100).exactOptional(),
        /** Where it becomes another one, the filter was updated. */
        version: z.string().max(50).exactOptional(),
      }),
    )
    .exactOptional(),
  wifi: z
    .strictObject({
      open: z.boolean(),
      off: z.literal(true).exactOptional(),
      signal: z.int().exactOptional(),
      noise: z.int().exactOptional(),
    })
    .exactOptional(),
  dhcp: z.boolean().exactOptional(),
  /** The router that everything leaves by, and its own delay. */
  router: z
    .strictObject({
      address: ipSchema.default('192.168.1.1'),
      hardware: z
        .string()
        .regex(/^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/)
        .exactOptional(),
      delay: durationSchema.exactOptional(),
      fate: reachabilitySchema.exactOptional(),
    })
    .exactOptional(),
  /** The one that macOS brings; `blocks`: apps that nobody may reach from outside. */
  firewall: z
    .strictObject({ on: z.boolean().default(true), blocks: z.array(z.enum(clientIds)).default([]) })
    .exactOptional(),
  /** By host name, address, or `"default"`. */
  routes: z.record(hostSchema, route).exactOptional(),
  changes: z
    .array(
      z.strictObject({
        at: relativeTimeSchema,
        what: z.enum([
          'network',
          'vpn',
          'filter',
          'wake',
          'sleep',
          'app-update',
          'system-update',
          'settings',
          'treatment',
        ]),
        /** What is told, as a sentence of the catalogue: `"{name} was updated"`. */
        line: z.string().min(1).max(200),
        /** What fills its gaps. */
        with: z.record(z.string().max(40), z.string().max(200)).exactOptional(),
      }),
    )
    .exactOptional(),
  /** Whether it is given; `"not-asked"`: macOS has never asked the person. */
  permissions: z.partialRecord(permission, z.union([z.boolean(), z.literal('not-asked')])).exactOptional(),
  apps: z.array(appSchema).exactOptional(),
  power: z.strictObject({ battery: z.boolean(), lowPower: z.boolean().default(false) }).exactOptional(),
  /** From and until when, by time from the beginning; while it sleeps, time leaps. */
  slept: z
    .array(z.strictObject({ from: relativeTimeSchema, until: relativeTimeSchema }).refine(...inOrder))
    .max(100)
    .exactOptional(),
  /** Of macOS. */
  version: z.string().max(20).exactOptional(),
})
export type SceneMac = z.output<typeof macSchema>
