import { isIP } from 'node:net'
import { z } from 'zod'
import type { Millis } from '../../../core/time.ts'

/** The smallest words that a scene is written in. */

const units: Record<string, Millis> = {
  ms: 1,
  s: 1e3,
  m: 60e3,
  h: 3600e3,
  d: 86_400e3,
  w: 7 * 86_400e3,
  y: 365 * 86_400e3,
}
const century = 100 * 365 * 86_400e3
const span = /^([+-]?)(\d{1,9}(?:\.\d{1,3})?)(ms|s|m|h|d|w|y)$/

/** `"-5m"`, `"90d"`: a length of time with its sign, in milliseconds. */
export const relativeTimeSchema = z
  .string()
  .regex(span, 'must be a length of time such as "-5m", "30s" or "90d"')
  .transform((text): Millis => {
    const [, sign = '', amount = '0', unit = 'ms'] = span.exec(text) ?? []
    return (sign === '-' ? -1 : 1) * Number(amount) * (units[unit] ?? 1)
  })
  .refine((ms) => Math.abs(ms) <= century, 'must be less than a hundred years')

/** A length of time that is not negative. */
export const durationSchema = relativeTimeSchema.refine((ms) => ms >= 0, 'must not be negative')

export const hostSchema = z
  .string()
  .min(1)
  .max(253)
  .describe('a host name or an IP address; odd characters are allowed, since users type them')
export const ipSchema = z.string().refine((text) => isIP(text) !== 0, 'must be an IPv4 or IPv6 address')
const portNumber = 'must be a port number, from 1 to 65535'
export const portSchema = z.int(portNumber).min(1, portNumber).max(65535, portNumber)
export const portKeySchema = z
  .string()
  .regex(/^(?!0)\d{1,5}$/, portNumber)
  .refine((text) => Number(text) <= 65535, portNumber)
export const lineSchema = z.string().max(20_000)
/** One reply of a server; several lines as a list. Line ends are added. */
export const replySchema = z.union(
  [lineSchema, z.array(lineSchema).min(1).max(1000)],
  'must be a text or a list of texts',
)

/** How an attempt to reach something ends. `slow`: open, and every answer takes three seconds. */
export const reachabilitySchema = z.enum(['open', 'slow', 'refused', 'silent', 'reset', 'unreachable', 'denied'])
export type Reachability = z.output<typeof reachabilitySchema>

export const tlsVersionSchema = z.enum(['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'])

/** Numbers of messages as IMAP counts them: `[[1, 40], [42, 50]]`. */
export const uidsSchema = z
  .array(z.tuple([z.int().min(1).max(4_000_000_000), z.int().min(1).max(4_000_000_000)]))
  .max(1_000)
  .refine((all) => all.every(([first, last]) => first <= last), 'must be ranges, the lower number first')
