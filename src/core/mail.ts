import type { Instant } from './time.ts'

/** How a connection is encrypted: from the first byte, by STARTTLS/STLS, or not at all. */
export type Security = 'tls' | 'starttls' | 'none'

/** What a server speaks. Exchange (EWS, Graph) is not a line protocol and is only ever an incoming one. */
export type LineProtocol = 'smtp' | 'imap' | 'pop3'
export type Protocol = LineProtocol | 'exchange'

/** What the mail app is set to use for signing in. */
export type AuthMethod = 'password' | 'oauth2' | 'cram-md5' | 'ntlm' | 'kerberos' | 'none'

/** One server of an account, as the mail app is set up. */
export interface Server {
  protocol: Protocol
  host: string
  port: number
  security: Security
  username?: string
  /** How one signs in there; of several ways that are published, the preferred one. */
  auth?: AuthMethod
  /** Further ways that are published for it, in their order. */
  furtherAuth?: readonly AuthMethod[]
}

/** Which of an account's two servers. */
export type Role = 'outgoing' | 'incoming'
export const roles: readonly Role[] = ['outgoing', 'incoming']

/** Something known for each server of the account; a role is missing where the account has no such server. */
export type PerServer<T> = Partial<Record<Role, T>>

/** The id of a mail app; which there are, the registry in `clients` tells. */
export type ClientId = string

/** A mail account as the mail app has it. `id` is opaque and safe to store; `email` and user names are not. */
export interface Account {
  id: string
  email: string
  client?: ClientId
  incoming?: Server
  outgoing?: Server
  /** Servers that the mail app does not show. One that is missing proves nothing; one that stands here is a guess. */
  hidden?: readonly Role[]
}

/** A message in the outbox. Nothing here that is private leaves memory: no recipient reaches a row, log or report. */
export interface Message {
  /** Stays the same while the message waits; opaque. */
  id: string
  /** The account it will leave by, by its opaque id. */
  account?: string
  /** Bytes as it will travel, encoded; where only the raw size is known, `rawSize`. */
  size?: number
  rawSize?: number
  recipients?: readonly string[]
  sender?: string
  waitingSince: Instant
  /** `scheduled`: Send Later; `undo-send`: inside the Undo Send delay. Neither is stuck before its time; see `held`. */
  state: 'waiting' | 'scheduled' | 'undo-send'
  /** When a scheduled one is to leave, where its app tells. */
  due?: Instant
  protection?: 'signed' | 'encrypted'
  /** A copy with the same Message-ID already stands in Sent. */
  copyInSent?: boolean
  /** What the mail app recorded of the last attempt, already cleaned. */
  lastReply?: string
  /** No subject: only `MessageWithSubject` has one, and the compiler takes none of those for a `Message`. */
  subject?: never
}

/** A message as its mail app shows it. The subject stays in memory and is for its owner's eyes only: on the panel. */
export interface MessageWithSubject extends Omit<Message, 'subject'> {
  /** One harmless line. */
  subject?: string
}

export function withoutSubject({ subject: _, ...message }: MessageWithSubject): Message {
  return message
}

/** The part after the last @, lower case; empty when there is none. */
export function domainOf(email: string): string {
  const at = email.lastIndexOf('@')
  return at < 0 ? '' : email.slice(at + 1).toLowerCase()
}

/** The account's servers that exist, with their role. */
export function serversOf(account: Account): { role: Role; server: Server }[] {
  return roles.flatMap((role) => {
    const server = account[role]
    return server ? [{ role, server }] : []
  })
}
