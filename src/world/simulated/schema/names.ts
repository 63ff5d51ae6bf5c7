import { z } from 'zod'
import { durationSchema, hostSchema, ipSchema, lineSchema, portSchema } from './primitives.ts'

const failure = z.enum(['no-such-name', 'no-records', 'silent', 'refused', 'servfail'])

const records = z.strictObject({
  addresses: z.array(ipSchema).exactOptional(),
  mx: z.array(z.strictObject({ exchange: z.string().max(253), priority: z.int().min(0).max(65535) })).exactOptional(),
  srv: z
    .array(
      z.strictObject({
        name: z.string().max(253),
        port: z.union([z.literal(0), portSchema]),
        priority: z.int().min(0).max(65535).default(0),
        weight: z.int().min(0).max(65535).default(0),
      }),
    )
    .exactOptional(),
  txt: z.array(lineSchema).exactOptional(),
  /** How it fails instead; `delay` may stand beside it. */
  answer: failure.exactOptional(),
  delay: durationSchema.exactOptional(),
})

/** What asking for one name gives: addresses, a failure, or records in full. */
export const nameAnswerSchema = z.union([failure, z.array(ipSchema), records])
export type NameAnswer = z.output<typeof nameAnswerSchema>

export const namesSchema = z.record(hostSchema, nameAnswerSchema)

/** How one resolver, or a group of them, differs from the truth in `names`. */
const view = z.union([
  failure,
  z.strictObject({
    /** For every name that `names` here does not mention. */
    all: failure.exactOptional(),
    delay: durationSchema.exactOptional(),
    names: namesSchema.exactOptional(),
  }),
])
export type SceneNamesView = z.output<typeof view>

export const dnsSchema = z.strictObject({
  /** Every server that the Mac is set to ask, and the lookup of the system itself. */
  system: view.exactOptional(),
  /** The public ones, over HTTPS too. */
  public: view.exactOptional(),
  /** One server by its address; goes before the groups. */
  servers: z.record(ipSchema, view).exactOptional(),
})
