import { z } from 'zod'
import { clientIds } from '../../../clients/known-clients.ts'
import { durationSchema, lineSchema, relativeTimeSchema } from './primitives.ts'
import { server } from './server.ts'

/** The account as the mail app has it: the account file of the command line, plus what the simulated world needs. */
export const accountSchema = z.strictObject({
  email: z.string().max(320),
  client: z.enum(clientIds).exactOptional(),
  incoming: server.extend({ protocol: z.enum(['imap', 'pop3', 'exchange']) }).exactOptional(),
  outgoing: server.exactOptional(),
  /** What the user gave for sign-in checks; servers take it unless they are told otherwise. */
  secret: z.string().max(4096).exactOptional(),
})
export type SceneAccount = z.output<typeof accountSchema>

/** A message in the outbox. */
export const messageSchema = z.strictObject({
  /** How long it has been waiting when it is first told; a later mention of the same message changes nothing of it. */
  waiting: durationSchema,
  /** By which later mentions know it, should it change; without it, what is told alike is the same message. */
  name: z.string().min(1).max(100).exactOptional(),
  /** Where it goes when it is no longer told. */
  leaves: z.enum(['to-sent', 'to-drafts', 'for-good']).default('to-sent'),
  /** The e-mail of the account it goes out from; without it, the scene's `account`. */
  account: z.string().max(320).exactOptional(),
  size: z.int().nonnegative().exactOptional(),
  rawSize: z.int().nonnegative().exactOptional(),
  /** Addresses, or only how many. */
  recipients: z.union([z.int().min(0).max(100_000), z.array(z.string().max(1000))]).exactOptional(),
  sender: z.string().max(320).exactOptional(),
  /** Shown in the panel and nowhere else; without it, a made-up one. */
  subject: lineSchema.exactOptional(),
  state: z.enum(['waiting', 'scheduled', 'undo-send']).default('waiting'),
  /** How long it is meant to wait in all, where it is to be sent later; without it, until tomorrow. */
  dueAfter: durationSchema.exactOptional(),
  /** The time that is left until it is to leave, when it is first told; negative: it should have left so long ago. */
  left: relativeTimeSchema.exactOptional(),
  /** `lost`: nothing knows any more when it is to leave, as after the app was ended while it counted. */
  timer: z.literal('lost').exactOptional(),
  protection: z.enum(['signed', 'encrypted']).exactOptional(),
  copyInSent: z.boolean().exactOptional(),
  lastReply: lineSchema.exactOptional(),
  /** `lost`: its text was handed over to the last dot, and the server's answer never came; its app says so. */
  answer: z.literal('lost').exactOptional(),
})

export type SceneMessage = z.output<typeof messageSchema>

/** What the history knows of this account: the newest fact of a probe, by the probe's id. */
export const pastSchema = z.record(
  z.string(),
  z.strictObject({ at: relativeTimeSchema, tone: z.enum(['good', 'bad', 'plain']).default('good'), fact: z.json() }),
)
