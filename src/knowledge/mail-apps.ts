import type { ScriptName } from '../core/mac.ts'
import type { ClientId } from '../core/mail.ts'

/** How the system knows a mail app. */
export interface MailApp {
  /** As its users call it. */
  name: string
  process: string
  bundle: string
  /** The script that asks it how it is. */
  state: ScriptName
}

export const mailApps: Readonly<Record<ClientId, MailApp>> = {
  'apple-mail': { name: 'Mail', process: 'Mail', bundle: 'com.apple.mail', state: 'apple-mail-state' },
  outlook: { name: 'Outlook', process: 'Microsoft Outlook', bundle: 'com.microsoft.Outlook', state: 'outlook-state' },
}

/** English titles of the items in Mail's menu Mailbox. Others stand in Mail's own table, found by these. */
export const onlineMenu = {
  online: ['Take All Accounts Online'],
  offline: ['Take All Accounts Offline'],
} as const
