import type { PerServer } from '../core/mail.ts'
import type { SignInAnswer } from '../core/world.ts'

/** `not-judged`: the server answered, but about itself and not about the password. */
export type SignIn = PerServer<
  Omit<SignInAnswer, 'outcome'> & { host: string; outcome: SignInAnswer['outcome'] | 'not-judged' | 'not-tried'; why?: string }
>
