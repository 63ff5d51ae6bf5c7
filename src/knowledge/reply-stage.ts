import type { Reply, ReplyStage } from '../core/reply.ts'
import type { ReplyRow } from './reply-rows.ts'

/** A reply whose stage may be unknown, as in what a mail app recorded. */
export type StagedReply = Omit<Reply, 'stage'> & { stage?: ReplyStage }

/** The stage of a reply whose stage nobody wrote down, where its code or its first words belong to one only (RFC 4954 §6). */
export function stageOf({ protocol, stage, code, enhanced, text }: StagedReply): { stage?: ReplyStage } {
  if (stage !== undefined) return { stage }
  const isOfSignIn =
    protocol === 'smtp'
      ? /^53[458]$/.test(code) || /^5\.7\.(8|9|13[89])$/.test(enhanced ?? '') || ofSignIn.test(text)
      : /^\s*(LOGIN|AUTHENTICATE|AUTH|authentication|password|user(name)?)\b/i.test(text)
  return isOfSignIn ? { stage: 'auth' } : {}
}

const ofSignIn =
  /^\W*(?:error\W+)?(?:authentication (?:failed|failure|unsuccessful|rejected|credentials)|(?:invalid|incorrect|wrong|bad) (?:login|user ?name|credentials|password)\b(?! for relay)|user ?name and password|(?:authentication )?mechanism\b|log-?in (?:failed|denied|fail\b)|password\b|basic authentication)/i

/**
 * Servers may put off a refusal within a phase (Postfix refuses senders at RCPT, content filters at the end of DATA),
 * so the phase must fit; a wording that was recognised may come anywhere. What is said of signing in stays there,
 * and nobody speaks of recipients there.
 */
export function stageFits(row: ReplyRow, { stage, protocol }: StagedReply, isWorded: boolean): boolean {
  if (row.stage === 'any' || row.stage === stage) return true
  // Nobody knows yet whom a message is for.
  if (row.whose === 'theirs' && stage !== undefined && (stage === 'mail' || phaseOf(stage) === 'opening')) return false
  const isNumbered = row.enhanced !== '' && !row.enhanced.endsWith(')?')
  const means = isWorded || row.enhanced !== ''
  // Of an SMTP reply that came at an unknown moment, "user unknown" is more likely said of a recipient.
  if (stage === undefined && row.stage === 'auth' && row.protocol !== 'imap' && row.protocol !== 'pop3')
    return isNumbered || protocol !== 'smtp'
  if (stage === undefined || phaseOf(row.stage) === phaseOf(stage)) return means
  return isWorded && row.stage !== 'auth' && !(stage === 'auth' && row.stage === 'rcpt')
}

function phaseOf(stage: ReplyStage): 'opening' | 'auth' | 'sending' | 'closing' {
  if (stage === 'auth') return 'auth'
  if (stage === 'quit') return 'closing'
  return stage === 'mail' || stage === 'rcpt' || stage === 'data' || stage === 'append' || stage === 'select'
    ? 'sending'
    : 'opening'
}
