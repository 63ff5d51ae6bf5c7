import { maybeDelivered } from '../../causes/message/maybe-delivered.ts'
import { withReader } from '../../clients/known-clients.ts'
import { clientOf, observationWithoutSubjects } from '../../core/client.ts'
import type { Message } from '../../core/mail.ts'
import { type Action, Failed, type RemedyContext } from '../../core/remedy.ts'
import { type Sentence, say } from '../../core/sentence.ts'
import type { Millis } from '../../core/time.ts'
import { clientHere, type OfApp, shortClientName } from '../lib/app-control.ts'

/** What waited when it was looked for, by the opaque ids. */
interface Before extends OfApp {
  messages: readonly string[]
}

/** Mail apps try again by themselves: what was true once is not for ever. */
const holdsFor: Millis = 3_600_000

/** A copy with the same subject, recipients and time in Sent: the apps compare them so. Changes nothing. */
export const checkSent: Action<Before> = {
  id: 'check-sent',
  version: 2,
  kind: 'act',
  label: say('Look whether it has left already'),
  touches: 'nothing',
  risk: 0,
  cancellable: true,
  settles: 0,
  treats: () => [maybeDelivered],
  fits: (context) => clientOf(context) !== undefined,
  async promise(context) {
    const name = shortClientName(clientHere(context))
    return [
      say('Looks in the Sent mailbox of {app} for copies of what waits: same subject, recipients and time.', {
        app: name,
      }),
    ]
  },
  capture: async (context) => ({
    client: clientHere(context),
    messages: waitingOf(context).map(({ id }) => id),
  }),
  clears: (context, { messages }, endedAt) =>
    Math.abs(context.chart.at - endedAt) <= holdsFor &&
    waitingOf(context).every(({ id, copyInSent }) => copyInSent === false && messages.includes(id)),
  async apply({ world, account }, { client }, { signal, report }) {
    const read = await withReader(client, (reader) => reader.read(world.mac, world.clock.now(), signal))
    const seen = read && observationWithoutSubjects(read)
    if (!seen?.outbox.seen)
      throw new Failed(say('The outbox of {app} could not be seen.', { app: shortClientName(client) }))
    const waiting = waitingOf({ messages: seen.outbox.messages, account })
    for (const line of told(waiting)) report(line)
  },
}

function waitingOf({ messages, account }: Pick<RemedyContext, 'messages' | 'account'>): readonly Message[] {
  return messages.filter((one) => one.state === 'waiting' && (one.account === undefined || one.account === account.id))
}

function told(waiting: readonly Message[]): Sentence[] {
  const copied = waiting.filter(({ copyInSent }) => copyInSent === true).length
  const none = waiting.filter(({ copyInSent }) => copyInSent === false).length
  const unknown = waiting.length - copied - none
  return [
    ...(waiting.length === 0 ? [say('Nothing waits any more.')] : []),
    ...(copied > 0
      ? [
          say('{messages}: a copy stands in Sent. It has most likely arrived; do not send it again.', {
            messages: messages(copied),
          }),
        ]
      : []),
    ...(none > 0
      ? [
          say(
            '{messages}: no copy stands in Sent. It may have left all the same: ask a recipient before you send again.',
            { messages: messages(none) },
          ),
        ]
      : []),
    ...(unknown > 0
      ? [say('{messages}: nobody could look into Sent. Ask a recipient.', { messages: messages(unknown) })]
      : []),
  ]
}

const messages = (count: number) => say('{count} messages', { count })
