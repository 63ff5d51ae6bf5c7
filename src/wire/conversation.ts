import type { LineProtocol, Role, Security, Server } from '../core/mail.ts'
import type { Attempt } from '../core/network.ts'
import type { Reply } from '../core/reply.ts'
import type { Millis } from '../core/time.ts'
import type { Handshake } from '../core/world.ts'

/** A server that speaks in lines; Exchange does not. */
export type LineServer = Server & { protocol: LineProtocol }

/**
 * One unauthenticated session with one server of the account, step by step as far as it goes: connect, greeting,
 * capabilities, TLS, capabilities again, goodbye. Several probes read it, each its own step, each as soon as the step
 * is reached; the server sees one client. Every promise settles, none rejects.
 */
export interface Conversation {
  readonly role: Role
  readonly server: LineServer
  /** The address that the rest was said to, as soon as one opens. */
  readonly opened: Promise<string | undefined>
  /** Every address tried on the configured port, in parallel; waits for the silent ones. */
  readonly reached: Promise<ConversationReached>
  /** `undefined` from here on: the session broke off before this step. */
  readonly secured: Promise<SecuringResult | undefined>
  readonly greeted: Promise<GreetingResult | undefined>
  readonly capable: Promise<CapabilitiesResult | undefined>
  /** Everything that happened, when it is over. */
  readonly ended: Promise<Transcript>
}

export interface ConversationReached {
  attempts: readonly Attempt[]
  /** The address the rest was said to: the first that opened. */
  address?: string
}

/** How a session ends against our will. `garbled`: words that are no reply of this protocol. */
export type BrokenSession = 'closed' | 'reset' | 'silent' | 'overlong' | 'garbled'

/** What a first line looks like. */
export type DetectedProtocol = LineProtocol | 'http' | 'ssh' | 'tls' | 'unknown'

export interface GreetingResult {
  outcome: 'greeted' | 'refused' | 'foreign' | Exclude<BrokenSession, 'garbled'>
  reply?: Reply
  /** What the first line looks like, where it is not what was expected. */
  speaks?: DetectedProtocol
  /** A greeting of asterisks: something on the way rewrites SMTP (RFC 3207 §6). */
  masked: boolean
  /** From connecting to the greeting's end. */
  ms: Millis
}

export interface SecuringResult {
  /** The mode that was tried: the configured one. */
  mode: Security
  handshake?: Handshake
  /** STARTTLS or STLS was offered; `undefined` for the other modes. */
  offered?: boolean
  /** The answer to STARTTLS or STLS where it was not a go-ahead. */
  refusal?: Reply
  /** No answer to STARTTLS or STLS at all. */
  broken?: BrokenSession
}

export interface CapabilitiesResult {
  /** As announced before TLS; empty with implicit TLS. Upper case, capped in number and length. */
  before: readonly string[]
  /** As announced at the end: after TLS, or in clear where none is configured. */
  after: readonly string[]
  /** A line behind the end of the answer to EHLO: mail apps get out of step by it. */
  stray?: string
  /** A refusal of EHLO or CAPABILITY, or how the session broke off instead. */
  refusal?: Reply
  broken?: BrokenSession
}

export interface Transcript {
  steps: readonly ConversationStep[]
}

export interface ConversationStep {
  /** Milliseconds after the conversation began. */
  at: Millis
  who: 'we' | 'server' | 'net'
  /** Of a log, in English and for those who read logs; harmless, without addresses and secrets. */
  line: string
}
