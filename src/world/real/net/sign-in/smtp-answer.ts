import type { ReplyStage } from '../../../../core/reply.ts'
import { failedSignIn, refusalAt } from './sign-in-failure.ts'
import { cleanReply } from './sign-in-reply.ts'
import type { SignInAttempt, SignInResult } from './sign-in-types.ts'

/** What nodemailer's errors hold. */
export interface SmtpError extends Error {
  code?: string
  originalCode?: string
  response?: string
  responseCode?: number
  command?: string
}

/** Reads such an error: by the server's reply where it has one, and else by its code. */
export function smtpAnswer(asked: SignInAttempt, error: SmtpError): SignInResult {
  // nodemailer puts its own word in place of the system's.
  const failed = failedSignIn(Object.assign(new Error(error.message), { code: error.originalCode ?? error.code }))
  if (!error.responseCode) return failed
  const stage = stageOf(error.command)
  const lines = (error.response ?? '').split(/\r?\n/).map((line) => /^\d{3}[ -]?(\d\.\d+\.\d+)?\s*(.*)$/.exec(line))
  const enhanced = lines[0]?.[1]
  const text = lines.map((line) => line?.[2] ?? '').join(' ')
  const reply = cleanReply(asked, { stage, code: String(error.responseCode), ...(enhanced && { enhanced }), text })
  return { outcome: refusalAt(stage), reply }
}

function stageOf(command = 'CONN'): ReplyStage {
  if (command.startsWith('AUTH')) return 'auth'
  if (command === 'STARTTLS') return 'starttls'
  const step = (['mail', 'rcpt', 'data'] as const).find((one) => command.toLowerCase().startsWith(one))
  if (step) return step
  return /^(EHLO|HELO|LHLO)/.test(command) ? 'ehlo' : 'greeting'
}
