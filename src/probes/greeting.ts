import type { PerServer } from '../core/mail.ts'
import { type Probe, Unknown } from '../core/probe.ts'
import type { Greeted } from '../wire/conversation.ts'
import { serverName } from './server-name.ts'

export type Greeting = PerServer<Greeted & { host: string; port: number }>

export const greeting: Probe<Greeting> = {
  id: 'greeting',
  question: 'Do the mail servers greet us?',
  budget: 22_000,
  after: [serverName],
  vital: true,
  ask: async () => {
    throw new Unknown('This question is not asked yet.')
  },
  tell: () => ({ tone: 'plain', line: '' }),
}
