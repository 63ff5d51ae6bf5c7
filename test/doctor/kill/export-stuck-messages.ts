import { exportStuckMessages } from '../../../src/remedies/message/export-stuck-messages.ts'
import { mail } from './mail.ts'
import { subjectOf } from './real-remedy.ts'

export const subject = subjectOf(exportStuckMessages, mail)
