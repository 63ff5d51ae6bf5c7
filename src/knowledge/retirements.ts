import { z } from 'zod'
import type { Protocol } from '../core/mail.ts'
import { fromData } from '../core/sentence.ts'
import type { Instant } from '../core/time.ts'
import data from './retirements.json' with { type: 'json' }

/** A way in that a provider has given up, or will: from that day (UTC) on. */
const schema = z.array(
  z.strictObject({
    /** Ids of `providers.json`. */
    providers: z.array(z.string().regex(/^[a-z0-9-]+$/)).min(1),
    protocols: z.array(z.enum(['smtp', 'imap', 'pop3', 'exchange']) satisfies z.ZodType<Protocol>).min(1),
    what: z.enum(['password', 'ews']),
    from: z.iso.date().transform((day): Instant => Date.parse(`${day}T00:00:00Z`)),
    /** `unless-allowed`: an administrator may have kept it, so the date alone proves nothing. */
    extent: z.enum(['everybody', 'unless-allowed']),
    remains: z.enum(['oauth', 'app-password']),
    /** For the evidence, without a full stop. */
    line: z.string().min(1).transform(fromData),
  }),
)

export type Retirement = z.infer<typeof schema>[number]

export const retirements: readonly Retirement[] = schema.parse(data)

/** What a provider has retired by then for a protocol, the latest first. */
export function retiredBy(provider: string, protocol: Protocol, at: Instant): readonly Retirement[] {
  return retirements
    .filter(
      ({ providers, protocols, from }) => providers.includes(provider) && protocols.includes(protocol) && from <= at,
    )
    .sort((one, other) => other.from - one.from)
}
