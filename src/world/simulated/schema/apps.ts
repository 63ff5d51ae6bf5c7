import { z } from 'zod'
import { clientIds } from '../../../clients/known-clients.ts'
import { durationSchema, hostSchema, lineSchema, portSchema, tlsVersionSchema, uidsSchema } from './primitives.ts'
import { server } from './server.ts'

/** A mail app on this Mac, as far as somebody watching it could tell. */
export const appSchema = z.strictObject({
  app: z.enum(clientIds),
  running: z.boolean().default(true),
  version: z.string().max(50).exactOptional(),
  /** Outlook has two makings of one name. */
  mode: z.enum(['legacy', 'new']).exactOptional(),
  /** Work Offline, for the whole app. */
  offline: z.boolean().exactOptional(),
  /** Accounts switched offline, by e-mail. */
  offlineAccounts: z.array(z.string().max(320)).exactOptional(),
  /** Accounts switched off altogether, by e-mail. */
  disabledAccounts: z.array(z.string().max(320)).exactOptional(),
  /** `no`: scripts time out. `dialog`: they do too, since a window waits for the user. `garbage`: nothing readable. */
  answers: z.enum(['yes', 'no', 'dialog', 'garbage']).default('yes'),
  /** Accounts, by e-mail, whose settings the app manages by itself: it takes what is written, and keeps the old. */
  automatic: z.array(z.string().max(320)).exactOptional(),
  /** Outgoing servers in its list that no account sends by. */
  servers: z.array(server).exactOptional(),
  /** Accounts, by e-mail, that a profile keeps, and such that macOS signs in to by itself. */
  ofProfile: z.array(z.string().max(320)).exactOptional(),
  ofInternetAccounts: z.array(z.string().max(320)).exactOptional(),
  hiddenFor: durationSchema.exactOptional(),
  /** How long it has written nothing into its store; without it, it just did. */
  quietFor: durationSchema.exactOptional(),
  sockets: z
    .array(
      z.strictObject({
        host: hostSchema,
        port: portSchema,
        state: z.enum(['established', 'syn-sent', 'close-wait', 'none']),
      }),
    )
    .exactOptional(),
  /** Profiles in its folder, where it keeps several; it uses the last one. One, unless told. */
  profiles: z.int().min(1).max(20).exactOptional(),
  damaged: z.array(z.enum(['installation', 'preferences', 'profile', 'store'])).exactOptional(),
  /** The error number or text the app shows. */
  shows: lineSchema.exactOptional(),
  /** Of a mailbox at Exchange, in bytes: near its end the app tells what the server tells it. */
  mailbox: z.strictObject({ used: z.int().nonnegative(), limit: z.int().positive() }).exactOptional(),
  /** Of its first account, what the server has as well, as the app knows it. What is named later is added. */
  folders: z
    .array(
      z.strictObject({
        path: z.string().min(1).max(200),
        uids: uidsSchema.default([]),
        /** Copies that the server has no number for: how long ago each was sent. */
        unfiled: z.array(durationSchema).max(50).exactOptional(),
        /** One message lies there twice, under both UIDs. */
        twins: z
          .array(z.tuple([z.int().positive(), z.int().positive()]))
          .max(50)
          .exactOptional(),
      }),
    )
    .max(1_000)
    .exactOptional(),
  sentMessages: z.int().nonnegative().exactOptional(),
  addIns: z
    .array(z.strictObject({ name: z.string().max(100), host: hostSchema, age: durationSchema.exactOptional() }))
    .exactOptional(),
  /** What it can do in a session, where that differs from what is known of its version. */
  abilities: z
    .strictObject({
      signIn: z.strictObject({ can: z.array(z.string().max(40)), cannot: z.array(z.string().max(40)) }).exactOptional(),
      insecure: z.enum(['yes', 'only-if-allowed', 'no', 'unknown']).exactOptional(),
      tls: z
        .strictObject({ min: tlsVersionSchema.exactOptional(), max: tlsVersionSchema.exactOptional() })
        .exactOptional(),
    })
    .exactOptional(),
  protectMailActivity: z.boolean().exactOptional(),
  /** Its log of what servers say, where that is switched on; written to just now unless told. */
  log: z.strictObject({ lines: z.array(lineSchema).max(5_000), writtenAgo: durationSchema.default(0) }).exactOptional(),
})
export type SceneApp = z.output<typeof appSchema>
