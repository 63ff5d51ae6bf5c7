import type { PerServer, Security } from '../../core/mail.ts'
import type { Reply } from '../../core/reply.ts'
import type { Handshake, TlsVersion } from '../../core/world.ts'
import type { DetectedProtocol } from '../../wire/conversation.ts'

/** How a handshake ends that secures nothing. */
export type Unsecured = Exclude<Handshake['outcome'], 'secured'>

/** What became of encryption on each server of an account. */
export type Encryption = PerServer<{
  host: string
  port: number
  /** As the account is set up. */
  mode: Security
  outcome: 'secured' | 'clear' | 'not-offered' | 'starttls-refused' | Unsecured | 'greeting-failed'
  code?: string
  version?: TlsVersion
  cipher?: string
  refusal?: Reply
  /** Tried only where the configured mode failed: whether the other mode works on this port. */
  otherMode?: { mode: 'tls' | 'starttls'; works: boolean }
  /** Tried only where no common version or cipher was found, or on request: what the server takes, 1.0 to 1.3. */
  versions?: readonly { version: TlsVersion; accepted: boolean }[]
  /** Tried only where it broke off without a word: as before, and with a first word that fits into one packet. */
  second?: { large: boolean; small: boolean }
  /** Asked only where no encryption could begin and nothing was heard: whose words stand there instead. */
  speaks?: DetectedProtocol
  /** STARTTLS was offered here before, on another day or network. */
  offeredBefore?: boolean
  /** Keywords overwritten with X of the same length. */
  masked?: boolean
}>
