import { z } from 'zod'
import { inOtherLanguages } from '../../core/scene-tale.ts'
import { accountSchema, messageSchema, pastSchema } from './schema/account.ts'
import { handsSchema } from './schema/action-failures.ts'
import { machineSchema } from './schema/hosts.ts'
import { macSchema } from './schema/mac-state.ts'
import { dnsSchema, namesSchema } from './schema/names.ts'
import { durationSchema, hostSchema, relativeTimeSchema } from './schema/primitives.ts'
import { outsideSceneSchema, waySchema } from './schema/surroundings.ts'
import { sentenceFor } from './schema/wrong-scene.ts'

/** What a scene says of the world. All of it may also change later (`later`, `mends`). */
const world = {
  /** With other settings: the address stays. */
  account: accountSchema.exactOptional(),
  mac: macSchema.exactOptional(),
  hands: handsSchema.exactOptional(),
  names: namesSchema.exactOptional(),
  dns: dnsSchema.exactOptional(),
  hosts: z.record(hostSchema, machineSchema).exactOptional(),
  way: waySchema.exactOptional(),
  outside: outsideSceneSchema.exactOptional(),
  /** Given later in the place of the account's. */
  secret: z.string().max(4096).exactOptional(),
  outbox: z.array(messageSchema).max(10_000).exactOptional(),
}

const status = z.enum(['clear', 'checking', 'waiting', 'stuck', 'offline', 'unsure', 'paused'])

const causeId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be the id of a cause')

/** What the watch tells of an episode, and about when. */
const turn = z.discriminatedUnion('is', [
  z.strictObject({ at: durationSchema, is: z.enum(['opened', 'joined', 'closed']) }),
  z.strictObject({ at: durationSchema, is: z.literal('named'), cause: causeId }),
])
export type SceneTurn = z.output<typeof turn>

const tale = z.strictObject({ title: z.string().min(1).max(100), story: z.string().min(1).max(600) })

/** The JSON document. Every field is told in `scenes.md` beside this file. */
const document = tale.extend({
  /** The same in each other language, by its code. */
  ...inOtherLanguages(tale.exactOptional()),
  expects: z.strictObject({
    /** The cause that must come first; `null`: none may be named. */
    first: causeId.nullable(),
    status,
    /** Of comparing the account's mail app with its server: what is told. */
    sync: z
      .strictObject({ verdict: z.enum(['in-step', 'differs', 'unsure']), differences: z.array(causeId) })
      .exactOptional(),
    also: z.array(causeId).exactOptional(),
    undecided: z.array(causeId).exactOptional(),
    /** Watched from the beginning: everything that is told, in this order; empty: the watch stays quiet. */
    story: z.array(turn).max(100).exactOptional(),
    /** How long it is watched; without it, two minutes longer than the story, or ten. */
    watched: durationSchema.exactOptional(),
  }),
  /** The true time when the scene begins. */
  now: z.iso.datetime({ offset: true }).default('2026-11-20T09:30:00Z'),
  deep: z.boolean().default(false),
  ...world,
  account: accountSchema,
  otherAccounts: z.array(accountSchema).exactOptional(),
  past: pastSchema.exactOptional(),
  /** So long it was watched before it begins, and what was stuck meanwhile; what changed stands in `mac.changes`. */
  lived: z
    .strictObject({
      days: durationSchema.refine((ms) => ms <= 60 * 86_400_000, 'must be sixty days at most'),
      troubles: z
        .array(
          z.strictObject({
            at: relativeTimeSchema,
            lasts: durationSchema,
            cause: causeId,
            messages: z.int().min(1).max(100).default(1),
          }),
        )
        .max(100)
        .default([]),
    })
    .exactOptional(),
  /** What becomes different by itself, by time from the beginning. A field of the world that is named is replaced. */
  later: z.array(z.strictObject({ after: durationSchema, world: z.strictObject(world) })).exactOptional(),
  /** What becomes different when this remedy has been applied; or has begun, where it waits for a person. */
  mends: z
    .array(
      z.strictObject({
        remedy: causeId,
        when: z.enum(['begun', 'done']).default('done'),
        after: durationSchema.exactOptional(),
        /** The one that it has to be given, where it takes a password. */
        password: z.string().min(1).max(4096).exactOptional(),
        world: z.strictObject(world),
      }),
    )
    .exactOptional(),
})

export const sceneSchema = document.refine(
  ({ account: { email }, later = [], mends = [] }) =>
    [...later, ...mends].every(({ world }) => (world.account?.email ?? email) === email),
  'must keep the address of its account',
)

export type Scene = z.output<typeof sceneSchema>

/** A document that is not a scene. The message is one sentence that names the field. */
export class WrongScene extends Error {
  override name = 'WrongScene'
}

const maxSceneBytes = 1024 * 1024

/** Reads a scene from its text. Throws `WrongScene`. */
export function readScene(text: string): Scene {
  if (text.length > maxSceneBytes) throw new WrongScene('A scene is at most 1 MB of text; this one is larger.')
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    throw new WrongScene('The scene is not JSON.')
  }
  const read = sceneSchema.safeParse(document)
  if (!read.success) throw new WrongScene(sentenceFor(read.error))
  return read.data
}
