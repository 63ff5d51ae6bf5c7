import type { ClientId } from './mail.ts'
import type { Instant } from './time.ts'

/** One stuck spell of one root cause, from first noticed to mail gone. */
export interface Episode {
  id: string
  client: ClientId
  /** Accounts whose messages wait for this reason. */
  accounts: readonly string[]
  /** Keys of the messages, opaque. */
  messages: readonly string[]
  openedAt: Instant
  /** The root cause; missing until an examination named one. */
  cause?: string
  closedAt?: Instant
  /** `sent`: the messages left the outbox; `joined`: found to be the same root cause as another episode. */
  end?: 'sent' | 'joined'
}
