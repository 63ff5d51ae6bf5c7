import { knownClient } from '../../clients/known-clients.ts'
import { clientOf } from '../../core/client.ts'
import type { Guide } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import { appNameOf, checkAgain, openingApp } from '../lib/app-places.ts'

export const rebuildMailbox: Guide = {
  id: 'rebuild-mailbox',
  kind: 'guide',
  byHand: () => say('No other program can ask for that.'),
  label: say('Rebuild the inbox in the mail app'),
  risk: 1,
  treats: () => [],
  mends: ({ is }) => is === 'index-damaged',
  fits: (context) => knownClient(clientOf(context))?.can.rebuildMailbox !== undefined,
  guide: (context) => ({
    steps: [
      ...(knownClient(clientOf(context))?.can.rebuildMailbox ?? []),
      say('It fetches the mail of this one mailbox anew. Leave the app open until the list is whole again.'),
      checkAgain,
    ],
    values: [],
    ...openingApp(context),
  }),
}

export const fileSentByHand: Guide = {
  id: 'file-sent-by-hand',
  kind: 'guide',
  byHand: () => say('Without the password of the account, only the mail app can file it.'),
  label: say('File the copy by hand'),
  risk: 3,
  treats: () => [],
  mends: ({ is }) => is === 'sent-not-saved',
  guide: (context) => ({
    steps: [
      say('Open {app}, and the mailbox of sent messages.', { app: appNameOf(context) }),
      say('Drag the message into a mailbox of this account on the server, wait a minute, and drag it back into Sent.'),
      say('Do not send it again: it has left.'),
      checkAgain,
    ],
    values: [],
    ...openingApp(context),
  }),
}

export const removeSentCopy: Guide = {
  id: 'remove-sent-copy',
  kind: 'guide',
  byHand: () => say('Outbox Doctor deletes no mail.'),
  label: say('Remove one of two sent copies'),
  risk: 1,
  treats: () => [],
  mends: ({ is }) => is === 'sent-twice',
  guide: (context) => ({
    steps: [
      say('Open {app}, and the mailbox of sent messages.', { app: appNameOf(context) }),
      say('Sort it by date, and look for two messages of the same minute, with the same subject and recipients.'),
      say('Open both. Only where they are the same to the last line, move one of them to the trash.'),
      say(
        'Where every message lies twice, your provider keeps a copy by itself. Then the mail app need not keep another.',
      ),
      checkAgain,
    ],
    values: [],
    ...openingApp(context),
  }),
}
