import { join } from 'node:path'
import { Outlook } from '../src/clients/outlook/outlook.ts'
import type { Programs } from '../src/core/mac-powers.ts'
import { foreignName } from '../src/core/sentence.ts'
import { systemClock } from '../src/world/real/clock.ts'
import { filesBelow } from '../src/world/real/mac/files.ts'
import { OutlookStore } from '../src/world/simulated/apps/outlook/outlook-store.ts'
import type { Store } from './stores.ts'

const usual = 500_000
const never = new AbortController().signal

/** Half a million messages, or so many, in 200 folders, a fifth of them in Sent; five wait in the outbox. */
export function outlookStore(home: string, messages = usual): Store {
  const store = new OutlookStore(home)
  const account = store.addAccount({ email: 'me@example.org', kind: 'imap', server: 'imap.example.org', port: 993 })
  store.db.pragma('wal_autocheckpoint = 1000')
  const { sent, outbox, inbox } = store.addFolders(account)
  const folders = Array.from({ length: 199 }, (_, n) => store.addFolder(0, account, `Folder ${n}`))
  fill(store, messages, account, sent, folders[0] ?? 0)
  for (let n = 0; n < 5; n++) store.addMessage({ folder: outbox, account, at: Date.now() })
  store.checkpoint()
  const client = new Outlook()
  const mac = { files: filesBelow(home, systemClock), programs }
  return {
    name: `Outlook, ${messages.toLocaleString('en')} messages`,
    file: join(store.data, 'Outlook.sqlite'),
    commit: () => store.addMessage({ folder: inbox, account, at: Date.now() }),
    look: () => client.read(mac, Date.now(), never),
    close: () => {
      client.close()
      store.close()
    },
  }
}

function fill({ db }: OutlookStore, messages: number, account: number, sent: number, firstFolder: number) {
  const from = Math.floor(Date.now() / 1_000) - messages * 60
  db.prepare(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
     INSERT INTO Mail (PathToDataFile, Record_ModDate, Record_FolderID, Record_AccountUID, Message_type, Message_Hidden,
      Message_IsOutgoingMessage, Message_MarkedForDelete, Message_MessageID, Message_NormalizedSubject,
      Message_Preview, Message_Sent, Message_Size, Message_TimeReceived, Message_TimeSent,
      Message_SenderAddressList, Message_ToRecipientAddressList)
     SELECT 'Messages/' || i % 256 || '/' || i || '.olk15Message', ? + i * 60,
      CASE WHEN i % 5 = 0 THEN ? ELSE ? + i % 199 END, ?, 1165517645, 0,
      i % 5 = 0, 0, '<' || i || '@example.org>', 'A letter', hex(zeroblob(60)), 1, 1000 + i % 90000, ? + i * 60,
      ? + i * 60, 'you@example.org', 'me@example.org' FROM n`,
  ).run(messages, from, sent, firstFolder, account, from, from)
}

/** What a look asks of programs is measured elsewhere. */
const unasked = async () => ({ seen: false, why: 'failed' }) as const
const programs: Programs = {
  running: async () => ({ seen: true, value: [{ pid: 1, name: 'Microsoft Outlook' }] }),
  sockets: unasked,
  listeners: unasked,
  app: async () => ({ seen: true, value: { path: '/Applications/Microsoft Outlook.app', version: '16.103' } }),
  signature: async () => ({ is: 'unknown', why: foreignName('not asked') }),
  preference: unasked,
  script: async () => ({ outcome: 'failed' }),
}
