import type { z } from 'zod'
import { fromData, type Sentence } from '../core/sentence.ts'
import data from './server-replies.json' with { type: 'json' }
import type { replyRowSchema } from './shapes/reply-rows.ts'

export type ReplyRow = z.infer<typeof replyRowSchema>

const written = data as readonly z.input<typeof replyRowSchema>[]
export const replyRows: readonly ReplyRow[] = written.map((row) => ({
  ...row,
  cause: fromData(row.cause),
  advice: fromData(row.advice),
}))

const toAdministrators = new Set(
  replyRows.filter(({ asksAdministrator }) => asksAdministrator).map(({ advice }) => advice.key),
)

/** Whether an advice of a row is of no use to somebody with a private mailbox, who has no administrator to ask. */
export function asksAdministrator(advice: Sentence): boolean {
  return toAdministrators.has(advice.key)
}
