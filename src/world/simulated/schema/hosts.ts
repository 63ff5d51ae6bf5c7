import { z } from 'zod'
import {
  durationSchema,
  ipSchema,
  lineSchema,
  portKeySchema,
  reachabilitySchema,
  relativeTimeSchema,
  replySchema,
  tlsVersionSchema,
  uidsSchema,
} from './primitives.ts'

/** A certificate; what is not said is as a public authority would have issued it for this host two months ago. */
export const certificateSchema = z.strictObject({
  names: z.array(z.string().min(1).max(253)).min(1).exactOptional(),
  /** `public`: trusted everywhere. `private`: by nobody here. A named one is trusted by this Mac only if it says so. */
  issuer: z
    .union([
      z.enum(['public', 'private', 'self-signed']),
      z.strictObject({ name: z.string().min(1).max(100), trusted: z.boolean().default(true) }),
    ])
    .exactOptional(),
  intermediate: z.enum(['sent', 'missing']).exactOptional(),
  /** Counted from the true time. */
  from: relativeTimeSchema.exactOptional(),
  until: relativeTimeSchema.exactOptional(),
  key: z.enum(['ec-256', 'rsa-2048', 'rsa-1024']).exactOptional(),
  signature: z.enum(['sha256', 'sha1']).exactOptional(),
})
export type SceneCertificate = z.output<typeof certificateSchema>

export const tlsSchema = z.strictObject({
  min: tlsVersionSchema.exactOptional(),
  max: tlsVersionSchema.exactOptional(),
  /** In OpenSSL's words. */
  ciphers: lineSchema.exactOptional(),
})

/** Where in a session. `tls`: after the client's first bytes of a handshake. */
const stage = z.enum([
  'greeting',
  'ehlo',
  'capability',
  'starttls',
  'tls',
  'auth',
  'mail',
  'rcpt',
  'data',
  'select',
  'append',
  'quota',
  'quit',
])
export type ServerStage = z.output<typeof stage>

const hostility = z.enum([
  'endless-line',
  'no-line-end',
  'huge',
  'drip',
  'nul-bytes',
  'endless-reply',
  'half-reply',
  'many-capabilities',
])

/** A server that speaks a mail protocol. What is not said is as Postfix and Dovecot do it. */
const speaker = z.strictObject({
  /** Whose words it uses. */
  like: z.enum(['postfix', 'gmail', 'icloud', 'microsoft', 'yahoo', 'exim']).exactOptional(),
  /** The first line in full, code and all. */
  greeting: replySchema.exactOptional(),
  /** Announced after TLS, or always where there is none; replaces the usual ones. */
  capabilities: z.array(lineSchema).max(20_000).exactOptional(),
  /** Announced before TLS; without it, the same without AUTH and with STARTTLS. */
  capabilitiesBefore: z.array(lineSchema).max(20_000).exactOptional(),
  starttls: z.enum(['offered', 'missing', 'overwritten']).exactOptional(),
  /** Ways to sign in, replaces the usual ones; empty: none. */
  auth: z.array(z.string().max(40)).exactOptional(),
  /** SIZE; 0: announced without a limit. */
  size: z.int().nonnegative().exactOptional(),
  /** Who may sign in; without it, the scene's account. */
  accepts: z.strictObject({ username: z.string(), secret: z.string() }).exactOptional(),
  /** What it says to a sign-in that it does not take; told as `replies`. */
  refuses: lineSchema.exactOptional(),
  /** What it answers instead of the usual, by stage. SMTP replies in full; IMAP without tag. */
  replies: z.partialRecord(stage, replySchema).exactOptional(),
  /** The same, said to whoever comes by IPv6. */
  repliesToIpv6: z.partialRecord(stage, replySchema).exactOptional(),
  /** Where a message ends up that was sent to oneself. */
  delivers: z.enum(['inbox', 'junk', 'never']).exactOptional(),
  /** RCPT by recipient. */
  recipients: z.record(z.string(), replySchema).exactOptional(),
  /** MAIL by sender. */
  senders: z.record(z.string(), replySchema).exactOptional(),
  /** What lies in the mailbox (IMAP), for whoever compares; the newest of each folder came so long ago. */
  folders: z
    .array(
      z.strictObject({
        path: z.string().min(1).max(200),
        flags: z.array(z.string().max(30)).exactOptional(),
        subscribed: z.boolean().default(true),
        uids: uidsSchema.default([]),
        uidNext: z.int().positive().exactOptional(),
        arrived: durationSchema.default(3_600_000),
      }),
    )
    .max(1_000)
    .exactOptional(),
  quota: z.strictObject({ used: z.int().nonnegative(), limit: z.int().nonnegative() }).exactOptional(),
  /** Instead of the answer at this stage. */
  /** `above`: with `tls`, only where the client's first record has more bytes. */
  breaks: z
    .strictObject({
      at: stage,
      how: z.enum(['close', 'reset', 'stall']),
      above: z.int().positive().max(100_000).exactOptional(),
    })
    .exactOptional(),
  /** Lines of more bytes than this, and all that comes after one, never arrive. */
  hearsUpTo: z.int().positive().max(100_000).exactOptional(),
  /** Sent in clear behind STARTTLS's go-ahead. */
  inject: lineSchema.exactOptional(),
  hostile: z.strictObject({ at: stage, how: hostility }).exactOptional(),
  /** Before every answer. */
  delay: durationSchema.exactOptional(),
  tls: tlsSchema.exactOptional(),
  certificate: certificateSchema.exactOptional(),
})
export type SceneFolder = NonNullable<z.output<typeof speaker>['folders']>[number]
export type SceneMailServer = z.output<typeof speaker>

export const pageSchema = z.strictObject({
  status: z.int().min(100).max(599).exactOptional(),
  headers: z.record(z.string(), lineSchema).exactOptional(),
  body: z.string().exactOptional(),
})
export type ScenePage = z.output<typeof pageSchema>

const website = pageSchema.extend({
  /** By path, with query where there is one; the rest answers as above. */
  pages: z.record(z.string().startsWith('/'), pageSchema).exactOptional(),
  delay: durationSchema.exactOptional(),
  tls: tlsSchema.exactOptional(),
  certificate: certificateSchema.exactOptional(),
})

/** One port that differs: how it is reached, in which mode it speaks, and how its server differs. */
const door = z.union([
  reachabilitySchema,
  speaker.extend({
    fate: reachabilitySchema.exactOptional(),
    protocol: z.enum(['smtp', 'imap', 'pop3', 'web']).exactOptional(),
    mode: z.enum(['tls', 'starttls', 'clear']).exactOptional(),
  }),
])

/** A machine out there (or, with a 127.* address, in here). */
export const machineSchema = z.union([
  z.literal('healthy'),
  reachabilitySchema,
  z.strictObject({
    /** Without them, one of each family is made up. */
    addresses: z.array(ipSchema).exactOptional(),
    smtp: z.union([z.enum(['healthy', 'none']), speaker]).exactOptional(),
    imap: z.union([z.enum(['healthy', 'none']), speaker]).exactOptional(),
    pop3: z.union([z.enum(['healthy', 'none']), speaker]).exactOptional(),
    web: z.union([z.enum(['healthy', 'none']), website]).exactOptional(),
    ports: z.record(portKeySchema, door).exactOptional(),
    /** 25, 465, 587, 2525, 143, 993, 110 and 995 of this host; `ports` goes before it. */
    mailPorts: reachabilitySchema.exactOptional(),
    /** Of ports that no service of this host uses; `refused` unless told. */
    otherPorts: reachabilitySchema.exactOptional(),
    ipv4: reachabilitySchema.exactOptional(),
    ipv6: reachabilitySchema.exactOptional(),
    tls: tlsSchema.exactOptional(),
    certificate: certificateSchema.exactOptional(),
  }),
])
export type SceneMachine = z.output<typeof machineSchema>
