import { z } from 'zod'
import { clientIds } from '../clients/known-clients.ts'
import type { Account } from '../core/mail.ts'
import { say } from '../core/sentence.ts'
import { WrongUse } from './exit-status.ts'
import { jsonFile } from './json-file.ts'

/** `jsonFile` tells them as sentences; here they stand by their keys. */
const demand = {
  oneLine: say('must be one line').key,
  port: say('must be a number from 1 to 65535').key,
  address: say('must be an e-mail address').key,
  noSecret: say('must not stand in a file; please give it with --password-stdin').key,
}

const singleLine = (maxChars: number) =>
  z
    .string()
    .min(1)
    .max(maxChars)
    .regex(/^\P{Cc}*$/u, demand.oneLine)

const server = {
  // Odd characters are let through: a host typed wrongly is something to find out, not a wrong file.
  host: singleLine(253),
  port: z.int(demand.port).min(1, demand.port).max(65535, demand.port),
  security: z.enum(['tls', 'starttls', 'none']),
  username: singleLine(320).exactOptional(),
  auth: z.enum(['password', 'oauth2', 'cram-md5', 'ntlm', 'kerberos', 'none']).exactOptional(),
}

const secretNames = ['password', 'pass', 'secret', 'token']
const noSecret = (value: unknown, context: z.core.$RefinementCtx) => {
  const name = secretNames.find((secret) => typeof value === 'object' && value !== null && Object.hasOwn(value, secret))
  if (name === undefined) return value
  context.addIssue({
    code: 'custom',
    path: [name],
    message: demand.noSecret,
  })
  return z.NEVER
}
const withoutSecret = <T extends z.ZodType>(schema: T) => z.preprocess(noSecret, schema)

const accountSchema = withoutSecret(
  z.strictObject({
    email: singleLine(320).regex(/^[^@\s]+@[^@\s]+$/, demand.address),
    client: z.enum(clientIds).exactOptional(),
    incoming: withoutSecret(
      z.strictObject({ protocol: z.enum(['imap', 'pop3', 'exchange']), ...server }),
    ).exactOptional(),
    outgoing: withoutSecret(z.strictObject(server)).exactOptional(),
  }),
)

/** An account as the user wrote it down, without an id. Throws `WrongUse` that names the field. */
export async function readAccountFile(path: string): Promise<Omit<Account, 'id'>> {
  const { outgoing, ...account } = await jsonFile(path, accountSchema)
  if (!outgoing && !account.incoming) throw new WrongUse(say('The account file has no server: outgoing is missing.'))
  return { ...account, ...(outgoing && { outgoing: { protocol: 'smtp', ...outgoing } }) }
}
