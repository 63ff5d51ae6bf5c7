import { AppleMail } from './apple-mail/apple-mail.ts'
import type { MailClient } from './client.ts'
import { Outlook } from './outlook/outlook.ts'

/** Every mail app that is watched: one line for each. A new set for each watch, since they keep stores open. */
export const mailClients = (): readonly MailClient[] => [new AppleMail(), new Outlook()]
