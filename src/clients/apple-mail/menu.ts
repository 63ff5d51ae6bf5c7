import type { ClientMenu } from '../client.ts'

/** The items of Mail's menu Mailbox. Everybody may read the table (macOS 13 and later). */
export const appleMailMenu: ClientMenu = {
  table: '/System/Applications/Mail.app/Contents/Resources/MainMenu.loctable',
  titles: { online: ['Take All Accounts Online'], offline: ['Take All Accounts Offline'] },
}
