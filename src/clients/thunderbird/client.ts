import type { MailClient } from '../client.ts'
import { abilities } from './abilities.ts'
import { guideWords } from './guide-words.ts'
import { health } from './health.ts'
import { bundle, processName } from './places.ts'
import { questions } from './self-check.ts'
import { Thunderbird } from './thunderbird.ts'

/** It answers no Apple events that would be of use, so that it is looked at and its user does the rest. */
export const thunderbird: MailClient = {
  id: 'thunderbird',
  name: 'Thunderbird',
  fullName: 'Thunderbird',
  bundle,
  process: processName,
  path: '/Applications/Thunderbird.app',
  program: `/Contents/MacOS/${processName}`,
  reader: () => new Thunderbird(),
  can: {
    readFreely: true,
    // It asks, or sends, only when it goes online (`offline.send.unsent_messages`).
    sendsWhenTold: {
      how: 'In Thunderbird: File, “Send Unsent Messages”.',
      steps: ['Open Thunderbird.', 'Choose File > Send Unsent Messages in the menu bar.'],
    },
    reinstall: {
      steps: [
        'Quit Thunderbird, and move it from Applications to the Trash. Your mail and accounts stay.',
        'Download Thunderbird again from thunderbird.net, and install it.',
        'Open it and wait until it has put its mail in order.',
      ],
      advice: 'Download Thunderbird again from thunderbird.net, and put it in the place of the old one.',
    },
  },
  guideWords,
  health,
  abilities,
  questions,
}
