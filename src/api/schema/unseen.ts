import { z } from 'zod'
import { client, id, list, nothing, sentence, text, titled } from './shapes.ts'

/** What a person can do about an outbox that nobody else can see. */
const waysToSee = z.object({
  /** These apps can be looked into once it is allowed; missing where no permission would help. */
  allow: z.object({ permission: z.enum(['fullDiskAccess', 'automation']), apps: list(text) }).exactOptional(),
  /** Apps that show their outbox to the person alone. */
  look: list(z.object({ client, name: text })),
})

/** What became of the way from this Mac to the servers of an address. `account`: what its offers are asked by. */
const wayTested = z.discriminatedUnion('is', [
  z.object({ is: z.literal('not published') }),
  z.object({
    is: z.literal('tested'),
    account: id,
    host: text,
    /** Nothing was found that stands in the way. */
    isClear: z.boolean(),
    cause: z.object({ ...titled.shape, plain: sentence }).exactOptional(),
  }),
])

export const unseenRequests = {
  waysToSee: { request: nothing, response: waysToSee },
  /** Brings a mail app to the front, for its owner to look. */
  openClient: { request: z.strictObject({ client }), response: nothing },
  /**
   * Looks up what the provider of an address publishes, and examines the way there, whatever the mail apps show. Takes up
   * to two minutes. Only the domain is asked about; the address is not kept.
   */
  testWay: { request: z.strictObject({ email: z.string().max(320) }), response: wayTested },
} as const

export type WaysToSee = z.output<typeof waysToSee>
export type WayTested = z.output<typeof wayTested>
