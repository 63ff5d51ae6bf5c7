import { z } from 'zod'
import { page } from './hosts.ts'
import { fate, host, length, portKey, relative } from './words.ts'

/** What happens on the way to every host out there: the network's doing, or a program's on this Mac. */
export const way = z.strictObject({
  /** Everything. */
  all: fate.exactOptional(),
  ports: z.record(portKey, fate).exactOptional(),
  /** 25, 465, 587, 2525, 143, 993, 110 and 995. */
  mailPorts: fate.exactOptional(),
  ipv4: fate.exactOptional(),
  ipv6: fate.exactOptional(),
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
  web: z.union([z.literal('captive'), page]).exactOptional(),
  /** Large packets get lost: certificates and large replies never arrive. `lost-up`: only what this Mac says. */
  largePackets: z.enum(['lost', 'lost-up']).exactOptional(),
  /** Before every answer and every connection, as on a line that is full. */
  delay: length.exactOptional(),
  /** Hosts that it does not concern. */
  except: z.array(host).exactOptional(),
})
export type Way = z.output<typeof way>

const publishedServer = z.strictObject({
  protocol: z.enum(['imap', 'pop3', 'smtp']),
  host,
  port: z.int().min(1).max(65535),
  security: z.enum(['tls', 'starttls', 'none']),
})

/** The outside world that is not the account's: without a word, all of it is well. */
export const outside = z.union([
  fate,
  z.strictObject({
    /** How all of it is reached; the account's own servers are not meant. */
    all: fate.exactOptional(),
    ports: z.record(portKey, fate).exactOptional(),
    controlHosts: fate.exactOptional(),
    captiveChecks: z.union([fate, page]).exactOptional(),
    clocks: fate.exactOptional(),
    publicResolvers: fate.exactOptional(),
    dohResolvers: fate.exactOptional(),
    statusFeeds: fate.exactOptional(),
    /** Open incidents, by the service's name in the list of feeds. */
    incidents: z
      .array(z.strictObject({ service: z.string().min(1), title: z.string().max(500), since: relative }))
      .exactOptional(),
    /** Mail settings that somebody publishes for the account's domain. */
    published: z
      .strictObject({
        via: z.enum(['autoconfig', 'directory', 'srv']).default('autoconfig'),
        servers: z.array(publishedServer).min(1),
      })
      .exactOptional(),
    /** Zones that list our address, with what they answer. */
    blocklists: z.record(host, z.array(z.ipv4()).min(1)).exactOptional(),
  }),
])
