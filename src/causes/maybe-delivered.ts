import { absent, type Cause, present } from '../core/cause.ts'
import type { Message } from '../core/mail.ts'
import { waiting } from './waiting-mail.ts'

export const maybeDelivered: Cause = {
  id: 'maybe-delivered',
  title: 'It may already have arrived.',
  harm: 'stops',
  patience: 10_000,
  judge({ messages }) {
    const open = messages.filter(({ state }) => state === 'waiting')
    const copied = open.filter(({ copyInSent }) => copyInSent)
    const cut = open.filter((message) => !message.copyInSent && diedAfterData(message))
    if (copied.length + cut.length === 0) return absent
    return present(copied.length > 0 ? 0.92 : 0.8, [
      ...(copied.length > 0 ? [`A copy of ${waiting(copied.length)} already stands in Sent`] : []),
      ...(cut.length > 0 ? [`For ${waiting(cut.length)}, the connection ended after the text was handed over`] : []),
    ])
  },
  explain: () => ({
    heading: 'Before you send it again:',
    plain:
      'The message was probably handed to the server, and only the confirmation got lost. Before you send it again, look whether it has arrived, or it may arrive twice.',
    details: ['Look into the Sent mailbox, or ask one of the recipients.'],
  }),
}

/** The confirmation is the server's answer to the end of DATA; without it nobody knows (RFC 1047). */
function diedAfterData({ lastReply }: Message): boolean {
  const words = (lastReply ?? '').slice(0, 500)
  return (
    /\b(lost|closed|reset|dropped|timed out|timeout|ended)\b/i.test(words) &&
    /\b(after|end of|final) .{0,20}\b(DATA|message body|message text)\b/i.test(words)
  )
}
