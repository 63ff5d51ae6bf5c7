import { say } from '../../core/sentence.ts'
import type { MailClient } from '../client.ts'
import { appleMailAbilities } from './abilities.ts'
import { AppleMail } from './apple-mail.ts'
import { appleMailGuideWords } from './guide-words.ts'
import { appleMailHealth } from './health.ts'
import { AppleMailSync } from './local-sync.ts'
import { appleMailLog } from './log.ts'
import { appleMailBundle } from './mail-app.ts'
import { appleMailMenu } from './menu.ts'
import { mailSettings } from './scripted-settings.ts'
import { appleMailQuestions, appleMailStores, appleMailUnseen } from './self-check.ts'
import { findIndex, indexName } from './store-folder.ts'

export const appleMail: MailClient = {
  id: 'apple-mail',
  name: 'Mail',
  fullName: 'Apple Mail',
  bundle: appleMailBundle,
  process: 'Mail',
  path: '/System/Applications/Mail.app',
  program: '/Mail.app/Contents/MacOS/Mail',
  reader: () => new AppleMail(),
  localSync: () => new AppleMailSync(),
  scripts: {
    ending: 'js',
    state: 'apple-mail-state',
    accounts: 'apple-mail-accounts',
    outbox: 'apple-mail-outbox',
    source: 'apple-mail-source',
    without: appleMailUnseen,
  },
  menu: appleMailMenu,
  settings: mailSettings,
  can: {
    sendNow: {
      script: 'apple-mail-send',
      command: 'osascript: tell application id "com.apple.mail" to check for new mail',
    },
    // To check for new mail only fetches; this also tells the server what was changed here.
    synchronise: {
      script: 'apple-mail-synchronise',
      ending: 'js',
      command: 'osascript: tell application id "com.apple.mail" to synchronize with account',
      byAccount: true,
    },
    rebuildMailbox: [
      say('Open Mail, and click the inbox of this account in the list of mailboxes.'),
      say('In the menu bar, choose Mailbox, then Rebuild.'),
    ],
    showMessage: {
      script: 'apple-mail-show',
      command: 'osascript: tell application id "com.apple.mail" to open message of outbox',
    },
    // Mail has it in its menu only, where nobody looks without Accessibility.
    goOnline: {
      script: 'apple-mail-online',
      permission: 'accessibility',
      why: say('Mail can be switched only by its menu, for which Outbox Doctor needs Accessibility.'),
      online: 'System Events: Mail > Mailbox > Take All Accounts Online',
      offline: 'System Events: Mail > Mailbox > Take All Accounts Offline',
      byMenu: true,
      noMenu: say('Mail’s menu could not be read, perhaps because it is in another language.'),
      takesAccounts: true,
    },
    accountsOfMac: true,
    goesByPort: true,
    mailPrivacy: true,
    connectionDoctor: true,
    rebuildIndex: { name: indexName, find: findIndex },
  },
  guideWords: appleMailGuideWords,
  health: appleMailHealth,
  abilities: appleMailAbilities,
  log: appleMailLog,
  stores: appleMailStores,
  questions: appleMailQuestions,
}
