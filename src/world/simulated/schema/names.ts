import { z } from 'zod'
import { host, ip, length, line, port } from './words.ts'

const failure = z.enum(['no-such-name', 'no-records', 'silent', 'refused', 'servfail'])

const records = z.strictObject({
  addresses: z.array(ip).exactOptional(),
  mx: z.array(z.strictObject({ exchange: z.string().max(253), priority: z.int().min(0).max(65535) })).exactOptional(),
  srv: z
    .array(
      z.strictObject({
        name: z.string().max(253),
        port: z.union([z.literal(0), port]),
        priority: z.int().min(0).max(65535).default(0),
        weight: z.int().min(0).max(65535).default(0),
      }),
    )
    .exactOptional(),
  txt: z.array(line).exactOptional(),
  /** How it fails instead; `delay` may stand beside it. */
  answer: failure.exactOptional(),
  delay: length.exactOptional(),
})

/** What asking for one name gives: addresses, a failure, or records in full. */
export const answer = z.union([failure, z.array(ip), records])
export type NameAnswer = z.output<typeof answer>

export const names = z.record(host, answer)

/** How one resolver, or a group of them, differs from the truth in `names`. */
const view = z.union([
  failure,
  z.strictObject({
    /** For every name that `names` here does not mention. */
    all: failure.exactOptional(),
    delay: length.exactOptional(),
    names: names.exactOptional(),
  }),
])
export type View = z.output<typeof view>

export const dns = z.strictObject({
  /** Every server that the Mac is set to ask, and the lookup of the system itself. */
  system: view.exactOptional(),
  /** The public ones, over HTTPS too. */
  public: view.exactOptional(),
  /** One server by its address; goes before the groups. */
  servers: z.record(ip, view).exactOptional(),
})
