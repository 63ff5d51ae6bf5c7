import { z } from 'zod'
import { host, ip, length, line, port, relative } from './words.ts'

const networkInterface = z.strictObject({
  name: z.string().min(1).max(32),
  kind: z.enum(['wifi', 'ethernet', 'cellular', 'vpn', 'other']),
  addresses: z.array(ip),
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

/** A mail app on this Mac, as far as somebody watching it could tell. */
const app = z.strictObject({
  app: z.enum(['apple-mail', 'outlook']),
  running: z.boolean().default(true),
  version: z.string().max(50).exactOptional(),
  /** Outlook has two makings of one name. */
  mode: z.enum(['legacy', 'new']).exactOptional(),
  /** Work Offline, for the whole app. */
  offline: z.boolean().exactOptional(),
  /** Accounts switched offline, by e-mail. */
  offlineAccounts: z.array(z.string().max(320)).exactOptional(),
  /** `no`: scripts time out. `dialog`: a window waits for the user. */
  answers: z.enum(['yes', 'no', 'dialog']).default('yes'),
  hiddenFor: length.exactOptional(),
  sockets: z
    .array(z.strictObject({ host, port, state: z.enum(['established', 'syn-sent', 'close-wait', 'none']) }))
    .exactOptional(),
  damaged: z.array(z.enum(['installation', 'preferences', 'profile', 'store'])).exactOptional(),
  /** The error number or text the app shows. */
  shows: line.exactOptional(),
  sentMessages: z.int().nonnegative().exactOptional(),
  addIns: z.array(z.strictObject({ name: z.string().max(100), host })).exactOptional(),
  protectMailActivity: z.boolean().exactOptional(),
})

const permission = z.enum(['full-disk-access', 'automation', 'accessibility', 'local-network', 'notifications'])

/** This Mac. What is not said is as on a healthy one on a home Wi-Fi with IPv4 and IPv6. */
export const mac = z.strictObject({
  /** Its clock minus the true time. */
  clock: relative.exactOptional(),
  freeSpace: z.int().nonnegative().exactOptional(),
  interfaces: z.array(networkInterface).exactOptional(),
  ipv4: z.boolean().exactOptional(),
  ipv6: z.boolean().exactOptional(),
  /** Whom it is set to ask for names; `"unknown"`: this cannot be read. */
  resolvers: z
    .union([z.literal('unknown'), z.array(z.strictObject({ servers: z.array(ip), domain: host.exactOptional() }))])
    .exactOptional(),
  proxies: z.array(z.strictObject({ kind: z.enum(['http', 'https', 'socks', 'pac']), host, port })).exactOptional(),
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
      }),
    )
    .exactOptional(),
  wifi: z
    .strictObject({ open: z.boolean(), signal: z.int().exactOptional(), noise: z.int().exactOptional() })
    .exactOptional(),
  dhcp: z.boolean().exactOptional(),
  /** By host name, address, or `"default"`. */
  routes: z.record(host, route).exactOptional(),
  changes: z
    .array(
      z.strictObject({
        at: relative,
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
        line: z.string().min(1).max(200),
      }),
    )
    .exactOptional(),
  permissions: z.partialRecord(permission, z.boolean()).exactOptional(),
  apps: z.array(app).exactOptional(),
  power: z.strictObject({ battery: z.boolean(), lowPower: z.boolean().default(false) }).exactOptional(),
  slept: z.array(z.strictObject({ from: relative, until: relative })).exactOptional(),
})
export type SceneMac = z.output<typeof mac>
