import { z } from 'zod'
import data from './mail-bridges.json' with { type: 'json' }

/** Apps that mail apps send and fetch by, at an address of this Mac, and that may be started by their identifier. */
export const mailBridges = z
  .array(z.strictObject({ name: z.string().min(1).max(60), bundle: z.string().regex(/^[A-Za-z0-9.-]{4,100}$/) }))
  .parse(data)

export type MailBridgeApp = (typeof mailBridges)[number]

export function mailBridgeOf(bundle: string): MailBridgeApp | undefined {
  return mailBridges.find((one) => one.bundle === bundle)
}
