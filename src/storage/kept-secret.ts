import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { MailLogin, Secrets } from '../core/world.ts'

/** A secret as it is kept, with a version that says nothing about it. */
const schema = z.strictObject({
  secret: z.string().min(1).max(8_192),
  method: z.enum(['password', 'oauth2']),
  version: z.uuid(),
})

type Kept = NonNullable<Awaited<ReturnType<Secrets['read']>>>

export function secretText({ secret, method }: Pick<MailLogin, 'secret' | 'method'>): string {
  return Buffer.from(JSON.stringify({ secret, method, version: randomUUID() })).toString('base64url')
}

/** What is not of our making is none. */
export function secretFromText(text: string): Kept | undefined {
  try {
    return schema.parse(JSON.parse(Buffer.from(text.trim(), 'base64url').toString('utf8')))
  } catch {
    return undefined
  }
}

/** An account's place, fit for a file name or an argument: the same again for the same account, and telling nothing. */
export function secretNameOf(accountId: string): string {
  return createHash('sha256').update(`outbox-doctor ${accountId}`).digest('hex').slice(0, 32)
}
