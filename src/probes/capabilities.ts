import type { PerServer } from '../core/mail.ts'
import type { Reply } from '../core/reply.ts'

export type Capabilities = PerServer<{
  host: string
  before: readonly string[]
  after: readonly string[]
  /** Ways to sign in, upper case: PLAIN, LOGIN, XOAUTH2. */
  auth: readonly string[]
  /** SIZE (RFC 1870), bytes; 0 and missing mean no stated limit. */
  size?: number
  /** Announced the last time and not now. */
  lost: readonly string[]
  refusal?: Reply
  broken?: 'closed' | 'reset' | 'silent' | 'overlong'
}>
