import { z } from 'zod'
import { fromData } from '../../core/sentence.ts'

export const endpointShape = z.strictObject({
  host: z.string().min(1),
  port: z.int().min(1).max(65535),
  tls: z.enum(['tls', 'starttls', 'none']),
})

/** The shape of `providers.json`, to which a test holds it, and no start waits for that. A mail provider, as known before anything is asked; `null`: none known. */
export const providersSchema = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    name: z.string().min(1),
    domains: z.array(z.string().regex(/^[a-z0-9.-]+$/)),
    mxSuffixes: z.array(z.string().regex(/^[a-z0-9.-]+$/)),
    imap: endpointShape.nullable(),
    imapAlternatives: z.array(endpointShape),
    pop: endpointShape.nullable(),
    smtp: endpointShape.nullable(),
    smtpAlternatives: z.array(endpointShape),
    auth: z.array(z.enum(['oauth2', 'password', 'cram'])),
    appPassword: z.enum([
      'required',
      'required-without-oauth',
      'with-2fa',
      'own-password',
      'none',
      'not-accepted',
      'unknown',
    ]),
    /** The id of the provider that its mailboxes are being moved to; a moved one has exchangers of that provider. */
    movedTo: z.string().exactOptional(),
    /** Where access for mail apps is off until its owner switches it on: how, on the provider's website. */
    switchedOn: z.string().min(1).transform(fromData).nullable(),
    username: z.enum(['full-address', 'local-part', 'either']),
    oauthIssuer: z.string().nullable(),
    notes: z.string(),
    statusUrl: z.url().nullable(),
    helpUrl: z.url().nullable(),
    source: z.string().min(1),
    certainty: z.enum(['high', 'medium']),
  }),
)
