import { appleMail } from './apple-mail/client.ts'
import type { MailClient } from './client.ts'
import { outlook } from './outlook/client.ts'
import { thunderbird } from './thunderbird/client.ts'

/** Every mail app that is known: one line for each. */
export const mailClients: readonly MailClient[] = [appleMail, outlook, thunderbird]
