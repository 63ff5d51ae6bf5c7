import { clientDamaged } from '../causes/client-damaged.ts'
import { messageMalformed } from '../causes/message-words.ts'
import { tlsTooOld } from '../causes/tls-too-old.ts'
import type { Consultation, Guide } from '../core/remedy.ts'
import { appOf, checkAgain } from './app-places.ts'
import { openPane, wayTo } from './pane.ts'
import { page } from './provider-page.ts'

/** Mail comes with macOS, so that the two are updated together. */
const isOutlook = (consultation: Consultation) => appOf(consultation).endsWith('outlook')

export const updateGuide: Guide = {
  id: 'update-guide',
  kind: 'guide',
  label: 'Update the mail app',
  risk: 2,
  treats: () => [tlsTooOld, messageMalformed],
  guide: (consultation) => ({
    steps: [
      ...(isOutlook(consultation)
        ? ['Open Outlook, choose Help > Check for Updates in the menu bar, and install what it finds.']
        : []),
      `Open ${wayTo('software-update', consultation)}, and install what it finds.`,
      'If everything is up to date already, it is the server that is too old: send its operator the note from this list.',
      checkAgain,
    ],
    values: [],
    ...openPane('software-update', consultation),
  }),
}

export const repairInstall: Guide = {
  id: 'repair-install',
  kind: 'guide',
  label: 'Install the mail app again',
  risk: 3,
  treats: () => [clientDamaged],
  guide: (consultation) =>
    isOutlook(consultation)
      ? {
          steps: [
            'Quit Outlook, and move Microsoft Outlook from Applications to the Trash. Your mail and accounts stay.',
            'Download Outlook again from the App Store or from Microsoft’s website, and install it.',
            'Open it and wait until it has put its mail in order.',
            checkAgain,
          ],
          values: [],
          ...page('https://support.microsoft.com/office', 'Open Microsoft’s support pages'),
        }
      : {
          steps: [
            `Mail is a part of macOS. Open ${wayTo('software-update', consultation)}, and install what it finds.`,
            'Restart this Mac, open Mail, and send again.',
            'If that does not help, installing macOS again over itself repairs Mail. Your files and mail stay; make a backup first.',
            checkAgain,
          ],
          values: [],
          ...openPane('software-update', consultation),
        },
}
