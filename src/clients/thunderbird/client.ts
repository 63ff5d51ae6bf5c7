import { say } from '../../core/sentence.ts'
import type { MailClient } from '../client.ts'
import { thunderbirdAbilities } from './abilities.ts'
import { thunderbirdGuideWords } from './guide-words.ts'
import { thunderbirdHealth } from './health.ts'
import { thunderbirdBundle, thunderbirdProcessName } from './places.ts'
import { thunderbirdQuestions } from './self-check.ts'
import { Thunderbird } from './thunderbird.ts'

/** It answers no Apple events that would be of use: it is looked at, one item of its menus is pressed, and its user does the rest. */
export const thunderbird: MailClient = {
  id: 'thunderbird',
  name: 'Thunderbird',
  fullName: 'Thunderbird',
  bundle: thunderbirdBundle,
  process: thunderbirdProcessName,
  path: '/Applications/Thunderbird.app',
  program: `/Contents/MacOS/${thunderbirdProcessName}`,
  reader: () => new Thunderbird(),
  can: {
    readFreely: true,
    // It asks, or sends, only when it goes online (`offline.send.unsent_messages`).
    sendsWhenTold: {
      how: say('In Thunderbird: File, “Send Unsent Messages”.'),
      steps: [say('Open Thunderbird.'), say('Choose File > Send Unsent Messages in the menu bar.')],
      byMenu: {
        script: 'thunderbird-send',
        // Its other languages are in no file that can be read for this.
        titles: ['Send Unsent Messages'],
        why: say('Thunderbird can be asked to send only by its menu, for which Outbox Doctor needs Accessibility.'),
        command: 'Thunderbird > File > Send Unsent Messages',
        noMenu: say('Thunderbird’s menu could not be read, perhaps because it is in another language.'),
      },
    },
    reinstall: {
      steps: [
        say('Quit Thunderbird, and move it from Applications to the Trash. Your mail and accounts stay.'),
        say('Download Thunderbird again from thunderbird.net, and install it.'),
        say('Open it and wait until it has put its mail in order.'),
      ],
      advice: say('Download Thunderbird again from thunderbird.net, and put it in the place of the old one.'),
    },
  },
  guideWords: thunderbirdGuideWords,
  health: thunderbirdHealth,
  abilities: thunderbirdAbilities,
  questions: thunderbirdQuestions,
}
