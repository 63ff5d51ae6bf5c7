import { accountMissing } from '../../causes/client/account-missing.ts'
import { messageTooLarge } from '../../causes/message/message-too-large.ts'
import { messageMalformed, senderNotAllowed } from '../../causes/message/message-words.ts'
import { isWellFormed, recipientRefused, tooManyRecipients } from '../../causes/message/recipients.ts'
import { knownClient } from '../../clients/known-clients.ts'
import { type WaitingInApp, waitingInApp } from '../../clients/waiting-in-app.ts'
import type { Cause } from '../../core/cause.ts'
import { clientOf } from '../../core/client.ts'
import { type Action, Failed, Refused, type RemedyContext } from '../../core/remedy.ts'
import { asCommand, type Sentence, say } from '../../core/sentence.ts'
import type { Millis } from '../../core/time.ts'
import { clientHere, type OfApp, shortClientName } from '../lib/app-control.ts'
import { requireShowing, showInApp } from '../lib/show-in-app.ts'
import { waitUntil } from '../lib/wait-until.ts'

interface ShownMessage extends OfApp {
  /** As the app numbers it. */
  key: string
}

const patience = { every: 10_000, within: 10 * 60_000 } satisfies Record<string, Millis>

/** What is wrong in it only its writer can put right: it is opened, and watched until it has left. */
export const openMessage: Action<ShownMessage> = {
  id: 'open-message',
  kind: 'act',
  label: say('Open the message'),
  touches: 'nothing',
  risk: 0,
  cancellable: true,
  timeoutMs: 12 * 60_000,
  settles: 5_000,
  treats: () => troubles.map(([cause]) => cause),
  fits: (context) =>
    knownClient(clientOf(context))?.can.showMessage !== undefined && context.observation?.mode !== 'new',
  async promise(context) {
    const client = clientHere(context)
    const command = knownClient(client)?.can.showMessage?.command
    return [
      say('Opens the message in {app}. Nothing in it is changed and nothing is sent.', {
        app: shortClientName(client),
      }),
      ...(command === undefined ? [] : [asCommand(command)]),
      say('As soon as it waits no longer, the checks are made again by themselves.'),
    ]
  },
  async capture(context, signal) {
    const client = clientHere(context)
    const app = shortClientName(client)
    await requireShowing(context.world, client, signal)
    const waiting = await waitingInApp(context.world.mac, client, signal)
    if (!waiting) throw new Refused(say('{app} did not say which messages wait.', { app }))
    const message = theOneMeant(context, waiting)
    if (!message) throw new Refused(say('The message waits in {app} no longer. Look for it among the drafts.', { app }))
    return { client, key: message.key }
  },
  async apply(context, { client, key }, { signal, report }) {
    const { world } = context
    const app = shortClientName(client)
    report(say('Opening the message in {app}.', { app }))
    await showInApp(world, client, key, signal)
    for (const [cause, , what] of troubles) if (context.has(cause)) report(what)
    report(say('Waiting until it has left.'))
    const isGone = async () => {
      const waiting = await waitingInApp(world.mac, client, signal)
      return waiting !== undefined && !waiting.some((one) => one.key === key)
    }
    if (!(await waitUntil(world.clock, isGone, patience, signal)))
      throw new Failed(say('The message still waits. Send it when you are done, and check again.'))
  },
}

const longestWaiting = (one: WaitingInApp): number => -(one.sent ?? Number.MAX_SAFE_INTEGER)

const toOwnAddress = say('In the From line, choose the address that belongs to an account of this Mac.')

/** What each is about, by which its message is known among others, and what its writer can do. */
const troubles: readonly (readonly [Cause, (message: WaitingInApp) => number, Sentence])[] = [
  [
    recipientRefused,
    ({ recipients }) => recipients.filter((one) => !isWellFormed(one)).length,
    say('Look at each address in To, Cc and Bcc: a letter too few, a comma for a dot, a space.'),
  ],
  [
    tooManyRecipients,
    ({ recipients }) => recipients.length,
    say('Copy the text into several new messages, each to a part of the people. Fifty at a time is rarely too many.'),
  ],
  [
    messageTooLarge,
    ({ size = 0 }) => size,
    say('Attachments grow by a third on their way. Take some out and send them in a second message.'),
  ],
  [senderNotAllowed, () => 0, toOwnAddress],
  [accountMissing, () => 0, toOwnAddress],
  [
    messageMalformed,
    () => 0,
    say('Copy its text into a new message and send that one. Delete the old one, so that nobody gets it twice.'),
  ],
]

/** The one that the trouble is about as far as can be told; else the one that has waited longest. */
function theOneMeant(context: RemedyContext, waiting: readonly WaitingInApp[]): WaitingInApp | undefined {
  const weigh = troubles.find(([cause]) => context.has(cause))?.[1] ?? (() => 0)
  return [...waiting].sort((one, other) => weigh(other) - weigh(one) || longestWaiting(other) - longestWaiting(one))[0]
}
