import type { Server } from '../core/mail.ts'
import type { Millis } from '../core/time.ts'

export interface PublishedSettings {
  /** Best first. Empty: nothing is published. */
  incoming: readonly Server[]
  outgoing: readonly Server[]
  provider?: { id: string; name: string }
  source?: 'provider' | 'autoconfig' | 'directory' | 'srv' | 'autodiscover'
  tried: readonly { source: string; outcome: 'found' | 'none' | 'no-answer'; ms: Millis }[]
}
