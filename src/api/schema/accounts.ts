import { z } from 'zod'
import { client, id, instant, list, nothing, sentence, status, text, titled, tone } from './shapes.ts'

const server = z.object({
  protocol: z.enum(['smtp', 'imap', 'pop3', 'exchange']),
  host: text,
  port: z.int(),
  security: z.enum(['tls', 'starttls', 'none']),
  auth: z.enum(['password', 'oauth2', 'cram-md5', 'ntlm', 'kerberos', 'none']).exactOptional(),
})

/** An account of a mail app: what was found, what its provider publishes, and how it last went. No user name. */
export const account = z.object({
  id,
  client,
  app: text,
  /** Enough for its owner to know it: `a…@example.org`. */
  name: text,
  /** In full, for its owner alone: it stands in no other answer, and nobody writes it down. */
  address: text.exactOptional(),
  enabled: z.boolean(),
  offline: z.boolean().exactOptional(),
  outgoing: server.exactOptional(),
  incoming: server.exactOptional(),
  published: z
    .object({
      at: instant,
      provider: text.exactOptional(),
      source: text.exactOptional(),
      outgoing: list(server),
      incoming: list(server),
    })
    .exactOptional(),
  /** `short`: what came of it, where a password was tried, and `at` when; the line has the servers' own words. */
  signIn: z.object({ at: instant, tone, line: sentence, short: sentence.exactOptional() }).exactOptional(),
  /** How it stands beside its server; missing where nobody has compared them in this run. */
  inStep: z
    .object({
      at: instant,
      tone,
      lines: list(sentence),
      differences: list(z.object({ what: sentence, advice: sentence })),
      unseen: list(sentence),
    })
    .exactOptional(),
  /** Whether one is kept for sign-in checks; missing where none can be. It is never told. */
  password: z.boolean().exactOptional(),
  examined: z.object({ at: instant, status, cause: titled.exactOptional() }).exactOptional(),
})

export const accountRequests = {
  accounts: { request: nothing, response: list(account) },
  /** For sign-in checks, and tried in one at once. */
  keepPassword: {
    request: z.strictObject({ account: id, password: z.string().min(1).max(1_000) }),
    response: nothing,
  },
  forgetPassword: { request: z.strictObject({ account: id }), response: nothing },
} as const

export type AccountShown = z.output<typeof account>
