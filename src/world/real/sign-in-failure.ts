import type { Attempt } from '../../core/network.ts'
import { codeOf } from './reach.ts'
import type { SignInResult } from './sign-in.ts'
import { certificateFaultOf } from './verified.ts'

/** A sign-in that ended before the server had said anything about it. */
export function failedSignIn(error: unknown): SignInResult {
  const code = certificateFaultOf(error) ?? codeOf(error)
  if (code === undefined) return { outcome: 'failed' }
  if (code === 'ETIMEDOUT') return { outcome: 'silent', code }
  return { outcome: brokenOff.test(code) ? 'broken-off' : 'failed', code }
}

// The socket's own codes, imapflow's, and nodemailer's ECONNECTION: the server was there, and went.
const brokenOff = /^(ECONNRESET|EPIPE|ECONNECTION|ClosedAfterConnect\w+|NoConnection|EConnectionClosed)$/

/** A sign-in to a server that could not be reached. */
export function unreachedSignIn({ reach, code }: Attempt): SignInResult {
  const outcome = reach === 'silent' ? 'silent' : reach === 'reset' ? 'broken-off' : 'failed'
  return { outcome, ...(code !== undefined && { code }) }
}
