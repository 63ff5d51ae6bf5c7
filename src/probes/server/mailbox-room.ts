import { roles } from '../../core/mail.ts'
import { type Probe, skipped, type Telling } from '../../core/probe.ts'
import { byteCount, say } from '../../core/sentence.ts'
import { signIn } from '../sign-in/sign-in.ts'

/** Of the mailbox, in bytes (RFC 9208 STORAGE). */
export interface MailboxRoom {
  used: number
  limit: number
}

export const mailboxRoom: Probe<MailboxRoom> = {
  id: 'mailbox-room',
  question: say('Is there room in the mailbox?'),
  layer: 'outbox',
  budget: 5_000,
  after: [signIn],
  when: ({ canSignIn, account }) => canSignIn && account.incoming?.protocol === 'imap',
  ask: async ({ chart }) => {
    const quota = roles.flatMap((role) => chart.fact(signIn)?.[role]?.quota ?? [])[0]
    return quota && quota.limit > 0 ? { used: quota.used, limit: quota.limit } : skipped(signIn)
  },
  describe: tell,
}

function tell({ used, limit }: MailboxRoom): Telling {
  const share = Math.round((used / limit) * 100)
  return {
    tone: share >= 95 ? 'bad' : 'good',
    line: say('The mailbox is {share} % full (of {size})', { share, size: byteCount(limit) }),
  }
}
