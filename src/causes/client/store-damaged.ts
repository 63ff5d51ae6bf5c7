import { absent, type Cause, present } from '../../core/cause.ts'
import { say } from '../../core/sentence.ts'
import { byUpdate } from '../lib/brought-by.ts'
import { appName, clientHealthIn, ownConnection, waitingLine } from '../lib/mail-app.ts'
import { diskFull } from './disk-full.ts'

/** Found on a copy; the app's own file is never touched. A full disk is how it mostly came to this. */
export const storeDamaged: Cause = {
  id: 'store-damaged',
  title: say('Mail’s index is damaged.'),
  harm: 'stops',
  layer: 'mail-app',
  broughtBy: byUpdate,
  showAfterMs: 0,
  shadowedBy: () => [diskFull],
  judge(chart) {
    if (clientHealthIn(chart)?.storeDamaged !== true) return absent
    const clear = ownConnection(chart) === 'works'
    return present(
      clear ? 0.75 : 0.4,
      [say('A check of a copy of {app}’s index found it damaged', { app: appName(chart) }), ...waitingLine(chart)],
      clear ? [] : [say('The way to the mail server is not clear either')],
    )
  },
  explain: (chart) => ({
    plain: say(
      'The list in which {app} keeps track of your messages is damaged, so messages can get stuck in it. It can be built anew from the messages themselves.',
      { app: appName(chart) },
    ),
    details: [
      say('Copy the text of each waiting message into a note first.'),
      say('Then, in Mail: choose the mailbox, and in the menu Mailbox, “Rebuild”.'),
    ],
  }),
}
