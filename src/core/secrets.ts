import type { ActionResult } from './hands.ts'
import type { Sentence } from './sentence.ts'
import type { MailLogin, Secrets } from './world.ts'

/** Where passwords for sign-in checks are kept. Nothing of them is ever on disk in clear, in an argument or in a log. */
export interface SecretKeeper extends Secrets {
  /** Whether anything can be kept here; why not, in a sentence. */
  ready(): Promise<{ ready: true } | { ready: false; why: Sentence }>
  /** In the place of the former one of this account. Read back before it is called done. */
  keep(accountId: string, login: Pick<MailLogin, 'secret' | 'method'>): Promise<ActionResult>
  /** `missing` where there was none. */
  forget(accountId: string): Promise<ActionResult>
}
