import type { ClientId } from '../../../core/mail.ts'

/** Whom we send Apple events to: the mail apps, and System Events, through which menus are reached. */
export type Target = ClientId | 'system-events'

/** Which program each is: its bundle identifier, and the end of its path. */
export const automationTargets: Readonly<Record<Target, { bundle: string; program: string }>> = {
  'apple-mail': { bundle: 'com.apple.mail', program: '/Mail.app/Contents/MacOS/Mail' },
  outlook: { bundle: 'com.microsoft.Outlook', program: '/Contents/MacOS/Microsoft Outlook' },
  'system-events': { bundle: 'com.apple.systemevents', program: '/System Events.app/Contents/MacOS/System Events' },
}
