import { type Probe, Unknown } from '../core/probe.ts'
import { signIn } from './sign-in.ts'
/** Of the mailbox, in bytes (RFC 9208 STORAGE). */
export interface MailboxRoom {
  used: number
  limit: number
}

export const mailboxRoom: Probe<MailboxRoom> = {
  id: 'mailbox-room',
  question: 'Is there room in the mailbox?',
  budget: 5_000,
  after: [signIn],
  ask: async () => {
    throw new Unknown('This question is not asked yet.')
  },
  tell: () => ({ tone: 'plain', line: '' }),
}
