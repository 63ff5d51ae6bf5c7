import { type Probe, Unknown } from '../core/probe.ts'
import type { Reply } from '../core/reply.ts'
import type { Millis } from '../core/time.ts'
import { signIn } from './sign-in.ts'

/** MAIL FROM and RCPT TO, then RSET: nothing is sent. */
export interface SendingRights {
  host: string
  /** How far it went before the server refused. */
  outcome: 'allowed' | 'sender-refused' | 'recipient-refused' | 'broken-off'
  sender?: Reply
  /** One per recipient tried, in order; no recipient is named. */
  recipients: readonly Reply[]
  ms: Millis
}

export const sendingRights: Probe<SendingRights> = {
  id: 'sending-rights',
  question: 'May this account send, from this address to these?',
  budget: 20_000,
  after: [signIn],
  ask: async () => {
    throw new Unknown('This question is not asked yet.')
  },
  tell: () => ({ tone: 'plain', line: '' }),
}
