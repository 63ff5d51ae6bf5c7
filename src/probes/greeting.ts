import type { PerServer } from '../core/mail.ts'
import type { Greeted } from '../wire/conversation.ts'

export type Greeting = PerServer<Greeted & { host: string; port: number }>
