import type { LineProtocol, Server } from '../../../../core/mail.ts'
import type { Clock } from '../../../../core/time.ts'
import type { MailLogin, SignInAnswer } from '../../../../core/world.ts'
import type { Dial } from '../dial.ts'
import type { Roots } from '../roots.ts'

/** One sign-in that is to be tried: where, and with what. */
export interface SignInAttempt {
  clock: Clock
  dial: Dial
  roots: Roots
  server: Server & { protocol: LineProtocol }
  address: string
  login: MailLogin
}

export type SignInResult = Omit<SignInAnswer, 'ms'>

/** Signs in once, by whatever `over` allows of time. Rejects with a library's or a socket's error. */
export type SignInBy = (asked: SignInAttempt, over: AbortSignal) => Promise<SignInResult>
