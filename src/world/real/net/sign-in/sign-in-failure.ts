import type { Attempt } from '../../../../core/network.ts'
import type { ReplyStage } from '../../../../core/reply.ts'
import { codeOf } from '../../reach.ts'
import { certificateFaultOf } from '../verified.ts'
import type { SignInResult } from './sign-in-types.ts'

/** A sign-in that ended before the server had said anything about it. */
export function failedSignIn(error: unknown): SignInResult {
  const code = certificateFaultOf(error) ?? codeOf(error)
  if (code === undefined) return { outcome: 'failed' }
  if (code === 'ETIMEDOUT') return { outcome: 'silent', code }
  return { outcome: brokenOff.test(code) ? 'broken-off' : 'failed', code }
}

// The socket's own codes, imapflow's, and nodemailer's ECONNECTION: the server was there, and went.
const brokenOff = /^(ECONNRESET|EPIPE|ECONNECTION|ClosedAfterConnect\w+|NoConnection|EConnectionClosed)$/

/** What an unwelcome answer means, by where in the session it came: only one to AUTH is about the password. */
export function refusalAt(stage: ReplyStage): SignInResult['outcome'] {
  if (stage === 'auth') return 'refused'
  return stage === 'greeting' ? 'broken-off' : 'failed'
}

/** A sign-in to a server that could not be reached. */
export function unreachedSignIn({ reach, code }: Attempt): SignInResult {
  const outcome = reach === 'silent' ? 'silent' : reach === 'reset' ? 'broken-off' : 'failed'
  return { outcome, ...(code !== undefined && { code }) }
}
