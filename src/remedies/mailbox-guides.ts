import { sentFolderHeavy } from '../causes/sent-folder-heavy.ts'
import { mailboxFull, tooManyConnections } from '../causes/told-by-server.ts'
import type { Guide } from '../core/remedy.ts'
import { appNameOf, checkAgain, openingApp, wordsOf } from './app-places.ts'

export const archiveGuide: Guide = {
  id: 'archive-guide',
  kind: 'guide',
  label: 'Make room in the mailbox',
  risk: 2,
  treats: () => [mailboxFull, sentFolderHeavy],
  guide: (consultation) => ({
    steps: [
      'Make a backup of this Mac first.',
      consultation.has(mailboxFull)
        ? 'Sort by size, and delete large messages that you do not need. Then empty Trash and Junk: they count, too.'
        : 'Make a new folder for each year, and move the older sent messages there, a thousand at a time.',
      wordsOf(consultation).keepOffServer,
      'Those are then on this Mac alone, so see that its backups are made.',
      checkAgain,
    ],
    values: sizes(consultation.observation?.sent),
    ...openingApp(consultation),
  }),
}

function sizes(sent: { messages: number; bytes: number } | undefined) {
  return sent && sent.messages > 0 ? [{ name: 'Messages in the Sent folder', value: String(sent.messages) }] : []
}

export const fewerConnectionsGuide: Guide = {
  id: 'fewer-connections-guide',
  kind: 'guide',
  label: 'Use fewer devices at once',
  risk: 1,
  treats: () => [tooManyConnections],
  guide: (consultation) => ({
    steps: [
      'Quit the mail apps of your other devices, and close tabs of the mailbox in browsers.',
      `Quit ${appNameOf(consultation)} here, wait five minutes, and open it again.`,
      wordsOf(consultation).checkLessOften,
      checkAgain,
    ],
    values: [],
    ...openingApp(consultation),
  }),
}
