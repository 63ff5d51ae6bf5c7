import { z } from 'zod'
import { pageSchema } from './hosts.ts'
import { durationSchema, hostSchema, portKeySchema, reachabilitySchema, relativeTimeSchema } from './primitives.ts'

/** What happens on the way to every host out there: the network's doing, or a program's on this Mac. */
export const waySchema = z.strictObject({
  /** Everything. */
  all: reachabilitySchema.exactOptional(),
  ports: z.record(portKeySchema, reachabilitySchema).exactOptional(),
  /** 25, 465, 587, 2525, 143, 993, 110 and 995. */
  mailPorts: reachabilitySchema.exactOptional(),
  ipv4: reachabilitySchema.exactOptional(),
  ipv6: reachabilitySchema.exactOptional(),
  /** Encrypted connections on mail ports are cut after the client's first bytes. */
  tls: z.enum(['close', 'reset', 'stall']).exactOptional(),
  /** Encrypted connections on mail ports that begin with more than 1,200 bytes get no answer. */
  longHello: z.literal('lost').exactOptional(),
  /** STARTTLS is taken out of the answers, or overwritten with X. */
  starttls: z.enum(['missing', 'overwritten']).exactOptional(),
  /** `masked`: SMTP greetings become asterisks. */
  greeting: z.literal('masked').exactOptional(),
  /** A program or box that opens encrypted connections: the name of its issuer. */
  inspector: z.strictObject({ name: z.string().min(1).max(100), trusted: z.boolean().default(true) }).exactOptional(),
  /** Something else answers web pages: a sign-in page by redirect, or this one. */
  web: z.union([z.literal('captive'), pageSchema]).exactOptional(),
  /** Large packets get lost: certificates and large replies never arrive. `lost-up`: only what this Mac says. */
  largePackets: z.enum(['lost', 'lost-up']).exactOptional(),
  /** Of `largePackets`: up to so many bytes they arrive, so that smaller ones are no trouble. */
  packetsUpTo: z.int().min(576).max(9_000).exactOptional(),
  /** Before every answer and every connection, as on a line that is full. */
  delay: durationSchema.exactOptional(),
  /** Hosts that it does not concern. */
  except: z.array(hostSchema).exactOptional(),
})
export type NetworkPath = z.output<typeof waySchema>

const publishedServer = z.strictObject({
  protocol: z.enum(['imap', 'pop3', 'smtp']),
  host: hostSchema,
  port: z.int().min(1).max(65535),
  security: z.enum(['tls', 'starttls', 'none']),
})

/** The outside world that is not the account's: without a word, all of it is well. */
export const outsideSceneSchema = z.union([
  reachabilitySchema,
  z.strictObject({
    /** How all of it is reached; the account's own servers are not meant. */
    all: reachabilitySchema.exactOptional(),
    ports: z.record(portKeySchema, reachabilitySchema).exactOptional(),
    controlHosts: reachabilitySchema.exactOptional(),
    captiveChecks: z.union([reachabilitySchema, pageSchema]).exactOptional(),
    clocks: reachabilitySchema.exactOptional(),
    publicResolvers: reachabilitySchema.exactOptional(),
    dohResolvers: reachabilitySchema.exactOptional(),
    statusFeeds: reachabilitySchema.exactOptional(),
    /** Open incidents, by the service's name in the list of feeds. */
    incidents: z
      .array(z.strictObject({ service: z.string().min(1), title: z.string().max(500), since: relativeTimeSchema }))
      .exactOptional(),
    /** A newer version of this product, which its maker tells of; without it, there is none. */
    newVersion: z
      .string()
      .regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/)
      .exactOptional(),
    /** Mail settings that somebody publishes for the account's domain. */
    published: z
      .strictObject({
        via: z.enum(['autoconfig', 'directory', 'srv']).default('autoconfig'),
        servers: z.array(publishedServer).min(1),
      })
      .exactOptional(),
    /** Zones that list our address, with what they answer. */
    blocklists: z.record(hostSchema, z.array(z.ipv4()).min(1)).exactOptional(),
  }),
])
