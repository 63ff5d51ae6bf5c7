import { usual } from '../accounts.ts'
import { fullUser, user } from '../dovecot.ts'
import type { Fault } from './fault.ts'

export const messages: readonly Fault[] = [
  {
    name: 'the From address belongs to somebody else',
    expect: 'sender-not-allowed',
    deep: true,
    account: { ...usual, email: 'somebody@lab.test' },
    break: (lab) =>
      lab.postfix.configure({
        settings: {
          smtpd_sender_login_maps: `inline:{{somebody@lab.test=somebody@lab.test}, {${user.name}=${user.name}}}`,
          smtpd_sender_restrictions: 'reject_sender_login_mismatch',
        },
      }),
  },
  {
    name: 'the server knows no such recipient',
    expect: 'recipient-refused',
    deep: true,
    break: (lab) => lab.postfix.configure({ settings: { local_recipient_maps: 'inline:{nobody=here}' } }),
  },
  {
    name: 'a waiting message is larger than Postfix takes',
    expect: 'message-too-large',
    outbox: [{ id: 'one', size: 60_000, waitingSince: 0, state: 'waiting' }],
    break: (lab) => lab.postfix.configure({ settings: { message_size_limit: '50000' } }),
  },
  {
    name: 'the mailbox is full',
    expect: 'mailbox-full',
    account: {
      email: fullUser.name,
      incoming: { ...usual.incoming, username: fullUser.name },
      outgoing: { ...usual.outgoing, username: fullUser.name },
    },
  },
]
