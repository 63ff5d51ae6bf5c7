import type { HealthWords } from '../health.ts'

export const appleMailHealth: HealthWords = {
  goOnline: 'In Mail: Mailbox, “Take All Accounts Online”.',
  accountOnline: 'In Mail: Mailbox, “Take All Accounts Online”, or Settings, Accounts, “Enable this account”.',
}
