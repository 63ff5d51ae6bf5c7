import type { Server } from '../core/mail.ts'
import { type Probe, Unknown } from '../core/probe.ts'
import type { Millis } from '../core/time.ts'
import { mailRecords } from './mail-records.ts'

export interface PublishedSettings {
  /** Best first. Empty: nothing is published. */
  incoming: readonly Server[]
  outgoing: readonly Server[]
  provider?: { id: string; name: string }
  source?: 'provider' | 'autoconfig' | 'directory' | 'srv' | 'autodiscover'
  tried: readonly { source: string; outcome: 'found' | 'none' | 'no-answer'; ms: Millis }[]
}

export const publishedSettings: Probe<PublishedSettings> = {
  id: 'published-settings',
  question: 'Which settings does the provider publish?',
  budget: 9_000,
  after: [mailRecords],
  ask: async () => {
    throw new Unknown('This question is not asked yet.')
  },
  tell: () => ({ tone: 'plain', line: '' }),
}
