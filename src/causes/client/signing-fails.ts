import { absent, type Cause, present } from '../../core/cause.ts'
import { say } from '../../core/sentence.ts'
import { signIn } from '../../probes/sign-in/sign-in.ts'
import { serverWorks } from '../lib/chart-queries.ts'
import { replyIn } from '../lib/replies.ts'
import { overdueMessages } from '../lib/waiting-mail.ts'

export const signingFails: Cause = {
  id: 'signing-fails',
  title: say('Signing or encrypting fails before sending.'),
  harm: 'stops',
  layer: 'outbox',
  showAfterMs: 60_000,
  judge(chart) {
    const held = overdueMessages(chart)
    const never = held.every(({ protection, lastReply }) => protection && !(lastReply && replyIn(lastReply)))
    // Plain mail that waits too, or a server that has spoken about one of them, has another reason.
    if (held.length === 0 || !never) return absent
    const refused = Object.values(chart.fact(signIn) ?? {}).some(({ outcome }) => outcome === 'refused')
    if (!serverWorks(chart, 'outgoing') || refused) return absent
    return present(0.6, [
      say('Only signed or encrypted mail waits ({messages})', {
        messages: say('{count} messages', { count: held.length }),
      }),
      say('The connection to the outgoing server is fine'),
    ])
  },
  explain: () => ({
    plain: say(
      'Only messages that are to be signed or encrypted are stuck, and the connection is fine. Most likely the certificate for signing is missing or has run out, or there is none for a recipient.',
    ),
    details: [say('Try to send one of them without signature and encryption, if what it says allows that.')],
  }),
}
