import type { PerServer } from '../core/mail.ts'
import { type Probe, Unknown } from '../core/probe.ts'
import type { Step } from '../wire/conversation.ts'
import { serverName } from './server-name.ts'

/** Word for word, with secrets and addresses taken out. */
export type ConversationFact = PerServer<{ host: string; port: number; steps: readonly Step[] }>

export const conversation: Probe<ConversationFact> = {
  id: 'conversation',
  question: 'What was said, step by step?',
  budget: 25_000,
  after: [serverName],
  ask: async () => {
    throw new Unknown('This question is not asked yet.')
  },
  tell: () => ({ tone: 'plain', line: '' }),
}
