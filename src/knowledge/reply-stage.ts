import type { Stage } from '../core/reply.ts'
import type { Said } from './replies.ts'
import type { ReplyRow } from './reply-rows.ts'

/** The stage of a reply whose stage nobody wrote down, where its code belongs to one only (RFC 4954 §6). */
export function stageOf({ protocol, stage, code, enhanced, text }: Said): { stage?: Stage } {
  if (stage !== undefined) return { stage }
  if (protocol === 'smtp')
    return /^53[458]$/.test(code) || /^5\.7\.(8|9|139?)$/.test(enhanced ?? '') ? { stage: 'auth' } : {}
  return /^\s*(LOGIN|AUTHENTICATE|AUTH|authentication|password|user(name)?)\b/i.test(text) ? { stage: 'auth' } : {}
}

/**
 * Servers may put off a refusal within a phase (Postfix refuses senders at RCPT, content filters at the end of DATA),
 * so the phase must fit; a wording that was recognised may come anywhere. What is said of signing in stays there,
 * and nobody speaks of recipients there.
 */
export function stageFits(row: ReplyRow, stage: Stage | undefined, isWorded: boolean): boolean {
  if (row.stage === 'any' || row.stage === stage) return true
  const means = isWorded || row.enhanced !== ''
  if (stage === undefined || phaseOf(row.stage) === phaseOf(stage)) return means
  return isWorded && row.stage !== 'auth' && !(stage === 'auth' && row.stage === 'rcpt')
}

function phaseOf(stage: Stage): 'opening' | 'auth' | 'sending' | 'closing' {
  if (stage === 'auth') return 'auth'
  if (stage === 'quit') return 'closing'
  return stage === 'mail' || stage === 'rcpt' || stage === 'data' || stage === 'append' || stage === 'select'
    ? 'sending'
    : 'opening'
}
