import { describe, expect, onTestFinished, test } from 'vitest'
import { AppleMailSync } from '../../../src/clients/apple-mail/local-sync.ts'
import type { LocalAccount } from '../../../src/core/local-sync.ts'
import { render } from '../../../src/core/render.ts'
import type { AppleMailStore, FakeMailStore } from '../../../src/world/simulated/apps/apple-mail/apple-mail-store.ts'
import { fileMessages, queueChange } from '../../../src/world/simulated/apps/apple-mail/filed-rows.ts'
import { explainedIndex } from '../stores-here.ts'
import { mailOn } from './look.ts'
import { hashes, minute, never, now } from './mac.ts'

const uuid = '5F1B9A2E-0000-4000-8000-00000000000A'

function syncOn(options?: FakeMailStore) {
  const { home, store, accounts, mail } = mailOn(options)
  accounts.add({
    type: 'IMAP',
    identifier: uuid,
    username: 'me@example.org',
    properties: { Hostname: 'imap.example.org' },
  })
  const mac = mail.mac(home)
  const { files, plans } = explainedIndex(mac.files, home)
  const reader = new AppleMailSync()
  onTestFinished(() => reader.close())
  const look = async (uids?: number) => {
    const seen = await reader.look({ files }, now, never, uids)
    if (!seen.seen) throw new Error(render(seen.why))
    return seen.value
  }
  const box = (path: string) => store.addMailbox(`imap://${uuid}/${path}`)
  return { home, store, look, box, plans, reader, mac }
}

const only = ({ accounts }: { accounts: readonly LocalAccount[] }): LocalAccount => {
  expect(accounts).toHaveLength(1)
  return accounts[0] as LocalAccount
}

/** A copy that Mail put into Sent and has not filed on the server. */
const unfiledCopy = (store: AppleMailStore, sent: number, messageId: bigint, header?: string) => {
  const row = store.addMessage({ mailbox: sent, at: now - 20 * minute, messageId })
  if (header !== undefined)
    store.db.prepare('UPDATE message_global_data SET message_id_header = ? WHERE message_id = ?').run(header, messageId)
  return row
}

describe('what Mail has of an account', () => {
  test('tells folders with what they are for, the highest UID and the UIDs of INBOX and Sent as ranges', async () => {
    const { store, look, box } = syncOn()
    fileMessages(
      store,
      box('INBOX'),
      [
        [1, 400],
        [402, 900],
      ],
      now,
    )
    fileMessages(store, box('Sent%20Messages'), [[7, 9]], now)
    fileMessages(store, box('Family/Holidays'), [[1, 30]], now)
    const { folders } = only(await look(500))
    expect(folders).toEqual([
      {
        path: 'INBOX',
        use: 'inbox',
        messages: 899,
        unread: 0,
        highestUid: 900,
        uids: {
          from: 400,
          ranges: [
            [400, 400],
            [402, 900],
          ],
        },
      },
      {
        path: 'Sent Messages',
        use: 'sent',
        messages: 3,
        unread: 0,
        highestUid: 9,
        uids: { from: 1, ranges: [[7, 9]] },
      },
      { path: 'Family/Holidays', use: 'other', messages: 30, unread: 0, highestUid: 30 },
    ])
  })

  test('Gmail’s INBOX has the UIDs of All Mail, which it picks from', async () => {
    const { store, look, box } = syncOn()
    const all = box('%5BGmail%5D/All%20Mail')
    fileMessages(store, all, [[1, 50]], now)
    store.db.prepare('UPDATE mailboxes SET source = ? WHERE ROWID = ?').run(all, box('INBOX'))
    const inbox = only(await look()).folders.find(({ use }) => use === 'inbox')
    expect(inbox).toMatchObject({ partOf: '[Gmail]/All Mail', highestUid: 50, uids: { from: 1, ranges: [[1, 50]] } })
  })

  test('tells the queue in its order, with what each change does', async () => {
    const { store, look, box } = syncOn()
    const [inbox, sent, trash] = [box('INBOX'), box('Sent'), box('Trash')]
    queueChange(store, { type: 6, from: inbox, into: trash, messages: 3 })
    queueChange(store, { type: 3, from: inbox, messages: 2 })
    queueChange(store, { type: 2, from: sent, into: sent })
    queueChange(store, { type: 99, from: inbox, messages: 0 })
    store.db
      .prepare('INSERT INTO mailbox_actions (account_identifier, action_type, mailbox_name) VALUES (?, 1, ?)')
      .run(uuid, 'New')
    expect(only(await look()).queue).toEqual([
      { row: 1, what: 'transfer', messages: 3, into: 'trash' },
      { row: 2, what: 'flags', messages: 2 },
      { row: 3, what: 'file', messages: 1, into: 'sent' },
      { row: 4, what: 'other', messages: 0 },
      { row: 1, what: 'folder', messages: 0 },
    ])
  })

  test('tells copies in Sent that have no number of the server, and those that stand there twice', async () => {
    const { store, look, box } = syncOn()
    const sent = box('Sent')
    fileMessages(store, sent, [[1, 5]], now)
    const row = unfiledCopy(store, sent, 77n, '<one@example.org>')
    unfiledCopy(store, sent, 78n, '<not one\r\nA1 LOGOUT@example.org>')
    const deleted = unfiledCopy(store, sent, 79n)
    store.db.prepare('UPDATE messages SET deleted = 1 WHERE ROWID = ?').run(deleted)
    for (const uid of [11, 12]) {
      const twin = store.addMessage({ mailbox: sent, at: now - minute, messageId: 80n, columns: { remote_id: uid } })
      expect(twin).toBeGreaterThan(0)
    }
    const { unfiled, twins } = only(await look())
    expect(unfiled).toEqual([
      { row, sent: now - 20 * minute, messageId: '<one@example.org>', box: `${uuid}/Sent.mbox` },
      { row: row + 1, sent: now - 20 * minute, box: `${uuid}/Sent.mbox` },
    ])
    expect(twins).toEqual([{ uids: [12, 11], sent: now - minute }])
  })

  test('a copy that the server has by another row is filed, and the text of one that it lacks can be had', async () => {
    const { store, look, box, reader, mac } = syncOn()
    const sent = box('Sent')
    const lacking = unfiledCopy(store, sent, 76n)
    unfiledCopy(store, sent, 77n)
    store.addMessage({ mailbox: sent, at: now - minute, messageId: 77n, columns: { remote_id: 9 } })
    const { unfiled } = only(await look())
    expect(unfiled.map(({ row }) => row)).toEqual([lacking])
    store.writeFile(lacking, 'Message-ID: <a@b>\n\nText.\n', { mailbox: 'Sent', account: uuid })
    const [copy] = unfiled
    if (!copy) throw new Error('no copy')
    expect(Buffer.from((await reader.copyOf(mac, copy, never)) ?? []).toString()).toContain('Text.')
    expect(await reader.copyOf(mac, { ...copy, box: '../../Sent.mbox' }, never)).toBeUndefined()
    expect(await reader.copyOf(mac, { ...copy, row: 4_000 }, never)).toBeUndefined()
  })

  test('counts what of the newest mail is not here whole', async () => {
    const { store, look, box } = syncOn()
    const inbox = box('INBOX')
    store.addMessage({ mailbox: inbox, at: now, messageId: 5n })
    store.addMessage({ mailbox: inbox, at: now, messageId: 6n })
    store.db.prepare('UPDATE message_global_data SET download_state = 1 WHERE message_id = 6').run()
    expect(only(await look()).halfDownloaded).toBe(1)
  })

  test('mail of an account that is gone is left out', async () => {
    const { store, look } = syncOn()
    fileMessages(store, store.addMailbox('imap://AAAAAAAA-0000-4000-8000-000000000000/INBOX'), [[1, 3]], now)
    expect((await look()).accounts).toEqual([])
  })

  test.each(['local_message_actions', 'server_messages', 'messages.remote_id'])(
    'an index without %s tells what it cannot tell, and the rest',
    async (without) => {
      const { store, look, box } = syncOn({ without: [without] })
      box('INBOX')
      box('Sent')
      store.checkpoint()
      const { unseen, accounts } = await look()
      // Without a picture of the server, the messages themselves know their UIDs.
      expect(unseen).toHaveLength(without === 'server_messages' ? 0 : 1)
      expect(accounts).toHaveLength(1)
    },
  )

  test('says so where there is no index', async () => {
    const { mac, home, store, reader } = syncOn()
    store.close()
    const { rmSync } = await import('node:fs')
    rmSync(`${home}/Library/Mail`, { recursive: true })
    const looked = await reader.look(mac, now, never)
    expect(looked.seen ? '' : render(looked.why)).toMatch(/was not found/)
  })

  test('reads the index again only where Mail has written since', async () => {
    const { store, look, box, plans } = syncOn()
    const inbox = box('INBOX')
    fileMessages(store, inbox, [[1, 50]], now)
    const first = await look()
    plans.clear()
    expect(await look()).toEqual(first)
    expect(plans.size).toBe(0)
    fileMessages(store, inbox, [[51, 60]], now)
    const [account] = (await look()).accounts
    expect(account?.folders[0]).toMatchObject({ highestUid: 60 })
    expect(plans.size).toBeGreaterThan(0)
  })

  test('walks through no table of messages, and writes nothing', async () => {
    const { home, store, look, box, plans } = syncOn()
    const [inbox, sent] = [box('INBOX'), box('Sent')]
    fileMessages(store, inbox, [[1, 50]], now)
    fileMessages(store, sent, [[1, 50]], now)
    unfiledCopy(store, sent, 77n, '<one@example.org>')
    queueChange(store, { type: 3, from: inbox })
    const before = hashes(home)
    await look()
    expect(hashes(home)).toEqual(before)
    expect(plans.size).toBeGreaterThan(6)
    // What an alias stands for is a piece of one, found by an index and cut off.
    const walks = /\bSCAN (messages|server_messages|message_global_data|g)\b/
    for (const [sql, plan] of plans)
      expect(
        plan.filter((line) => walks.test(line)),
        sql,
      ).toEqual([])
    for (const [sql, plan] of plans)
      if (/ORDER BY date_received/.test(sql)) expect(plan, sql).not.toContain('USE TEMP B-TREE FOR ORDER BY')
  })
})
