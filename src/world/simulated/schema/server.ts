import { z } from 'zod'
import { hostSchema, portSchema } from './primitives.ts'

/** A mail server as a mail app is set up for it. */
export const server = z.strictObject({
  host: hostSchema,
  port: portSchema,
  security: z.enum(['tls', 'starttls', 'none']),
  username: z.string().max(320).exactOptional(),
  auth: z.enum(['password', 'oauth2', 'cram-md5', 'ntlm', 'kerberos', 'none']).exactOptional(),
})
