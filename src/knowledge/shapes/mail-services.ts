import { z } from 'zod'

/** A provider or a server software that words its replies in its own way. */
export const mailServicesShape = z.array(
  z.strictObject({
    name: z.string().min(1),
    /** Domains its hosts are in, also as mail exchangers. */
    hosts: z.array(z.string().regex(/^[a-z0-9.-]+$/)),
    /** A regular expression for its greeting, case-insensitive; empty where the greeting does not tell. */
    banner: z.string(),
    /** A regular expression for what it alone puts behind or into its replies; missing where nothing tells. */
    signature: z.string().min(1).optional(),
  }),
)
