import { say } from '../../core/sentence.ts'
import type { HealthWords } from '../health.ts'

export const appleMailHealth: HealthWords = {
  goOnline: say('In Mail: Mailbox, “Take All Accounts Online”.'),
  accountOnline: say('In Mail: Mailbox, “Take All Accounts Online”, or Settings, Accounts, “Enable this account”.'),
}
