import type { PerServer } from '../core/mail.ts'
import { type Probe, Unknown } from '../core/probe.ts'
import type { SignInAnswer } from '../core/world.ts'
import { capabilities } from './capabilities.ts'
import { certificate } from './certificate.ts'

/** `not-judged`: the server answered, but about itself and not about the password. */
export type SignIn = PerServer<
  Omit<SignInAnswer, 'outcome'> & {
    host: string
    outcome: SignInAnswer['outcome'] | 'not-judged' | 'not-tried'
    why?: string
  }
>

export const signIn: Probe<SignIn> = {
  id: 'sign-in',
  question: 'Do the servers accept the password?',
  budget: 20_000,
  after: [capabilities, certificate],
  ask: async () => {
    throw new Unknown('This question is not asked yet.')
  },
  tell: () => ({ tone: 'plain', line: '' }),
}
