import type { LineProtocol } from '../../../../core/mail.ts'
import type { Millis } from '../../../../core/time.ts'
import type { SignInAnswer } from '../../../../core/world.ts'
import { timedOut, withinTime } from '../../time-limit.ts'
import { untilAborted } from '../../until-aborted.ts'
import { isLoopback } from '../loopback.ts'
import { mayBeKnownToMac } from '../verified.ts'
import { failedSignIn } from './sign-in-failure.ts'
import { signInByImap } from './sign-in-imap.ts'
import { signInByPop3 } from './sign-in-pop3.ts'
import { signInBySmtp } from './sign-in-smtp.ts'
import type { SignInAttempt, SignInBy, SignInResult } from './sign-in-types.ts'

/** Some servers answer a wrong password only after ten seconds, to slow down those who guess. */
const sessionTimeoutMs: Millis = 18_000

const ways: Readonly<Record<LineProtocol, SignInBy>> = {
  imap: signInByImap,
  smtp: signInBySmtp,
  pop3: signInByPop3,
}

/** As `Net.signIn`. The secret never travels in clear, and never to a server whose certificate is not good. */
export async function signInToServer(asked: SignInAttempt, signal: AbortSignal): Promise<SignInAnswer> {
  return inSession(asked, ways[asked.server.protocol], sessionTimeoutMs, signal)
}

/** One session with a secret in it, timed. */
export async function inSession<R extends { outcome: string }>(
  asked: SignInAttempt,
  work: (asked: SignInAttempt, over: AbortSignal) => Promise<R>,
  timeoutMs: Millis,
  signal: AbortSignal,
): Promise<(R | SignInResult) & { ms: Millis }> {
  const { clock, roots } = asked
  const once = async () => {
    const start = clock.elapsed()
    const result = await withinTime(clock, timeoutMs, signal, (over) => attempt(asked, work, over))
    const ms = clock.elapsed() - start
    return result === timedOut ? ({ outcome: 'silent', ms } as const) : { ...result, ms }
  }
  const known = roots.isWhole()
  const first = await once()
  // It ended before anything secret was said. Reading the Mac's own roots takes its time; it is not the server's.
  if (known || !('code' in first) || !mayBeKnownToMac(first.code)) return first
  await untilAborted(roots.system(), signal)
  return once()
}

async function attempt<R>(
  asked: SignInAttempt,
  work: (asked: SignInAttempt, over: AbortSignal) => Promise<R>,
  over: AbortSignal,
): Promise<R | SignInResult> {
  if (asked.server.security === 'none' && !isLoopback(asked.address)) return { outcome: 'failed', code: 'CLEARTEXT' }
  try {
    return await work(asked, over)
  } catch (error) {
    over.throwIfAborted()
    return failedSignIn(error)
  }
}
