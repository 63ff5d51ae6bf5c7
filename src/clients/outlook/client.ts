import type { MailClient } from '../client.ts'
import { Outlook } from './outlook.ts'
import { bundle, processName } from './places.ts'

export const outlook: MailClient = {
  id: 'outlook',
  name: 'Outlook',
  fullName: 'Outlook',
  bundle,
  process: processName,
  path: '/Applications/Microsoft Outlook.app',
  program: `/Contents/MacOS/${processName}`,
  reader: () => new Outlook(),
  scripts: {
    ending: 'applescript',
    state: 'outlook-state',
    accounts: 'outlook-accounts',
    outbox: 'outlook-outbox',
    source: 'outlook-source',
  },
  can: {
    sendNow: {
      script: 'outlook-send',
      command: 'osascript: tell application id "com.microsoft.Outlook" to sync every account and its outbox',
      nothing: 'Outlook shows no account to ask.',
    },
    goOnline: {
      script: 'outlook-online',
      permission: 'automation',
      why: 'Outbox Doctor must be allowed to control Outlook, to change Work Offline.',
      online: 'osascript: tell application id "com.microsoft.Outlook" to set working offline to false',
      offline: 'osascript: tell application id "com.microsoft.Outlook" to set working offline to true',
    },
  },
}
