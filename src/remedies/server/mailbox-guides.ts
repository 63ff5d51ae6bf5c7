import { sentFolderHeavy } from '../../causes/client/sent-folder-heavy.ts'
import { mailboxFull, tooManyConnections } from '../../causes/server/told-by-server.ts'
import type { Guide } from '../../core/remedy.ts'
import { foreignName, say } from '../../core/sentence.ts'
import { appNameOf, checkAgain, guideWordsFor, openingApp } from '../lib/app-places.ts'

export const archiveGuide: Guide = {
  id: 'archive-guide',
  kind: 'guide',
  byHand: () => say('Outbox Doctor deletes and moves no mail: only you know what may go.'),
  label: say('Make room in the mailbox'),
  risk: 2,
  treats: () => [mailboxFull, sentFolderHeavy],
  guide: (context) => ({
    steps: [
      say('Make a backup of this Mac first.'),
      context.has(mailboxFull)
        ? say(
            'Sort by size, and delete large messages that you do not need. Then empty Trash and Junk: they count, too.',
          )
        : say('Make a new folder for each year, and move the older sent messages there, a thousand at a time.'),
      guideWordsFor(context).keepOffServer,
      say('Those are then on this Mac alone, so see that its backups are made.'),
      checkAgain,
    ],
    values: sizes(context.observation?.sent),
    ...openingApp(context),
  }),
}

function sizes(sent: { messages: number; bytes: number } | undefined) {
  return sent && sent.messages > 0
    ? [{ name: say('Messages in the Sent folder'), value: foreignName(String(sent.messages)) }]
    : []
}

export const fewerConnectionsGuide: Guide = {
  id: 'fewer-connections-guide',
  kind: 'guide',
  byHand: () => say('Your other devices and browsers can only be reached by you.'),
  label: say('Use fewer devices at once'),
  risk: 1,
  treats: () => [tooManyConnections],
  guide: (context) => ({
    steps: [
      say('Quit the mail apps of your other devices, and close tabs of the mailbox in browsers.'),
      say('Quit {app} here, wait five minutes, and open it again.', { app: appNameOf(context) }),
      guideWordsFor(context).checkLessOften,
      checkAgain,
    ],
    values: [],
    ...openingApp(context),
  }),
}
