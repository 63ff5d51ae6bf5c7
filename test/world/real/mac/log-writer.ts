/** Mail, as far as its index goes: keeps it open, puts messages into the outbox, and opens it anew when told. */
import { createInterface } from 'node:readline'
import Database from 'better-sqlite3'
import { AppleMailStore } from '../../../../src/world/simulated/apps/apple-mail/apple-mail-store.ts'

const [home = ''] = process.argv.slice(2)
const store = new AppleMailStore(home)
const outbox = store.addMailbox(`local://${store.local}/Outbox`)
store.addMessage({ mailbox: store.addMailbox('imap://A/INBOX'), at: Date.now() })
const { path } = store
store.close()

let index = new Database(path)
/** The first write makes the log. */
const touch = () => index.exec('UPDATE mailboxes SET unread_count = unread_count + 1')
const send = () =>
  index
    .prepare('INSERT INTO messages (global_message_id, subject, sender, mailbox, size) VALUES (0, 1, 1, ?, 1000)')
    .run(outbox)

touch()
process.stdout.write('ready\n')
for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'anew') {
    index.close()
    index = new Database(path)
    touch()
  }
  send()
  process.stdout.write('done\n')
}
