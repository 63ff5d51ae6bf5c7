import type { PerServer } from '../core/mail.ts'
import type { Step } from '../wire/conversation.ts'

/** Word for word, with secrets and addresses taken out. */
export type ConversationFact = PerServer<{ host: string; port: number; steps: readonly Step[] }>
