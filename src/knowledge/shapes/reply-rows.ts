import { z } from 'zod'
import type { ReplyStage } from '../../core/reply.ts'
import { fromData } from '../../core/sentence.ts'

const stages = z.enum([
  'greeting',
  'ehlo',
  'starttls',
  'capability',
  'auth',
  'mail',
  'rcpt',
  'data',
  'select',
  'append',
  'quit',
]) satisfies z.ZodType<ReplyStage>
const pattern = z.string().refine((text) => compiles(text), 'is not a regular expression')

/** One row of `server-replies.json`: how servers word one meaning. A test holds the file to it, and no start waits for that. */
export const replyRowSchema = z
  .strictObject({
    id: z.string().regex(/^(smtp|imap|pop3|any)-[a-z0-9-]+$/),
    /** `any`: words that mean the same in all three. */
    protocol: z.enum(['smtp', 'imap', 'pop3', 'any']),
    stage: z.union([stages, z.literal('any')]),
    /** Anchored regular expressions; empty: any. */
    code: pattern.min(1),
    enhanced: pattern,
    /** Unanchored and case-insensitive; empty: any. */
    textHint: pattern,
    /** Names of `mail-services.json` that were seen to say it. */
    providers: z.array(z.string().min(1)),
    /**
     * `common`: it means this whoever says it. `own`: others use the same words or numbers and mean something else by
     * them, so that it counts only where host, greeting, mail exchanger or the reply itself shows one of `providers`.
     */
    wording: z.enum(['common', 'own']),
    /** The id of the cause it names, or null where it is too general to accuse or quite normal. */
    means: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)+$/)
      .nullable(),
    /** Whose mailbox, account, address or server it speaks of: the sender's, the recipient's, or of one of the two. */
    whose: z.enum(['ours', 'theirs', 'either']),
    cause: z.string().min(1).transform(fromData),
    advice: z.string().min(1).transform(fromData),
    /** It turns to whoever runs the mail of an organisation. */
    asksAdministrator: z.literal(true).exactOptional(),
    retry: z.enum(['later', 'after-fix', 'never-same', 'no']),
    certainty: z.enum(['high', 'medium', 'low']),
    /** Where it was seen. */
    source: z.string().min(1),
  })
  .refine(({ wording, providers }) => wording === 'common' || providers.length > 0, 'is the own wording of nobody')

function compiles(text: string): boolean {
  try {
    return Boolean(new RegExp(text, 'iu'))
  } catch {
    return false
  }
}
