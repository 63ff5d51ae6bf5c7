import type { PerServer, Security } from '../core/mail.ts'
import { type Probe, Unknown } from '../core/probe.ts'
import type { Reply } from '../core/reply.ts'
import type { Handshake, TlsVersion } from '../core/world.ts'
import { serverName } from './server-name.ts'

type Unsecured = Exclude<Handshake['outcome'], 'secured'>

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
  /** STARTTLS was offered here before, on another day or network. */
  offeredBefore?: boolean
  /** Keywords overwritten with X of the same length. */
  masked?: boolean
}>

export const encryption: Probe<Encryption> = {
  id: 'encryption',
  question: 'Can the connection be encrypted as it is set up?',
  budget: 24_000,
  after: [serverName],
  vital: true,
  ask: async () => {
    throw new Unknown('This question is not asked yet.')
  },
  tell: () => ({ tone: 'plain', line: '' }),
}
