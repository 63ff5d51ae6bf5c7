import { say } from '../../core/sentence.ts'
import type { MailClient } from '../client.ts'
import { outlookAbilities } from './abilities.ts'
import { outlookGuideWords } from './guide-words.ts'
import { outlookHealth } from './health.ts'
import { Outlook } from './outlook.ts'
import { outlookBundle, outlookLogFiles, outlookProcessName } from './places.ts'
import { outlookSettings } from './scripted-settings.ts'
import { outlookQuestions, outlookStores, outlookUnseen } from './self-check.ts'

export const outlook: MailClient = {
  id: 'outlook',
  name: 'Outlook',
  fullName: 'Outlook',
  bundle: outlookBundle,
  process: outlookProcessName,
  path: '/Applications/Microsoft Outlook.app',
  program: `/Contents/MacOS/${outlookProcessName}`,
  reader: () => new Outlook(),
  scripts: {
    ending: 'applescript',
    state: 'outlook-state',
    accounts: 'outlook-accounts',
    outbox: 'outlook-outbox',
    source: 'outlook-source',
    without: outlookUnseen,
  },
  settings: outlookSettings,
  can: {
    sendNow: {
      script: 'outlook-send',
      command: 'osascript: tell application id "com.microsoft.Outlook" to sync every account and its outbox',
      nothing: say('Outlook shows no account to ask.'),
    },
    synchronise: {
      script: 'outlook-send',
      command: 'osascript: tell application id "com.microsoft.Outlook" to sync every account and its outbox',
    },
    showMessage: {
      script: 'outlook-show',
      command: 'osascript: tell application id "com.microsoft.Outlook" to open message',
    },
    goOnline: {
      script: 'outlook-online',
      permission: 'automation',
      why: say('Outbox Doctor must be allowed to control Outlook, to change Work Offline.'),
      online: 'osascript: tell application id "com.microsoft.Outlook" to set working offline to false',
      offline: 'osascript: tell application id "com.microsoft.Outlook" to set working offline to true',
    },
    addIns: true,
    needsEws: true,
    resetPreferences: true,
    profileManager: 'outlook-profile-manager',
    reinstall: {
      steps: [
        say('Quit Outlook, and move Microsoft Outlook from Applications to the Trash. Your mail and accounts stay.'),
        say('Download Outlook again from the App Store or from Microsoft’s website, and install it.'),
        say('Open it and wait until it has put its mail in order.'),
      ],
      page: { address: 'https://support.microsoft.com/office', words: say('Open Microsoft’s support pages') },
      advice: say(
        'Download Outlook again from where you have it, the App Store or Microsoft, and put it in the place of the old one.',
      ),
    },
  },
  tools: {
    'outlook-profile-manager': '/Applications/Microsoft Outlook.app/Contents/SharedSupport/Outlook Profile Manager.app',
  },
  guideWords: outlookGuideWords,
  health: outlookHealth,
  abilities: outlookAbilities,
  log: outlookLogFiles,
  stores: outlookStores,
  questions: outlookQuestions,
}
