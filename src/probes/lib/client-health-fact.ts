import type { Observation } from '../../core/client.ts'
import type { Signature } from '../../core/mac-powers.ts'
import type { ClientId } from '../../core/mail.ts'
import type { Instant } from '../../core/time.ts'

/** What of the last look at a mail app stands in the fact as it is. */
export const seenAsIs = [
  'version',
  'mode',
  'running',
  'offline',
  'dialog',
  'hiddenFor',
  'storeDamaged',
  'changed',
  'sent',
  'addIns',
  'protectMailActivity',
] as const

/** How the mail app is. `undefined` anywhere means: could not be seen, or was not asked. */
export interface ClientHealth extends Pick<Observation, (typeof seenAsIs)[number]> {
  client: ClientId
  /** This account, as the app has it. */
  account?: { enabled: boolean; offline?: boolean }
  /** To a script, in time. `no`: twice in a row it did not. Asked only while mail waits, or on request. */
  answers?: 'yes' | 'no'
  /** Asked under the same conditions. */
  signature?: Signature
  /** Errors that it shows or has logged, oldest first. */
  errors: readonly { code: string; at: Instant }[]
}
