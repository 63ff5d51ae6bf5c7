import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { AppleMailStore } from '../../../src/world/simulated/apps/apple-mail/apple-mail-store.ts'
import { mailOn, seen } from './look.ts'
import { hashes, minute, now } from './mac.ts'

const hour = 60 * minute

describe('the outbox', () => {
  test('is empty where no mailbox of that name exists', async () => {
    const { store, look } = mailOn()
    store.addMessage({ mailbox: store.addMailbox(`imap://${store.local}/INBOX`), at: now })
    expect(seen(await look())).toEqual([])
  })

  test('may be several, of the Mac and of an account', async () => {
    const { store, accounts, look } = mailOn()
    const imap = 'AAAAAAAA-0000-4000-8000-000000000001'
    accounts.add({ type: 'IMAP', identifier: imap, username: 'work@example.net' })
    const local = store.addMailbox(`local://${store.local}/Outbox`)
    const own = store.addMailbox(`imap://${imap.toLowerCase()}/Outbox`)
    store.addMessage({ mailbox: local, at: now - hour, size: 700, from: 'me@example.org', to: ['a@x.org', 'b@x.org'] })
    store.addMessage({ mailbox: own, at: now - 2 * hour })
    const observation = await look()
    const [first, second] = seen(observation)
    expect(first).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{20}$/),
      size: 700,
      sender: 'me@example.org',
      subject: 'Hello',
      recipients: ['a@x.org', 'b@x.org'],
      state: 'waiting',
      waitingSince: now - hour,
    })
    expect(second?.account).toBe(observation.accounts[0]?.id)
    expect(second?.waitingSince).toBe(now - 2 * hour)
  })

  test('is known by its decoded name, and no deeper folder is', async () => {
    const { store, look } = mailOn()
    const counted = [`local://${store.local}/OUTbox`, `pop://${store.local}/%4Futbox/`, `ews://X/Outbox`]
    const others = ['Outbox%20archive', 'Outbox/Sub', 'INBOX/Outbox', 'Outbox2'].map(
      (name) => `imap://${store.local}/${name}`,
    )
    for (const url of [...counted, ...others])
      store.addMessage({ mailbox: store.addMailbox(url), subject: url, at: now })
    expect(seen(await look())).toHaveLength(counted.length)
  })

  test('leaves out what is deleted, and Gmail’s labels change nothing', async () => {
    const { store, look } = mailOn()
    const outbox = store.addMailbox(`local://${store.local}/Outbox`)
    const all = store.addMailbox('imap://G/%5BGmail%5D/All%20Mail')
    store.addMessage({ mailbox: outbox, at: now, columns: { deleted: 1 } })
    store.addMessage({ mailbox: all, at: now, labels: [outbox] })
    expect(seen(await look())).toEqual([])
  })

  test('takes numbers beyond 2^53 as they are', async () => {
    const { store, look } = mailOn()
    const outbox = store.addMailbox(`local://${store.local}/Outbox`)
    for (const messageId of [9_200_000_000_000_000_001n, -9_200_000_000_000_000_001n, 9_200_000_000_000_000_002n])
      store.addMessage({ mailbox: outbox, at: now, messageId })
    const ids = seen(await look()).map(({ id }) => id)
    expect(new Set(ids).size).toBe(3)
  })

  test('says encrypted and signed by bits beyond 32', async () => {
    const { store, look } = mailOn()
    const outbox = store.addMailbox(`local://${store.local}/Outbox`)
    for (const flags of [8n + (1n << 40n), 1n << 23n, (1n << 23n) + 8n, 1n << 39n])
      store.addMessage({ mailbox: outbox, at: now, columns: { flags } })
    expect(seen(await look()).map(({ protection }) => protection)).toEqual([
      'encrypted',
      'signed',
      'encrypted',
      undefined,
    ])
  })

  test('takes dates as a hint: missing, of 2001, in the future', async () => {
    const { store, look } = mailOn()
    const outbox = store.addMailbox(`local://${store.local}/Outbox`)
    const cocoa = Math.floor((now - hour) / 1_000) - 978_307_200
    store.addMessage({ mailbox: outbox })
    store.addMessage({ mailbox: outbox, columns: { date_sent: cocoa, date_received: cocoa } })
    store.addMessage({ mailbox: outbox, at: now + 30 * hour })
    await look()
    const later = seen(await look(now + 5 * minute))
    expect(later.map(({ waitingSince }) => waitingSince)).toEqual([now, now - hour, now])
  })
})

describe('a subject', () => {
  const outboxOf = (store: AppleMailStore) => store.addMailbox(`local://${store.local}/Outbox`)

  test('comes with its prefix, as one harmless and short line', async () => {
    const { store, look } = mailOn()
    const mailbox = outboxOf(store)
    store.addMessage({
      mailbox,
      at: now,
      subject: 'Dinner\n\u202eon\u0007 Friday',
      columns: { subject_prefix: 'Re: ' },
    })
    store.addMessage({ mailbox, at: now, subject: 'é'.repeat(1_000_000) })
    store.addMessage({ mailbox, at: now, subject: '' })
    const [first, second, third] = seen(await look()).map(({ subject }) => subject)
    expect(first).toBe('Re: Dinner on Friday')
    expect([...(second ?? '')]).toHaveLength(200)
    expect(third).toBeUndefined()
  })

  test.each([
    ['the column', 'ALTER TABLE subjects RENAME COLUMN subject TO words'],
    ['the row', 'DELETE FROM subjects'],
    ['a text', "UPDATE subjects SET subject = x'00ff'"],
  ])('without %s is none, and the message waits all the same', async (_, change) => {
    const { store, look } = mailOn()
    store.addMessage({ mailbox: outboxOf(store), at: now, subject: 'Dinner' })
    store.db.exec(change)
    const [message] = seen(await look())
    expect(message).toMatchObject({ sender: 'me@example.org' })
    expect(message).not.toHaveProperty('subject')
  })

  test('without the column of prefixes stands alone', async () => {
    const { store, look } = mailOn({ without: ['messages.subject_prefix'] })
    store.addMessage({ mailbox: outboxOf(store), at: now, subject: 'Dinner' })
    expect(seen(await look())[0]?.subject).toBe('Dinner')
  })
})

describe('mail that is meant to wait', () => {
  test('is in the mailbox of Send Later, or has its time ahead', async () => {
    const { store, look } = mailOn()
    const later = store.addMailbox(`local://${store.local}/x-apple-send-later`)
    const outbox = store.addMailbox(`local://${store.local}/Outbox`)
    store.addMessage({ mailbox: later, at: now, scheduled: now + hour })
    store.addMessage({ mailbox: outbox, at: now, scheduled: now + hour })
    store.addMessage({ mailbox: outbox, at: now, scheduled: now - hour })
    expect(
      seen(await look())
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['scheduled', 'scheduled', 'waiting'])
  })

  test('is late once its time has passed, without a change in the store', async () => {
    const { store, look } = mailOn()
    store.addMessage({ mailbox: store.addMailbox('local://L/Outbox'), at: now, scheduled: now + hour })
    expect(seen(await look())[0]?.state).toBe('scheduled')
    expect(seen(await look(now + 2 * hour))[0]?.state).toBe('waiting')
  })
})

describe('files of messages', () => {
  test('change nothing: missing, left over, cut short, partial', async () => {
    const { home, store, look } = mailOn()
    const row = store.addMessage({ mailbox: store.addMailbox(`local://${store.local}/Outbox`), at: now })
    const text = 'Subject: Hello\n\nHello\n'
    store.writeFile(row + 1, text)
    store.writeFile(row + 2, text, { cut: 20 })
    store.writeFile(row + 3, text, { unpadded: true })
    store.writeFile(row + 4, text, { bytes: 9_999 })
    const partial = store.writeFile(row + 5, text, { partial: true })
    writeFileSync(`${partial}.attachment`, 'bytes')
    const before = hashes(home)
    expect(seen(await look())).toHaveLength(1)
    expect(hashes(home)).toEqual(before)
  })
})

describe('the Sent folder', () => {
  test('is weighed by messages and bytes, Gmail’s by its labels', async () => {
    const { store, look } = mailOn()
    const sent = store.addMailbox('imap://A/Sent%20Messages')
    for (let n = 0; n < 3; n++) store.addMessage({ mailbox: sent, at: now, size: 100 })
    expect((await look()).sent).toEqual({ messages: 3, bytes: 300 })
    const all = store.addMailbox('imap://G/%5BGmail%5D/All%20Mail')
    const label = store.addMailbox('imap://G/%5BGmail%5D/Sent%20Mail')
    for (let n = 0; n < 4; n++) store.addMessage({ mailbox: all, at: now, size: 50, labels: [label] })
    expect((await look(now + 20 * minute)).sent).toEqual({ messages: 4, bytes: 200 })
  })

  test('holds a copy where subject, recipients and date agree', async () => {
    const { store, look } = mailOn()
    const outbox = store.addMailbox('local://L/Outbox')
    const sent = store.addMailbox('imap://A/Sent')
    const message = { at: now - hour, subject: 'Offer', to: ['a@x.org', 'b@x.org'] }
    store.addMessage({ mailbox: outbox, ...message })
    store.addMessage({ mailbox: outbox, ...message, subject: 'Another' })
    store.addMessage({ mailbox: sent, ...message, to: ['b@x.org', 'a@x.org'] })
    store.addMessage({ mailbox: sent, ...message, subject: 'Another', to: ['a@x.org'] })
    expect(seen(await look()).map(({ copyInSent }) => copyInSent)).toEqual([true, false])
  })

  test('of Gmail holds one by its label', async () => {
    const { store, look } = mailOn()
    const message = { at: now - hour, subject: 'Offer' }
    store.addMessage({ mailbox: store.addMailbox('local://L/Outbox'), ...message })
    const label = store.addMailbox('imap://G/%5BGmail%5D/Sent%20Mail')
    store.addMessage({ mailbox: store.addMailbox('imap://G/%5BGmail%5D/All%20Mail'), ...message, labels: [label] })
    expect(seen(await look())[0]?.copyInSent).toBe(true)
  })

  const folders: readonly [string, string, Record<string, string>?][] = [
    ['German', 'Gesendete%20Elemente'],
    ['French', 'INBOX/Messages%20envoy%C3%A9s'],
    ['Polish Gmail', '%5BGmail%5D/Wys%C5%82ane'],
    ['Japanese, as on the wire', '%26kAFP4W4IMH8-'],
    ['named by its account', 'Ausgelaufen', { SentMessagesMailboxName: 'Ausgelaufen' }],
    ['named by its account with a prefix', 'Weg/Raus', { SentMessagesMailboxName: 'INBOX.Weg.Raus' }],
    ['called OUTBOX by its provider', 'OUTBOX', { SentMessagesMailboxName: 'OUTBOX' }],
  ]

  test.each(folders)('that is %s holds copies too', async (_, path, mail) => {
    const { store, accounts, look } = mailOn()
    accounts.add({ type: 'IMAP', identifier: 'A', username: 'me@example.org', ...(mail && { mail }) })
    const message = { at: now - hour, subject: 'Offer', to: ['a@x.org'] }
    const outbox = store.addMailbox('local://L/Outbox')
    store.addMessage({ mailbox: outbox, ...message })
    store.addMessage({ mailbox: outbox, ...message, subject: 'Another' })
    store.addMailbox('imap://A/INBOX')
    store.addMessage({ mailbox: store.addMailbox(`imap://A/${path}`), ...message })
    expect(seen(await look()).map(({ copyInSent }) => copyInSent)).toEqual([true, false])
  })

  const copies: readonly [string, { sent?: number | null; waits?: number; copy?: Record<string, number | null> }][] = [
    ['the message has no date but the number that stands for none', { sent: 2_147_483_647 }],
    ['the message has no date at all', { sent: null }],
    ['the message has a date that is yet to come', { sent: (now + 24 * hour) / 1_000 }],
    ['the message was written with a clock of 1904', { sent: -2_082_844_800 }],
    ['the copy has no date but the number that stands for none', { copy: { date_sent: 2_147_483_647 } }],
    ['the copy has no date, and none of its filing', { copy: { date_sent: null, date_received: null } }],
    ['it may have left weeks after it was written', { waits: 30 * 24 * hour, copy: { date_received: now / 1_000 } }],
  ]

  test.each(copies)('proves nothing by what is not found where %s', async (_, { sent, waits = hour, copy = {} }) => {
    const { store, look } = mailOn()
    const message = { at: now - waits, subject: 'Offer', to: ['a@x.org'] }
    const dated = sent === undefined ? {} : { columns: { date_sent: sent } }
    store.addMessage({ mailbox: store.addMailbox('local://L/Outbox'), ...message, ...dated })
    store.addMessage({ mailbox: store.addMailbox('imap://A/Sent'), ...message, columns: copy })
    expect(seen(await look())[0]).not.toHaveProperty('copyInSent')
  })

  test.each([
    ['days later', { date_received: (now - hour) / 1_000 }],
    ['without a date of its filing', { date_received: null }],
  ])('holds a copy that was filed %s', async (_, columns) => {
    const { store, look } = mailOn()
    const message = { at: now - 5 * 24 * hour, subject: 'Offer', to: ['a@x.org'] }
    store.addMessage({ mailbox: store.addMailbox('local://L/Outbox'), ...message })
    store.addMessage({ mailbox: store.addMailbox('imap://A/Sent'), ...message, columns })
    expect(seen(await look())[0]?.copyInSent).toBe(true)
  })

  test('that is not known of one account tells nothing of a message that may have left by it', async () => {
    const { store, accounts, look } = mailOn()
    accounts.add({ type: 'IMAP', identifier: 'N', mail: { SentMessagesMailboxName: 'Not yet made' } })
    const copied = { at: now - hour, subject: 'Offer', to: ['a@x.org'] }
    const other = { ...copied, subject: 'Another' }
    for (const url of ['local://L/Outbox', 'imap://A/Outbox', 'imap://B/Outbox', 'imap://N/Outbox']) {
      const mailbox = store.addMailbox(url)
      for (const message of [copied, other]) store.addMessage({ mailbox, ...message })
    }
    store.addMessage({ mailbox: store.addMailbox('imap://A/Sent'), ...copied })
    store.addMailbox('imap://B/Elk%C3%BCld%C3%B6tt%20dolgaim')
    store.addMailbox('imap://N/Sent')
    const told = seen(await look()).map(({ copyInSent }) => copyInSent)
    expect(told).toEqual([true, undefined, true, false, true, undefined, true, undefined])
  })

  test('is read anew when its account calls it otherwise', async () => {
    const { store, accounts, look } = mailOn()
    const message = { at: now - hour, subject: 'Offer' }
    store.addMessage({ mailbox: store.addMailbox('local://L/Outbox'), ...message })
    store.addMessage({ mailbox: store.addMailbox('imap://A/Weg'), ...message })
    expect(seen(await look())[0]).not.toHaveProperty('copyInSent')
    accounts.add({ type: 'IMAP', identifier: 'A', mail: { SentMessagesMailboxName: 'Weg' } })
    expect(seen(await look())[0]?.copyInSent).toBe(true)
  })

  test('that is not known tells nothing of copies', async () => {
    const { store, look } = mailOn()
    store.addMessage({ mailbox: store.addMailbox('local://L/Outbox'), at: now })
    expect(seen(await look())[0]).not.toHaveProperty('copyInSent')
  })
})
