import type { Reply } from '../core/reply.ts'
import type { Millis } from '../core/time.ts'

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
