import { AppleMail } from '../src/clients/apple-mail/apple-mail.ts'
import type { Programs } from '../src/core/mac-powers.ts'
import { foreignName } from '../src/core/sentence.ts'
import { systemClock } from '../src/world/real/clock.ts'
import { filesBelow } from '../src/world/real/mac/files.ts'
import { AppleAccountsStore } from '../src/world/simulated/apps/apple-mail/apple-accounts-store.ts'
import { AppleMailStore } from '../src/world/simulated/apps/apple-mail/apple-mail-store.ts'
import type { Store } from './stores.ts'

const messages = 1_000_000
const never = new AbortController().signal

/** A million messages in 500 folders, 100,000 of them in Sent; five wait in the outbox. */
export const appleMailIndex = (home: string) => storeIn(home, true)

/** The same, had Mail no index that leads from a folder to its messages. */
export const bareAppleMailIndex = (home: string) => storeIn(home, false)

function storeIn(home: string, indexes: boolean): Store {
  const store = new AppleMailStore(home, { indexes })
  const accounts = new AppleAccountsStore(home)
  accounts.add({ type: 'IMAP', username: 'me@example.org', properties: { Hostname: 'imap.example.org' } })
  store.db.pragma('wal_autocheckpoint = 1000')
  const sent = store.addMailbox('imap://A/Sent%20Messages')
  const folders = Array.from({ length: 499 }, (_, n) => store.addMailbox(`imap://A/Folder%20${n}`))
  fill(store, sent, folders[0] ?? 0)
  const outbox = store.addMailbox(`local://${store.local}/Outbox`)
  for (let n = 0; n < 5; n++) store.addMessage({ mailbox: outbox, at: Date.now(), subject: `Waiting ${n}` })
  store.checkpoint()
  const inbox = folders[1] ?? 0
  const client = new AppleMail()
  const mac = { files: filesBelow(home, systemClock), programs }
  return {
    name: `Apple Mail, ${messages.toLocaleString('en')} messages${indexes ? '' : ', no index'}`,
    file: store.path,
    commit: () => store.addMessage({ mailbox: inbox, at: Date.now() }),
    look: () => client.read(mac, Date.now(), never),
    close: () => {
      client.close()
      store.close()
      accounts.close()
    },
  }
}

function fill(store: AppleMailStore, sent: number, firstFolder: number) {
  const { db } = store
  db.exec("INSERT INTO addresses (address, comment) VALUES ('you@example.org', '')")
  db.exec("INSERT INTO subjects (subject) VALUES ('A letter')")
  const numbers = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)'
  const from = Math.floor(Date.now() / 1_000) - messages * 60
  db.prepare(
    `${numbers} INSERT INTO messages (message_id, global_message_id, sender, subject, subject_prefix, date_sent,
      date_received, display_date, mailbox, size, conversation_id)
     SELECT i * 7919, i, 1, 1, 'Re: ', ? + i * 60, ? + i * 60, ? + i * 60,
      CASE WHEN i % 10 = 0 THEN ? ELSE ? + i % 499 END, 1000 + i % 90000, i / 3 FROM n`,
  ).run(messages, from, from, from, sent, firstFolder)
  db.prepare(`${numbers} INSERT INTO recipients (message, address, type, position) SELECT i, 1, 0, 0 FROM n`).run(
    messages,
  )
  db.prepare(`${numbers} INSERT INTO message_global_data (message_id) SELECT i * 7919 FROM n`).run(messages)
}

/** What a look asks of programs is measured elsewhere. */
const unasked = async () => ({ seen: false, why: 'failed' }) as const
const programs: Programs = {
  running: async () => ({ seen: true, value: [{ pid: 1, name: 'Mail' }] }),
  sockets: unasked,
  listeners: unasked,
  app: async () => ({ seen: true, value: { path: '/System/Applications/Mail.app', version: '16.0' } }),
  signature: async () => ({ is: 'unknown', why: foreignName('not asked') }),
  preference: unasked,
  script: async () => ({ outcome: 'failed' }),
}
