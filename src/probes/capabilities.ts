import type { PerServer } from '../core/mail.ts'
import { type Probe, Unknown } from '../core/probe.ts'
import type { Reply } from '../core/reply.ts'
import { serverName } from './server-name.ts'

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

export const capabilities: Probe<Capabilities> = {
  id: 'capabilities',
  question: 'What do the mail servers offer?',
  budget: 24_000,
  after: [serverName],
  vital: true,
  ask: async () => {
    throw new Unknown('This question is not asked yet.')
  },
  tell: () => ({ tone: 'plain', line: '' }),
}
